import type { Preset } from './types';

/** Two numbers that play the smallest GAN there is: see which games come to rest. */
export const dirac: Preset = {
  id: 'dirac',
  trained: 300,
  config: { system: 'dirac', dataset: 'delta', batchSize: 2 },
};
