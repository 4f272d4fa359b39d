import { GAME } from './collapse';
import type { Preset } from './types';

/** The nets and moves of `collapse` under Algorithm 1 of Wasserstein GAN with the numbers that it prints: no cluster is lost. */
export const cureWgan: Preset = {
  id: 'cure-wgan',
  trained: 20_000,
  measures: 1000,
  config: {
    system: 'gan',
    dataset: 'ring',
    batchSize: 64,
    systemParams: {
      ...GAME,
      objective: 'wgan',
      penalty: 'none',
      clip: 0.01,
      generatorOptimizer: 'rmsprop',
      discriminatorOptimizer: 'rmsprop',
      generatorRate: 5e-5,
      discriminatorRate: 5e-5,
    },
  },
};
