import { add, mean, mul, type Scalar, square, sub } from '@tensorflow/tfjs-core';
import type { Objective } from './types';

const paper = {
  authors: 'Mao et al.',
  title: 'Least Squares Generative Adversarial Networks',
  year: 2016,
  id: '1611.04076',
} as const;

/** What D aims at for generated (a) and real samples (b), and what G wants D to say (c). */
function coded(a: number, b: number, c: number) {
  return {
    params: {},
    discriminatorLoss: (real, fake) => mul(0.5, add(mean(square(sub(real, b))), mean(square(sub(fake, a))))) as Scalar,
    generatorLoss: (fake) => mul(0.5, mean(square(sub(fake, c)))) as Scalar,
    labelled: (scores, labels) => mul(0.5, mean(square(sub(scores, add(a, mul(b - a, labels)))))) as Scalar,
  } satisfies Partial<Objective>;
}

/** Least squares (Mao et al. 2016, eq. 9) with the coding a = 0 for generated, b = 1 for real, c = 1 for what G wants. */
export const leastSquares: Objective = {
  id: 'least-squares',
  paper,
  score: 'target',
  // At p = q the best constant score is 1/2: ½·¼ + ½·¼ for D, ½·¼ for G.
  equilibrium: { discriminator: 0.25, generator: 0.125 },
  ...coded(0, 1, 1),
};

/**
 * Least squares with the coding a = −1, b = 1, c = 0 (Mao et al. 2016, eq. 8): G then minimises the Pearson χ² divergence
 * between p + q and 2q (their theorem 1).
 */
export const leastSquaresPearson: Objective = {
  id: 'least-squares-pearson',
  paper,
  score: 'signed',
  // At p = q the best constant score is 0.
  equilibrium: { discriminator: 1, generator: 0 },
  ...coded(-1, 1, 0),
};
