import { add, mean, mul, type Scalar, square, sub, type Tensor } from '@tensorflow/tfjs-core';
import { gradientNorm } from './gradientNorm';
import type { Penalty, Score } from './types';

/** Mean (‖∇C‖ − 1)² at these points. */
export const distanceFromSlopeOne = (score: Score, at: Tensor): Scalar =>
  mean(square(sub(gradientNorm(score, at), 1))) as Scalar;

/**
 * The gradient penalty of WGAN-GP (Gulrajani et al. 2017, Algorithm 1): λ (‖∇C(x̂)‖ − 1)² at x̂ = ε x + (1 − ε) G(z),
 * ε ~ U[0, 1] for each sample.
 */
export const gradientPenalty: Penalty = {
  id: 'gradient-penalty',
  params: { lambda: { kind: 'float', default: 10, min: 0.01, max: 100, scale: 'log', live: true, group: 'objective' } },
  of(score, real, fake, io) {
    const epsilon = io.uniform([real.shape[0] as number, ...real.shape.slice(1).map(() => 1)]); // one per sample
    const between = add(fake, mul(epsilon, sub(real, fake)));
    return mul(io.live('lambda'), distanceFromSlopeOne(score, between)) as Scalar;
  },
};
