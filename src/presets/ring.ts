import { dense } from '../core/architectures';
import type { Preset } from './types';

/**
 * Eight modes on a ring, the usual test for mode collapse. Nets, steps and penalty chosen so that every mode is found in
 * seconds and kept; the moving average keeps what is shown from trembling with G's last steps.
 */
export const ring: Preset = {
  id: 'ring',
  trained: 6000,
  config: {
    system: 'gan',
    dataset: 'ring',
    batchSize: 128,
    systemParams: {
      generatorLayers: dense([64, 64, 64], 'relu'),
      discriminatorLayers: dense([64, 64, 64], 'relu'),
      generatorRate: 1.5e-3,
      discriminatorRate: 1.5e-3,
      penalty: 'r1',
      gamma: 0.05,
      averaging: true,
    },
  },
};
