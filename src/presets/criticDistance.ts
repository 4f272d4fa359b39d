import type { Preset } from './types';

/**
 * WGAN-GP's critic as a measuring tape: its estimate beside the exact Wasserstein distance, all the way from afar to near. In the
 * plane, and with the paper's short memory of Adam: on a line a critic of slope one could not turn round when G has passed by.
 */
export const criticDistance: Preset = {
  id: 'critic-distance',
  trained: 10_000,
  measures: 500,
  config: {
    system: 'gan',
    dataset: 'ring',
    batchSize: 64,
    systemParams: {
      objective: 'wgan-gp',
      penalty: 'none',
      lambda: 10,
      k: 5,
      discriminatorRate: 3e-3,
      discriminatorBeta1: 0,
      discriminatorBeta2: 0.9,
      generatorRate: 5e-5,
      generatorBeta1: 0,
      generatorBeta2: 0.9,
    },
  },
};
