import type { Preset } from './types';

/** A category of eight and a ring of eight. */
export const ringInfogan: Preset = {
  id: 'ring-infogan',
  trained: 6000,
  config: { system: 'infogan', dataset: 'ring', batchSize: 128 },
};
