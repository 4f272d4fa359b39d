import { DCGAN_TUTORIAL, dcganDiscriminator, dcganGenerator } from '../core/architectures';
import type { Preset } from './types';

/** `dcgan-tutorial`: the width of TensorFlow's DCGAN tutorial on MNIST. For machines with a GPU. */
export const dcganTutorial: Preset = {
  id: 'dcgan-tutorial',
  config: {
    system: 'dcgan',
    dataset: 'mnist',
    batchSize: DCGAN_TUTORIAL.batchSize,
    systemParams: {
      latentSize: DCGAN_TUTORIAL.latentSize,
      generatorLayers: dcganGenerator(DCGAN_TUTORIAL, 28),
      discriminatorLayers: dcganDiscriminator(DCGAN_TUTORIAL),
      generatorRate: 2e-4,
      discriminatorRate: 2e-4,
    },
  },
};
