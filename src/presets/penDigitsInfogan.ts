import type { Preset } from './types';

/** Ten categories and two numbers without names. */
export const penDigitsInfogan: Preset = {
  id: 'pen-digits-infogan',
  trained: 2000,
  config: { system: 'infogan', dataset: 'pen-digits', batchSize: 32, systemParams: { averaging: true } },
};
