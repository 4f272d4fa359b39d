import { add, mean, mul, type Scalar, type Tensor } from '@tensorflow/tfjs-core';
import type { StepIO } from '../nn/step';
import { squaredGradientNorm } from './gradientNorm';
import type { Critic, Objective } from './types';

/** R1 (Mescheder, Geiger, Nowozin 2018, arXiv 1801.04406, eq. 9): γ/2 E ‖∇C(x)‖² at real samples. */
export function r1(critic: Critic, real: Tensor, io: StepIO): Scalar {
  return mul(mul(io.live('gamma'), 0.5), mean(squaredGradientNorm(critic, real))) as Scalar;
}

/** An objective with R1 added to whatever penalty it has. */
export function withR1(objective: Objective): Objective {
  return {
    ...objective,
    penalty: (critic, real, fake, io) => {
      const own = objective.penalty?.(critic, real, fake, io);
      const added = r1(critic, real, io);
      return own ? (add(own, added) as Scalar) : added;
    },
  };
}
