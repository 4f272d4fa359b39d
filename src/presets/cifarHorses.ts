import type { LayerSpec } from '../core/layers';
import type { Preset } from './types';

const bend: LayerSpec = { type: 'activation', fn: 'leakyRelu' };
const conv = (filters: number, kernel: number, stride: number): LayerSpec[] => [
  { type: 'conv', filters, kernel, stride },
  bend,
];

/**
 * DCGAN on the horses of CIFAR-10 by the recipe of Chollet, Deep Learning with Python (2017), section 8.5: noisy labels, dropout in D,
 * kernels divisible by the stride, no batch normalization, RMSProp with cut gradients. G at an eighth of the width, D at half; G's
 * last doubling comes at its end, where it is four times cheaper, and a gradient is cut by its length, not number by number.
 */
export const cifarHorses: Preset = {
  id: 'cifar-horses',
  config: {
    system: 'dcgan',
    dataset: 'cifar',
    datasetParams: { only: 'horse' },
    batchSize: 20,
    systemParams: {
      latentSize: 32,
      generatorLayers: [
        { type: 'dense', units: 8 * 8 * 32 },
        bend,
        { type: 'reshape', height: 8, width: 8, channels: 32 },
        ...conv(32, 5, 1),
        { type: 'convTranspose', filters: 32, kernel: 4, stride: 2 },
        bend,
        ...conv(32, 5, 1),
        ...conv(32, 5, 1),
      ],
      discriminatorLayers: [
        ...conv(32, 3, 1),
        ...conv(64, 4, 2),
        ...conv(64, 4, 2),
        ...conv(64, 4, 2),
        { type: 'flatten' },
        { type: 'dropout', rate: 0.4 },
      ],
      softLabels: true,
      realLabel: 1,
      labelNoise: 0.05,
      gradientClipping: true,
      generatorOptimizer: 'rmsprop',
      generatorRate: 4e-4,
      discriminatorOptimizer: 'rmsprop',
      discriminatorRate: 8e-4,
    },
  },
};
