import { mean, mul, type Scalar, softplus, square, sub } from '@tensorflow/tfjs-core';
import type { Objective } from './types';

/**
 * b-GAN (Uehara et al. 2016, Algorithm 1) with the Pearson divergence f(r) = (r − 1)², which its authors found to work best:
 * D estimates the density ratio r = p/q, here softplus(C), under the Bregman divergence
 * E_q[f′(r) r − f(r)] − E_p[f′(r)] = E_q[r² − 1] − 2 E_p[r − 1]; G descends E_q[f(r)].
 */
export const bGan: Objective = {
  id: 'b-gan',
  paper: {
    authors: 'Uehara, Sato, Suzuki, Nakayama, Matsuo',
    title: 'Generative Adversarial Nets from a Density Ratio Estimation Perspective',
    year: 2016,
    id: '1610.02920',
  },
  score: 'critic',
  equilibrium: { discriminator: 0, generator: 0 },
  params: {},
  discriminatorLoss: (real, fake) =>
    sub(mean(sub(square(softplus(fake)), 1)), mul(2, mean(sub(softplus(real), 1)))) as Scalar,
  generatorLoss: (fake) => mean(square(sub(softplus(fake), 1))) as Scalar,
};
