import { between } from './evidence';
import type { Illness } from './types';

/** Memorizing: generated pictures are nearer to training pictures than training pictures are to each other. */
export const memorizing: Illness = {
  id: 'memorizing',
  remedies: ['penalty'],
  look({ quality }) {
    const nearest = quality.at(-1)?.nearest;
    if (!nearest) return null;
    const distance = nearest.distances.reduce((sum, one) => sum + one, 0) / nearest.distances.length;
    const confidence = between(distance / nearest.usual, 0.7, 0.35);
    return confidence > 0 ? { confidence, facts: [{ key: 'near', values: { distance, usual: nearest.usual } }] } : null;
  },
};
