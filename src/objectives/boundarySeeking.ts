import { mean, mul, type Scalar, square } from '@tensorflow/tfjs-core';
import { minimax } from './minimax';
import type { Objective } from './types';

/**
 * Boundary-seeking GAN for continuous data (Hjelm et al. 2017, eq. 13): G brings its samples to D's decision boundary,
 * ½ E (log D − log(1 − D))² = ½ E C².
 */
export const boundarySeeking: Objective = {
  ...minimax,
  id: 'boundary-seeking',
  paper: {
    authors: 'Hjelm et al.',
    title: 'Boundary-Seeking Generative Adversarial Networks',
    year: 2017,
    id: '1702.08431',
  },
  equilibrium: { discriminator: 2 * Math.LN2, generator: 0 },
  generatorLoss: (fake) => mul(0.5, mean(square(fake))) as Scalar,
};
