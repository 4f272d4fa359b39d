import type { Preset } from './types';

/** The VAE of twenty numbers on real digits, whose lower bound is published. */
export const mnistVae: Preset = {
  id: 'mnist-vae',
  trained: 3000,
  config: { system: 'vae', dataset: 'mnist', batchSize: 128, systemParams: { latentSize: 20 } },
};
