import { add, cos, div, exp, minimum, mul, scalar, sub, type Tensor } from '@tensorflow/tfjs-core';
import { stateVariable } from '../stateVariable';
import { assign } from '../step';
import type { UpdateTrick } from './trick';

/** The learning rate's factor by the share of the schedule that is over, 0 to 1. */
const FACTORS: Readonly<Record<string, (share: Tensor) => Tensor>> = {
  linear: (share) => sub(1, share),
  cosine: (share) => mul(0.5, add(1, cos(mul(Math.PI, share)))),
  exponential: (share) => exp(mul(-Math.log(100), share)),
};

/** Choices of {@link schedule}. */
export const SCHEDULES: readonly string[] = ['none', ...Object.keys(FACTORS)];

/**
 * A learning rate that falls over the optimizer's first moves (as many as the live `scheduleMoves` says): in a line or along
 * half a cosine to zero, or by a constant factor per move to a hundredth. Afterwards it stays there.
 */
export function schedule(kind: string): UpdateTrick {
  const moves = stateVariable(() => scalar(0));
  return {
    state: { moves },
    rate: (io) => {
      assign(io, moves, add(moves, 1));
      return (FACTORS[kind] as (share: Tensor) => Tensor)(minimum(div(moves, io.live('scheduleMoves')), 1));
    },
  };
}
