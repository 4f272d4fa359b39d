import { add, mean, neg, relu, type Scalar, sub } from '@tensorflow/tfjs-core';
import type { Objective } from './types';

/**
 * The hinge loss of Geometric GAN (Lim & Ye 2017, eq. 13, 14): D is a support vector machine that cares for samples inside
 * its margin only; G moves along D's normal.
 */
export const hinge: Objective = {
  id: 'hinge',
  paper: { authors: 'Lim, Ye', title: 'Geometric GAN', year: 2017, id: '1705.02894' },
  score: 'critic',
  // At p = q every constant score in [−1, 1] is optimal for D, so G's loss has no value of its own.
  equilibrium: { discriminator: 2, generator: null },
  params: {},
  discriminatorLoss: (real, fake) => add(mean(relu(sub(1, real))), mean(relu(add(1, fake)))) as Scalar,
  generatorLoss: (fake) => neg(mean(fake)) as Scalar,
};
