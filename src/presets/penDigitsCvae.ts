import type { Preset } from './types';

/** The class says what to write, the code how. */
export const penDigitsCvae: Preset = {
  id: 'pen-digits-cvae',
  trained: 3000,
  config: { system: 'cvae', dataset: 'pen-digits', batchSize: 64, systemParams: { latentSize: 4 } },
};
