import type { Preset } from './types';

/** Faces whose coarse and fine features can be mixed. */
export const facesStyles: Preset = {
  id: 'faces-styles',
  trained: 1500,
  config: { system: 'stylegan', dataset: 'faces', batchSize: 16, systemParams: { averaging: true } },
};
