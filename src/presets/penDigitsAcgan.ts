import type { Preset } from './types';

/** A discriminator that also names the digit. */
export const penDigitsAcgan: Preset = {
  id: 'pen-digits-acgan',
  trained: 2000,
  config: { system: 'acgan', dataset: 'pen-digits', batchSize: 32, systemParams: { averaging: true } },
};
