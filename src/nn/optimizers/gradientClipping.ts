import { div, maximum, mul, sqrt, square, sum } from '@tensorflow/tfjs-core';
import type { UpdateTrick } from './trick';

/** Gradient clipping (Pascanu, Mikolov, Bengio 2012, arXiv 1211.5063, Algorithm 1): a gradient longer than the bound is cut to it. */
export const gradientClipping: UpdateTrick = {
  gradient: (gradient, _theta, io) => {
    const bound = io.live('gradientBound');
    return mul(gradient, div(bound, maximum(sqrt(sum(square(gradient))), bound)));
  },
};
