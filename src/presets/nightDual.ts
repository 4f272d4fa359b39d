import { halvings } from '../core/architectures';
import type { Preset } from './types';

/**
 * Day into night and back, with Wasserstein critics. Clipped ones this small find any light too little and any night too dark, until
 * only black and white are left; the gradient penalty does not.
 */
export const nightDual: Preset = {
  id: 'night-dual',
  trained: 2000,
  config: {
    system: 'dualgan',
    dataset: 'faces',
    batchSize: 8,
    systemParams: {
      domains: 'dimmed',
      objective: 'wgan-gp',
      discriminatorLayers: halvings([24, 48, 64]),
      generatorRate: 5e-4,
      generatorBeta1: 0,
      discriminatorBeta1: 0,
    },
  },
};
