import type { Preset } from './types';

/** Eight modes, and the players are told which. */
export const ringConditional: Preset = {
  id: 'ring-conditional',
  trained: 6000,
  config: { system: 'cgan', dataset: 'ring', batchSize: 128 },
};
