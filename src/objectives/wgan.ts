import { mean, neg, type Scalar, sub } from '@tensorflow/tfjs-core';
import { clipWeights } from './clipping';
import type { Objective } from './types';

/**
 * Wasserstein GAN with weight clipping (Arjovsky, Chintala, Bottou 2017, Algorithm 1): the critic's mean difference is a
 * lower bound on a multiple of the earth mover's distance while its weights stay in [−c, c].
 */
export const wgan: Objective = {
  id: 'wgan',
  paper: { authors: 'Arjovsky, Chintala, Bottou', title: 'Wasserstein GAN', year: 2017, id: '1701.07875' },
  score: 'critic',
  equilibrium: null,
  params: {},
  recipe: {
    penalty: 'none',
    clip: 0.01,
    k: 5,
    discriminatorOptimizer: 'rmsprop',
    discriminatorRate: 5e-5,
    generatorOptimizer: 'rmsprop',
    generatorRate: 5e-5,
  },
  discriminatorLoss: (real, fake) => sub(mean(fake), mean(real)) as Scalar,
  generatorLoss: (fake) => neg(mean(fake)) as Scalar,
  constrain: clipWeights,
};
