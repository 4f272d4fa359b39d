import type { Preset } from './types';

/** Eight modes on a ring, the usual test for mode collapse. */
export const ring: Preset = {
  id: 'ring',
  config: { system: 'gan', dataset: 'ring', batchSize: 128 },
};
