import type { Preset } from './types';

/** Two people who swap faces. */
export const facesSwapped: Preset = {
  id: 'faces-swapped',
  trained: 2000,
  config: { system: 'deepfake', dataset: 'two-people', batchSize: 16 },
};
