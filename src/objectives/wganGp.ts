import { add, mean, mul, type Scalar, square, sub } from '@tensorflow/tfjs-core';
import { gradientNorm } from './gradientNorm';
import type { Objective } from './types';
import { wgan } from './wgan';

/**
 * Wasserstein GAN with gradient penalty (Gulrajani et al. 2017, Algorithm 1): λ (‖∇C(x̂)‖ − 1)² at
 * x̂ = ε x + (1 − ε) G(z), ε ~ U[0, 1] for each sample.
 */
export const wganGp: Objective = {
  id: 'wgan-gp',
  paper: { authors: 'Gulrajani et al.', title: 'Improved Training of Wasserstein GANs', year: 2017, id: '1704.00028' },
  score: 'critic',
  equilibrium: null,
  params: {
    lambda: { kind: 'float', default: 10, min: 0.01, max: 100, scale: 'log', live: true, group: 'objective' },
  },
  discriminatorLoss: wgan.discriminatorLoss,
  generatorLoss: wgan.generatorLoss,
  penalty(critic, real, fake, io) {
    const epsilon = io.uniform([real.shape[0] as number, ...real.shape.slice(1).map(() => 1)]); // one per sample
    const between = add(fake, mul(epsilon, sub(real, fake)));
    return mul(io.live('lambda'), mean(square(sub(gradientNorm(critic, between), 1)))) as Scalar;
  },
};
