import { add, mean, mul, pow, type Scalar, type Tensor } from '@tensorflow/tfjs-core';
import { squaredGradientNorm } from './gradientNorm';
import type { Penalty } from './types';

/**
 * The Wasserstein divergence's term (Wu et al. 2018, arXiv 1712.01026, eq. 7): κ E ‖∇C‖ᵖ, without a target for the slope,
 * half of it at real and half at generated samples.
 */
export const wganDivPenalty: Penalty = {
  id: 'wgan-div',
  params: {
    kappa: { kind: 'float', default: 2, min: 0.01, max: 100, scale: 'log', live: true, group: 'objective' },
    power: { kind: 'float', default: 6, min: 2, max: 10, live: true, advanced: true, group: 'objective' },
  },
  of(score, real, fake, io) {
    const half = mul(io.live('power'), 0.5);
    const at = (x: Tensor) => mean(pow(squaredGradientNorm(score, x), half));
    return mul(mul(io.live('kappa'), 0.5), add(at(real), at(fake))) as Scalar;
  },
};
