import { mul, type Tensor } from '@tensorflow/tfjs-core';
import type { Shape } from '../../core/layers';
import type { Stream } from '../../core/random';
import type { StepIO } from '../step';

/**
 * How weights are drawn: `he` keeps the variance through (leaky) ReLU; `dcgan` is N(0, 0.02) of Radford et al.; `torch` has
 * the spread of PyTorch's linear layers; `equalized` is N(0, 1), and the layer scales its kernel as `he` would have drawn it whenever
 * it is applied, so that every kernel learns at the same rate (Karras et al. 2017, arXiv 1710.10196, section 4.1).
 */
export type Init = 'he' | 'dcgan' | 'torch' | 'equalized';

/** One trained array of a layer. */
export interface WeightSpec {
  shape: Shape;
  /** A matrix, its last axis the outputs, which spectral normalization divides by its norm. */
  kernel?: boolean;
  /** Fills the array at the start of a run. */
  fill(out: Float32Array, stream: Stream): void;
}

/** What a layer may do while it is applied, beside computing. */
export interface LayerContext {
  /** Absent when the network only looks (generate, views): no dropout, moving statistics. */
  io?: StepIO;
  /** Moving mean and variance of this batch normalization, each [channels]. */
  moving?: { mean: Tensor; variance: Tensor };
  /** What styles are made from, [n, styles]. */
  style?: Tensor;
  /** What a skip connection joins: an earlier layer's output. */
  earlier?: Tensor;
  /** Told the batch statistics, so that the network can move the averages. */
  observed?(mean: Tensor, variance: Tensor): void;
}

/** A layer at work: its weights and its function. Weights come in as arguments, so that gradients can be asked for them. */
export interface Layer {
  weights: readonly WeightSpec[];
  /** Channels of a batch normalization; absent for all others. */
  normalizes?: number;
  apply(x: Tensor, weights: readonly Tensor[], context: LayerContext): Tensor;
  /** What a layer that stands aside makes of features, a picture, or of a picture, features. */
  aside?(x: Tensor, weights: readonly Tensor[]): Tensor;
}

/** An array drawn from N(mean, sd²). */
export const gaussian = (shape: Shape, mean: number, sd: number): WeightSpec => ({
  shape,
  fill: (out, stream) => {
    for (let i = 0; i < out.length; i++) out[i] = mean + sd * stream.normal();
  },
});

/** A kernel drawn from N(0, sd²). */
export const matrix = (shape: Shape, sd: number): WeightSpec => ({ ...gaussian(shape, 0, sd), kernel: true });

/** An array that starts at one value. */
export const constant = (shape: Shape, value: number): WeightSpec => ({ shape, fill: (out) => void out.fill(value) });

/** Standard deviation of fresh weights. */
export function spread(init: Init, fanIn: number): number {
  if (init === 'dcgan') return 0.02;
  if (init === 'equalized') return 1;
  return Math.sqrt((init === 'torch' ? 1 / 3 : 2) / fanIn);
}

/** A kernel as it is applied. */
export const scaled = (kernel: Tensor, init: Init, fanIn: number): Tensor =>
  init === 'equalized' ? mul(kernel, spread('he', fanIn)) : kernel;
