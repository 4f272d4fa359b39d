import {
  add,
  conv2d,
  conv2dTranspose,
  matMul,
  reshape,
  sub,
  type Tensor,
  type Tensor2D,
  type Tensor4D,
  unstack,
} from '@tensorflow/tfjs-core';
import type { Shape } from '../../core/layers';
import { ACTIVATION_FUNCTIONS } from '../activations';
import { constant, gaussian, type Init, type Layer, matrix, scaled, spread } from './types';

export function dense(inputs: number, units: number, init: Init): Layer {
  return {
    weights: [matrix([inputs, units], spread(init, inputs)), constant([units], 0)],
    apply: (x, [w, b]) => add(matMul(x as Tensor2D, scaled(w as Tensor, init, inputs) as Tensor2D), b as Tensor), // [n, units]
  };
}

/** Maxout (Goodfellow et al. 2013, arXiv 1302.4389, eq. 2): each unit is the greatest of several linear pieces. */
export function maxout(inputs: number, { units, pieces }: { units: number; pieces: number }, init: Init): Layer {
  const linear = dense(inputs, units * pieces, init);
  return {
    weights: linear.weights,
    apply: (x, weights, context) => {
      const all = reshape(linear.apply(x, weights, context), [x.shape[0] as number, units, pieces]);
      // max(a, b) = a + relu(b − a), which can be differentiated twice.
      return unstack(all, 2).reduce((most, piece) => add(most, ACTIVATION_FUNCTIONS.relu(sub(piece, most))));
    },
  };
}

type ConvSpec = { filters: number; kernel: number; stride: number };

export function conv({ filters, kernel, stride }: ConvSpec, input: Shape, init: Init): Layer {
  const channels = input[2] as number;
  const fanIn = kernel * kernel * channels;
  return {
    weights: [matrix([kernel, kernel, channels, filters], spread(init, fanIn)), constant([filters], 0)],
    apply: (x, [w, b]) =>
      add(conv2d(x as Tensor4D, scaled(w as Tensor, init, fanIn) as Tensor4D, stride, 'same'), b as Tensor),
  };
}

export function convTranspose({ filters, kernel, stride }: ConvSpec, input: Shape, output: Shape, init: Init): Layer {
  const channels = input[2] as number;
  const [height, width] = output as [number, number, number];
  // Each output cell sums (kernel / stride)² taps.
  const fanIn = ((kernel * kernel) / (stride * stride)) * channels;
  return {
    // TensorFlow's order for transposed filters: [height, width, out, in].
    weights: [gaussian([kernel, kernel, filters, channels], 0, spread(init, fanIn)), constant([filters], 0)],
    apply: (x, [w, b]) => {
      const shape: [number, number, number, number] = [x.shape[0] as number, height, width, filters];
      const filter = scaled(w as Tensor, init, fanIn) as Tensor4D;
      return add(conv2dTranspose(x as Tensor4D, filter, shape, stride, 'same'), b as Tensor);
    },
  };
}
