import type { Preset } from './types';

/** Glasses on, glasses off, without a single face that is shown with and without. */
export const glassesCycle: Preset = {
  id: 'glasses-cycle',
  config: { system: 'cyclegan', dataset: 'faces', datasetParams: { label: 'withGlasses' }, batchSize: 8 },
};
