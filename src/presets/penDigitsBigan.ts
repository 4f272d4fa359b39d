import type { Preset } from './types';

/** The encoder never sees a pair that the generator made; still, decode its codes and the digit comes back, roughly. */
export const penDigitsBigan: Preset = {
  id: 'pen-digits-bigan',
  trained: 1500,
  config: { system: 'bigan', dataset: 'pen-digits', batchSize: 64 },
};
