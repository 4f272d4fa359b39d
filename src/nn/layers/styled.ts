import {
  add,
  div,
  matMul,
  mean,
  mul,
  reshape,
  sqrt,
  square,
  sub,
  type Tensor,
  type Tensor2D,
  zeros,
} from '@tensorflow/tfjs-core';
import type { Shape } from '../../core/layers';
import { constant, gaussian, type Layer } from './types';

/** The learned picture that every sample begins with, whatever comes in (Karras et al. 2018, arXiv 1812.04948, figure 1). */
export function constantPicture(output: Shape): Layer {
  return {
    weights: [gaussian(output, 0, 1)],
    apply: (x, [picture]) => add(zeros([x.shape[0] as number, ...output]), picture as Tensor),
  };
}

/** Pictures [n, h, w, c] with every cell four times, in operations that differentiate twice. */
export function upsampled(x: Tensor): Tensor {
  const [n, h, w, c] = x.shape as [number, number, number, number];
  // One axis after the other: the gradient then sums over one at a time, which can be replayed.
  const across = reshape(add(reshape(x, [n * h * w, 1, c]), zeros([n * h * w, 2, c])), [n * h, 1, 2 * w * c]);
  return reshape(add(across, zeros([n * h, 2, 2 * w * c])), [n, 2 * h, 2 * w, c]);
}

/** Pictures with their side doubled so often. */
export const doubled = (x: Tensor, times: number): Tensor => (times > 0 ? doubled(upsampled(x), times - 1) : x);

/** One normal number for each cell, added to every channel with a learned weight; none while the network only looks. */
export function noise([height = 1, width = 1, channels = 1]: Shape): Layer {
  return {
    weights: [constant([channels], 0)],
    apply: (x, [scale], { io }) => {
      if (!io) return x;
      return add(x, mul(io.normal([x.shape[0] as number, height, width, 1]), scale as Tensor));
    },
  };
}

/**
 * Adaptive instance normalization (the same paper, equation 1): the cells of each channel to mean 0 and variance 1, then by a and
 * b, which linear layers make of the style [n, styles].
 */
export function style(input: Shape, styles: number): Layer {
  const channels = input[2] as number;
  const sd = 0.5 / Math.sqrt(styles);
  return {
    weights: [
      gaussian([styles, channels], 0, sd),
      constant([channels], 1),
      gaussian([styles, channels], 0, sd),
      constant([channels], 0),
    ],
    apply: (x, [wa, ba, wb, bb], { style: given }) => {
      const centred = sub(x, mean(x, [1, 2], true));
      const variance = mean(square(centred), [1, 2], true);
      const affine = (w?: Tensor, b?: Tensor) =>
        reshape(add(matMul(given as Tensor2D, w as Tensor2D), b as Tensor), [-1, 1, 1, channels]);
      return add(mul(div(centred, sqrt(add(variance, 1e-5))), affine(wa, ba)), affine(wb, bb));
    },
  };
}
