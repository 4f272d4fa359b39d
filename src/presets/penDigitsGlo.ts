import type { Preset } from './types';

/** Every one of five hundred digits has a latent of its own: no discriminator, no encoder. */
export const penDigitsGlo: Preset = {
  id: 'pen-digits-glo',
  trained: 4000,
  config: { system: 'glo', dataset: 'pen-digits', batchSize: 32 },
};
