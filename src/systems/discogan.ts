import { buildCycle, cycleDefaultsFor, cycleParams } from './cycle';
import type { SystemDefinition } from './types';

const PARAMS = cycleParams({ objective: 'non-saturating', distance: 'mse', cycleWeight: 1, identityWeight: 0 });

/**
 * DiscoGAN: the same two games and cycles, found at the same time (Kim et al., arXiv 1703.05192, equations 3 to 8): the
 * non-saturating loss, and the mean squared error of each cycle with weight 1.
 */
export const discogan: SystemDefinition = {
  id: 'discogan',
  paper: {
    authors: 'Kim, Cha, Kim, Lee, Kim',
    title: 'Learning to Discover Cross-Domain Relations with Generative Adversarial Networks',
    year: 2017,
    id: '1703.05192',
  },
  players: ['generator', 'discriminator'],
  needs: { kinds: ['2d', 'image'] },
  params: PARAMS,
  defaultsFor: cycleDefaultsFor,
  build: ({ params, data, random }) => buildCycle({ specs: PARAMS, params, data, random }),
};
