import { halvings } from '../core/architectures';
import type { Preset } from './types';

/** Glasses on, glasses off, without a single face that is shown with and without. */
export const glassesCycle: Preset = {
  id: 'glasses-cycle',
  trained: 3000,
  config: {
    system: 'cyclegan',
    dataset: 'faces',
    datasetParams: { label: 'withGlasses' },
    batchSize: 8,
    // Glasses are a small part of a face: with the paper's weights it would rather be left as it is.
    systemParams: {
      discriminatorLayers: halvings([24, 48, 64]),
      discriminatorRate: 5e-4,
      cycleWeight: 4,
      identityWeight: 0,
    },
  },
};
