import type { Preset } from './types';

/** A number as the condition: the radius. */
export const circlesConditional: Preset = {
  id: 'circles-conditional',
  trained: 6000,
  config: { system: 'cgan', dataset: 'circles', batchSize: 128 },
};
