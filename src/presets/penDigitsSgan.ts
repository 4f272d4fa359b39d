import type { Preset } from './types';

/** Digits read and drawn at once, though only two of a minibatch's thirty-two come with their class. */
export const penDigitsSgan: Preset = {
  id: 'pen-digits-sgan',
  trained: 2000,
  config: { system: 'sgan', dataset: 'pen-digits', batchSize: 32, systemParams: { averaging: true } },
};
