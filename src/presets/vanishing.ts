import type { Preset } from './types';

/**
 * The vanishing gradient: discriminators that are trained far on good screws and bad ones, five moves for each of G. What the
 * minimax loss tells G fades within seconds, and so G, which plays by it, stays where it is.
 */
export const vanishing: Preset = {
  id: 'vanishing',
  trained: 2000,
  config: { system: 'inspectors', dataset: 'screws', datasetParams: { sd: 0.5 }, batchSize: 64 },
};
