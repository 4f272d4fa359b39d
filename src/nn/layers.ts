import {
  add,
  conv2d,
  conv2dTranspose,
  div,
  floor,
  matMul,
  mean,
  mul,
  reshape,
  sqrt,
  square,
  sub,
  type Tensor,
  type Tensor2D,
  type Tensor4D,
} from '@tensorflow/tfjs-core';
import type { LayerSpec, Shape } from '../core/layers';
import type { Stream } from '../core/random';
import { ACTIVATION_FUNCTIONS } from './activations';
import type { StepIO } from './step';

/** How weights are drawn: `he` keeps the variance through (leaky) ReLU; `dcgan` is N(0, 0.02) of Radford et al. */
export type Init = 'he' | 'dcgan';

/** One trained array of a layer. */
export interface WeightSpec {
  shape: Shape;
  /** Fills the array at the start of a run. */
  fill(out: Float32Array, stream: Stream): void;
}

/** What a layer may do while it is applied, beside computing. */
export interface LayerContext {
  /** Absent when the network only looks (generate, views): no dropout, moving statistics. */
  io?: StepIO;
  /** Moving mean and variance of this batch normalization, each [channels]. */
  moving?: { mean: Tensor; variance: Tensor };
  /** Told the batch statistics, so that the network can move the averages. */
  observed?(mean: Tensor, variance: Tensor): void;
}

/** A layer at work: its weights and its function. Weights come in as arguments, so that gradients can be asked for them. */
export interface Layer {
  weights: readonly WeightSpec[];
  /** Channels of a batch normalization; absent for all others. */
  normalizes?: number;
  apply(x: Tensor, weights: readonly Tensor[], context: LayerContext): Tensor;
}

const BATCH_NORM_EPSILON = 1e-5;

/** Makes the layer that a record describes, for inputs of that shape (batch axis left out). */
export function makeLayer(spec: LayerSpec, input: Shape, output: Shape, init: Init): Layer {
  switch (spec.type) {
    case 'dense':
      return dense(input[0] ?? 1, spec.units, init);
    case 'conv':
      return conv(spec, input, init);
    case 'convTranspose':
      return convTranspose(spec, input, output, init);
    case 'batchNorm':
      return batchNorm(input, init);
    case 'activation': {
      const f = ACTIVATION_FUNCTIONS[spec.fn];
      return { weights: [], apply: (x) => f(x) };
    }
    case 'dropout':
      return dropout(spec.rate);
    case 'flatten':
    case 'reshape':
      return { weights: [], apply: (x) => reshape(x, [x.shape[0] as number, ...output]) };
  }
}

const gaussian = (shape: Shape, mean: number, sd: number): WeightSpec => ({
  shape,
  fill: (out, stream) => {
    for (let i = 0; i < out.length; i++) out[i] = mean + sd * stream.normal();
  },
});

const constant = (shape: Shape, value: number): WeightSpec => ({ shape, fill: (out) => void out.fill(value) });

const spread = (init: Init, fanIn: number): number => (init === 'dcgan' ? 0.02 : Math.sqrt(2 / fanIn));

function dense(inputs: number, units: number, init: Init): Layer {
  return {
    weights: [gaussian([inputs, units], 0, spread(init, inputs)), constant([units], 0)],
    apply: (x, [w, b]) => add(matMul(x as Tensor2D, w as Tensor2D), b as Tensor), // [n, units]
  };
}

type ConvSpec = { filters: number; kernel: number; stride: number };

function conv({ filters, kernel, stride }: ConvSpec, input: Shape, init: Init): Layer {
  const channels = input[2] as number;
  return {
    weights: [
      gaussian([kernel, kernel, channels, filters], 0, spread(init, kernel * kernel * channels)),
      constant([filters], 0),
    ],
    apply: (x, [w, b]) => add(conv2d(x as Tensor4D, w as Tensor4D, stride, 'same'), b as Tensor),
  };
}

function convTranspose({ filters, kernel, stride }: ConvSpec, input: Shape, output: Shape, init: Init): Layer {
  const channels = input[2] as number;
  const [height, width] = output as [number, number, number];
  return {
    // TensorFlow's order for transposed filters: [height, width, out, in]. Each output cell sums (kernel / stride)² taps.
    weights: [
      gaussian(
        [kernel, kernel, filters, channels],
        0,
        spread(init, ((kernel * kernel) / (stride * stride)) * channels),
      ),
      constant([filters], 0),
    ],
    apply: (x, [w, b]) => {
      const shape: [number, number, number, number] = [x.shape[0] as number, height, width, filters];
      return add(conv2dTranspose(x as Tensor4D, w as Tensor4D, shape, stride, 'same'), b as Tensor);
    },
  };
}

/** Ioffe & Szegedy (arXiv 1502.03167), per channel over batch and space, written in operations that differentiate twice. */
function batchNorm(input: Shape, init: Init): Layer {
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
      const factor = div(gamma as Tensor, sqrt(add(variance, BATCH_NORM_EPSILON)));
      return add(mul(centred, factor), beta as Tensor);
    },
  };
}

function dropout(rate: number): Layer {
  return {
    weights: [],
    apply: (x, _weights, { io }) => {
      if (!io || rate === 0) return x;
      const kept = floor(add(io.uniform(x.shape), 1 - rate)); // 1 with probability 1 − rate
      return mul(x, mul(kept, 1 / (1 - rate)));
    },
  };
}
