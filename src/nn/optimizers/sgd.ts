import { add, mul } from '@tensorflow/tfjs-core';
import type { Rule } from './optimizer';

/** Stochastic gradient descent with Polyak's heavy-ball momentum: u ← μ u + g, θ ← θ − α u. */
export const sgd: Rule<'u'> = {
  slots: { u: 'weights' },
  step(g, { u }, numbers) {
    const next = add(mul(numbers('momentum'), u), g);
    return { change: mul(numbers('rate'), next), slots: { u: next } };
  },
};
