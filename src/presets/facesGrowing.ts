import type { Preset } from './types';

/** Faces that grow from 4 × 4 to 32 × 32. */
export const facesGrowing: Preset = {
  id: 'faces-growing',
  trained: 2600,
  config: { system: 'progan', dataset: 'faces', batchSize: 16, systemParams: { averaging: true } },
};
