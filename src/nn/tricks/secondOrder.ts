import { add, engine, mul, type Scalar, square, sub, sum, type Tensor } from '@tensorflow/tfjs-core';
import type { ParamSpecs } from '../../core/params';
import '../gradients';
import type { StepIO } from '../step';

/** Declares the tricks that differentiate through gradients of weights. */
export const SECOND_ORDER_PARAMS = {
  unrolling: { kind: 'int', default: 0, min: 0, max: 10, group: 'tricks' },
  unrollRate: {
    kind: 'float',
    default: 0.01,
    min: 1e-4,
    max: 1,
    scale: 'log',
    live: true,
    group: 'tricks',
    when: { param: 'unrolling', is: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] },
  },
  consensus: { kind: 'flag', default: false, group: 'tricks' },
  consensusWeight: {
    kind: 'float',
    default: 0.1,
    min: 1e-3,
    max: 100,
    scale: 'log',
    live: true,
    group: 'tricks',
    when: { param: 'consensus', is: [true] },
  },
} satisfies ParamSpecs;

/** Gradients of a loss for these weights, themselves differentiable; weights that it does not reach are left out. */
function gradients(loss: () => Scalar, weights: readonly Tensor[]): (Tensor | undefined)[] {
  return engine().gradients(loss as () => Tensor, [...weights], undefined, true).grads;
}

/**
 * Unrolled GAN (Metz et al. 2016, arXiv 1611.02163, eq. 4–6): D's weights after K steps of gradient descent on its own loss,
 * as a function of what that loss depends on.
 */
export function unrolled(
  weights: readonly Tensor[],
  loss: (weights: readonly Tensor[]) => Scalar,
  steps: number,
  io: StepIO,
): readonly Tensor[] {
  let present = weights;
  for (let k = 0; k < steps; k++) {
    const at = present;
    const gradient = gradients(() => loss(at), at);
    present = at.map((w, i) => {
      const g = gradient[i];
      return g ? sub(w, mul(io.live('unrollRate'), g)) : w;
    });
  }
  return present;
}

/**
 * The regularizer of consensus optimization (Mescheder, Nowozin, Geiger 2017, arXiv 1705.10461, section 4): γ/2 ‖v‖² of the
 * gradients v of both players' losses, each for its own weights.
 */
export function consensusTerm(
  players: readonly { weights: readonly Tensor[]; loss: () => Scalar }[],
  io: StepIO,
): Scalar {
  const norms = players.flatMap(({ weights, loss }) =>
    gradients(loss, weights).flatMap((g) => (g ? sum(square(g)) : [])),
  );
  const all = norms.reduce((total, norm) => add(total, norm));
  return mul(mul(io.live('consensusWeight'), 0.5), all) as Scalar;
}
