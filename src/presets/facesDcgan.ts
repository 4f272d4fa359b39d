import { doublingGenerator, halvings } from '../core/architectures';
import type { Preset } from './types';

/**
 * DCGAN on faces drawn by program, in colour. The paper's shape at an eighth of its width: from 4 × 4 three doublings to 32 × 32,
 * and back. Colour and detail need more channels at 16 × 16 than digits do. Steps and average as for digits.
 */
export const facesDcgan: Preset = {
  id: 'faces-dcgan',
  trained: 2500,
  config: {
    system: 'dcgan',
    dataset: 'faces',
    batchSize: 32,
    systemParams: {
      generatorLayers: doublingGenerator(4, [128, 64, 32]),
      discriminatorLayers: halvings([24, 48, 96]),
      generatorRate: 2e-3,
      discriminatorRate: 1e-3,
      averaging: true,
    },
  },
};
