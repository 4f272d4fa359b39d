import type { LayerSpec } from '../core/layers';
import type { Preset } from './types';

const up = (filters: number): LayerSpec[] => [
  { type: 'convTranspose', filters, kernel: 4, stride: 2 },
  { type: 'batchNorm' },
  { type: 'activation', fn: 'leakyRelu' },
];
const down = (filters: number): LayerSpec[] => [
  { type: 'conv', filters, kernel: 4, stride: 2 },
  { type: 'activation', fn: 'leakyRelu' },
];

/**
 * DCGAN on faces drawn by program, in colour. The paper's shape at an eighth of its width: from 4 × 4 three doublings to 32 × 32,
 * and back. Colour and detail need more channels at 16 × 16 than digits do. Steps and average as for digits.
 */
export const facesDcgan: Preset = {
  id: 'faces-dcgan',
  config: {
    system: 'dcgan',
    dataset: 'faces',
    batchSize: 32,
    systemParams: {
      generatorLayers: [
        { type: 'dense', units: 4 * 4 * 128 },
        { type: 'batchNorm' },
        { type: 'activation', fn: 'leakyRelu' },
        { type: 'reshape', height: 4, width: 4, channels: 128 },
        ...up(64),
        ...up(32),
      ],
      discriminatorLayers: [...down(24), ...down(48), ...down(96)],
      generatorRate: 2e-3,
      discriminatorRate: 1e-3,
      averaging: true,
    },
  },
};
