import { mean, reshape, type Tensor } from '@tensorflow/tfjs-core';
import type { Shape } from '../../core/layers';
import { ACTIVATION_FUNCTIONS } from '../activations';
import { conv } from './linear';
import type { Init, Layer } from './types';

/** Pictures [n, h, w, c] with the mean of every four cells as one, in operations that differentiate twice. */
export function downsampled(x: Tensor): Tensor {
  const [n, h, w, c] = x.shape as [number, number, number, number];
  const rows = mean(reshape(x, [(n * h) / 2, 2, w * c]), 1);
  return reshape(mean(reshape(rows, [(n * h * w) / 4, 2, c]), 1), [n, h / 2, w / 2, c]);
}

/** Pictures with their side halved so often. */
export const halved = (x: Tensor, times: number): Tensor => (times > 0 ? halved(downsampled(x), times - 1) : x);

/** Beside a generator: a picture of its features, by a convolution of single cells ("toRGB" of Karras et al. 2017). */
export function toPicture(channels: number, input: Shape, init: Init): Layer {
  const cells = conv({ filters: channels, kernel: 1, stride: 1 }, input, init);
  return { weights: cells.weights, apply: (x) => x, aside: (x, weights) => cells.apply(x, weights, {}) };
}

/** Beside a discriminator: features of a picture, by a convolution of single cells and a bend ("fromRGB"). */
export function fromPicture(channels: number, input: Shape, init: Init): Layer {
  const filters = input[2] as number;
  const cells = conv({ filters, kernel: 1, stride: 1 }, [...input.slice(0, 2), channels], init);
  return {
    weights: cells.weights,
    apply: (x) => x,
    aside: (x, weights) => ACTIVATION_FUNCTIONS.leakyRelu(cells.apply(x, weights, {})),
  };
}
