import { add, mean, mul, type Scalar, square, sub } from '@tensorflow/tfjs-core';
import type { Objective } from './types';

/** Least squares (Mao et al. 2016, eq. 9) with the coding a = 0 for generated, b = 1 for real, c = 1 for what G wants. */
export const leastSquares: Objective = {
  id: 'least-squares',
  paper: {
    authors: 'Mao et al.',
    title: 'Least Squares Generative Adversarial Networks',
    year: 2016,
    id: '1611.04076',
  },
  score: 'target',
  // At p = q the best constant score is 1/2: ½·¼ + ½·¼ for D, ½·¼ for G.
  equilibrium: { discriminator: 0.25, generator: 0.125 },
  params: {},
  discriminatorLoss: (real, fake) => mul(0.5, add(mean(square(sub(real, 1))), mean(square(fake)))) as Scalar,
  generatorLoss: (fake) => mul(0.5, mean(square(sub(fake, 1)))) as Scalar,
};
