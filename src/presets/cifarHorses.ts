import { doublingGenerator, halvings } from '../core/architectures';
import type { Preset } from './types';

/**
 * DCGAN on the horses of CIFAR-10 with what Chollet, Deep Learning with Python (2017), section 8.5 recommends: noisy labels, dropout in
 * D, LeakyReLU, tanh, kernels divisible by the stride. Nets, batch normalization and Adam are DCGAN's own, at an eighth of its width
 * in G: his, without normalization and at the width that fits here, found the photographs' colours and no horse.
 */
export const cifarHorses: Preset = {
  id: 'cifar-horses',
  trained: 6000,
  config: {
    system: 'dcgan',
    dataset: 'cifar',
    datasetParams: { only: 'horse' },
    batchSize: 32,
    systemParams: {
      latentSize: 32,
      generatorLayers: doublingGenerator(4, [128, 64, 32]),
      discriminatorLayers: [...halvings([32, 64, 128]), { type: 'flatten' }, { type: 'dropout', rate: 0.4 }],
      softLabels: true,
      realLabel: 1,
      labelNoise: 0.05,
      generatorRate: 1e-3,
      discriminatorRate: 5e-4,
      averaging: true,
    },
  },
};
