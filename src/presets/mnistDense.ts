import type { Preset } from './types';

/** The dense GAN on MNIST, to set beside DCGAN. */
export const mnistDense: Preset = {
  id: 'mnist-dense',
  trained: 5000,
  config: { system: 'gan', dataset: 'mnist', batchSize: 64 },
};
