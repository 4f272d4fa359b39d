import { add, div, mul, sqrt, square, sub } from '@tensorflow/tfjs-core';
import type { Rule } from './optimizer';

const EPSILON = 1e-8;

/** RMSProp (Hinton, Coursera lecture 6e, 2012): the gradient over the root of a running mean of its square. */
export const rmsprop: Rule<'v'> = {
  slots: { v: 'weights' },
  step(g, { v }, numbers) {
    const next = add(mul(numbers('decay'), v), mul(sub(1, numbers('decay')), square(g))); // as in Adam
    return { change: mul(numbers('rate'), div(g, add(sqrt(next), EPSILON))), slots: { v: next } };
  },
};
