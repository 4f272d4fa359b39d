import type { Preset } from './types';

/** `dcgan-small` on MNIST: readable digits in minutes without a GPU. */
export const mnistDcgan: Preset = {
  id: 'mnist-dcgan',
  config: { system: 'dcgan', dataset: 'mnist', batchSize: 32 },
};
