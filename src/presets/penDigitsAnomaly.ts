import type { Preset } from './types';

/** Who has never seen a nine cannot draw one. */
export const penDigitsAnomaly: Preset = {
  id: 'pen-digits-anomaly',
  trained: 1500,
  config: { system: 'fanogan', dataset: 'pen-digits', batchSize: 32 },
};
