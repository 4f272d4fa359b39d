import { READABLE_DIGITS } from './readableDigits';
import type { Preset } from './types';

/** `dcgan-small` on MNIST: readable digits in minutes without a GPU. */
export const mnistDcgan: Preset = {
  id: 'mnist-dcgan',
  trained: 5000,
  config: { system: 'dcgan', dataset: 'mnist', batchSize: 32, systemParams: READABLE_DIGITS },
};
