import { mean, mul, type Scalar, type Tensor } from '@tensorflow/tfjs-core';
import type { StepIO } from '../../nn/step';
import { squaredGradientNorm } from './gradientNorm';
import type { Penalty, Score } from './types';

/** γ/2 E ‖∇C‖² at these points. */
export const zeroCentred = (score: Score, at: Tensor, io: StepIO): Scalar =>
  mul(mul(io.live('gamma'), 0.5), mean(squaredGradientNorm(score, at))) as Scalar;

/** R1 (Mescheder, Geiger, Nowozin 2018, arXiv 1801.04406, eq. 9): γ/2 E ‖∇C(x)‖² at real samples. */
export const r1: Penalty = {
  id: 'r1',
  params: {
    gamma: { kind: 'float', default: 0.1, min: 1e-4, max: 1000, scale: 'log', live: true, group: 'objective' },
  },
  of: (score, real, _fake, io) => zeroCentred(score, real, io),
};
