import type { Preset } from './types';

/** The lectures' screw factory: a machine set to 10 cm learns to make screws of 5 cm under the inspector's eye. */
export const screws: Preset = {
  id: 'screws',
  trained: 3000,
  config: { system: 'gan', dataset: 'screws', batchSize: 64, systemParams: { generatorRate: 5e-4 } },
};
