import type { Preset } from './types';

/** The latent map is pushed into a round normal cloud by a discriminator of codes. */
export const penDigitsAae: Preset = {
  id: 'pen-digits-aae',
  trained: 1500,
  config: { system: 'aae', dataset: 'pen-digits', batchSize: 64 },
};
