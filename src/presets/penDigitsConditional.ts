import type { Preset } from './types';

/** One latent, ten digits; needs no download. */
export const penDigitsConditional: Preset = {
  id: 'pen-digits-conditional',
  trained: 2500,
  config: { system: 'cgan', dataset: 'pen-digits', batchSize: 32, systemParams: { averaging: true } },
};
