import { add, div, mean, mul, sqrt, square, sub, type Tensor } from '@tensorflow/tfjs-core';
import type { Shape } from '../../core/layers';
import { constant, gaussian, type Init, type Layer } from './types';

const EPSILON = 1e-5;

/** Ioffe & Szegedy (arXiv 1502.03167), per channel over batch and space, written in operations that differentiate twice. */
export function batchNorm(input: Shape, init: Init): Layer {
  const channels = input[input.length - 1] as number;
  const scale = init === 'dcgan' ? gaussian([channels], 1, 0.02) : constant([channels], 1);
  const axes = input.map((_, axis) => axis); // every axis but the channels, the batch counted
  return {
    weights: [scale, constant([channels], 0)],
    normalizes: channels,
    apply: (x, [gamma, beta], { io, moving, observed }) => {
      const training = io !== undefined || !moving;
      const mu = training ? mean(x, axes) : moving.mean; // [channels]
      const centred = sub(x, mu);
      const variance = training ? mean(square(centred), axes) : moving.variance;
      if (training) observed?.(mu, variance);
      const factor = div(gamma as Tensor, sqrt(add(variance, EPSILON)));
      return add(mul(centred, factor), beta as Tensor);
    },
  };
}

/** Each sample by itself, over these axes of [n, ...sample], then a scale and a shift for each channel. */
function perSample(input: Shape, axes: readonly number[]): Layer {
  const channels = input[input.length - 1] as number;
  return {
    weights: [constant([channels], 1), constant([channels], 0)],
    apply: (x, [gamma, beta]) => {
      const centred = sub(x, mean(x, [...axes], true));
      const variance = mean(square(centred), [...axes], true);
      return add(mul(div(centred, sqrt(add(variance, EPSILON))), gamma as Tensor), beta as Tensor);
    },
  };
}

/** Layer normalization (Ba, Kiros, Hinton 2016, arXiv 1607.06450): over all numbers of a sample. */
export const layerNorm = (input: Shape): Layer =>
  perSample(
    input,
    input.map((_, axis) => axis + 1),
  );

/** Instance normalization (Ulyanov, Vedaldi, Lempitsky 2016, arXiv 1607.08022): over the cells of each channel. */
export const instanceNorm = (input: Shape): Layer => perSample(input, [1, 2]);

/** Pixel normalization (Karras et al. 2017, arXiv 1710.10196, section 4.2): every cell's channels to length √channels. */
export function pixelNorm(): Layer {
  return {
    weights: [],
    apply: (x) => div(x, sqrt(add(mean(square(x), x.rank - 1, true), 1e-8))),
  };
}
