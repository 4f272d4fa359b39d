import type { Preset } from './types';

/** A number as the condition: the radius. */
export const circlesConditional: Preset = {
  id: 'circles-conditional',
  config: { system: 'cgan', dataset: 'circles', batchSize: 128 },
};
