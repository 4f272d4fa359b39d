import type { Preset } from './types';

/** A digit of 7 × 7 cells first, then its details, twice: three games at once. */
export const penDigitsPyramid: Preset = {
  id: 'pen-digits-pyramid',
  trained: 1000,
  config: { system: 'lapgan', dataset: 'pen-digits', batchSize: 32 },
};
