import type { Preset } from './types';

/** Who has never seen a nine cannot draw one. */
export const penDigitsAnomaly: Preset = {
  id: 'pen-digits-anomaly',
  config: { system: 'fanogan', dataset: 'pen-digits', batchSize: 32 },
};
