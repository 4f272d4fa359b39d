import { hasModes, modeHistogram } from './modeHistogram';
import type { Metric } from './types';

/**
 * Share of samples of high quality: closer than 3 σ to their nearest mode (PacGAN 1712.04086). A perfect generator has
 * 1 − e^(−4.5) = 98.9 % in two dimensions, 99.7 % in one.
 */
export const qualityMetric: Metric = {
  id: 'highQuality',
  unit: '1',
  better: 'higher',
  applies: hasModes,
  compute: (input) => modeHistogram(input).high.reduce((sum, n) => sum + n, 0) / input.count,
};
