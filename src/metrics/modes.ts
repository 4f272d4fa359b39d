import { hasModes, modeHistogram } from './modeHistogram';
import type { Metric } from './types';

/** Modes captured (Metz et al. 1611.02163; PacGAN 1712.04086): modes that are nearest to at least one high-quality sample. */
export const modesMetric: Metric = {
  id: 'modes',
  unit: '1',
  better: 'higher',
  applies: hasModes,
  compute: (input) => modeHistogram(input).high.filter((n) => n > 0).length,
};
