import type { Preset } from './types';

/** A bottleneck of two numbers: the latent map, and what blind sampling of it gives. */
export const penDigitsAutoencoder: Preset = {
  id: 'pen-digits-autoencoder',
  trained: 3000,
  config: { system: 'autoencoder', dataset: 'pen-digits', batchSize: 64 },
};
