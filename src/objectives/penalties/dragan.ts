import { add, mean, mul, type Scalar, sqrt, square, sub } from '@tensorflow/tfjs-core';
import { distanceFromSlopeOne, gradientPenalty } from './gradientPenalty';
import type { Penalty } from './types';

/**
 * The local penalty of DRAGAN (Kodali et al. 2017, arXiv 1705.07215, Algorithm 1, k = 1): λ (‖∇C(x + δ)‖ − 1)² around real
 * samples only, δ = ½ sd(batch) U[0, 1] in every coordinate. The authors' program draws the same δ, but goes only a share
 * α ~ U[0, 1] of the way to x + δ, another for each sample.
 */
export const draganPenalty: Penalty = {
  id: 'dragan',
  params: gradientPenalty.params,
  of(score, real, _fake, io) {
    const sd = sqrt(mean(square(sub(real, mean(real)))));
    const around = add(real, mul(mul(sd, 0.5), io.uniform(real.shape)));
    return mul(io.live('lambda'), distanceFromSlopeOne(score, around)) as Scalar;
  },
};
