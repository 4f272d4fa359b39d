import { READABLE_DIGITS } from './readableDigits';
import type { Preset } from './types';

/** `dcgan-small` on procedural digits, which need no download. */
export const penDigitsDcgan: Preset = {
  id: 'pen-digits-dcgan',
  trained: 2500,
  config: { system: 'dcgan', dataset: 'pen-digits', batchSize: 32, systemParams: READABLE_DIGITS },
};
