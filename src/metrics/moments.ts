import { mean, standardDeviation } from '../core/statistics';
import type { Metric } from './types';

/** Mean of the generated samples of one-dimensional data, in the data's unit. */
export const meanMetric: Metric = {
  id: 'mean',
  unit: 'data',
  better: 'closest',
  applies: ({ info }) => info.kind === '1d',
  compute: ({ fake }) => mean(fake),
};

/** Standard deviation of the generated samples of one-dimensional data, in the data's unit. */
export const sdMetric: Metric = {
  id: 'sd',
  unit: 'data',
  better: 'closest',
  applies: ({ info }) => info.kind === '1d',
  compute: ({ fake }) => standardDeviation(fake),
};
