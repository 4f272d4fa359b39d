import type { Preset } from './types';

/** Where VAE and GAN meet: reconstructions judged by what D sees. */
export const penDigitsVaegan: Preset = {
  id: 'pen-digits-vaegan',
  trained: 1500,
  config: { system: 'vaegan', dataset: 'pen-digits', batchSize: 32 },
};
