import { add, div, mul, scalar, sub, variable } from '@tensorflow/tfjs-core';
import { stateVariable } from '../stateVariable';
import { assign } from '../step';
import type { Trained } from './optimizer';
import type { UpdateTrick } from './trick';

/**
 * Historical averaging (Salimans et al. 2016, arXiv 1606.03498, section 3.3): the loss gets w ‖θ − θ̄‖², θ̄ the mean of all
 * past weights, here by its gradient 2 w (θ − θ̄).
 */
export function historicalAveraging(network: Trained): UpdateTrick {
  const mean = variable(network.theta);
  const count = stateVariable(() => scalar(1));
  return {
    state: { mean, count },
    gradient: (gradient, theta, io) => add(gradient, mul(mul(2, io.live('historyWeight')), sub(theta, mean))),
    follow: (theta, io) => {
      const next = add(count, 1);
      assign(io, mean, add(mean, div(sub(theta, mean), next)));
      assign(io, count, next);
    },
  };
}
