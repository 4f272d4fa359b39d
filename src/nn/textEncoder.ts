import {
  add,
  concat,
  div,
  matMul,
  relu,
  reshape,
  slice,
  sub,
  sum,
  type Tensor,
  type Tensor2D,
  tensor,
  zeros,
} from '@tensorflow/tfjs-core';
import type { Stream } from '../core/random';
import { sizeOf } from '../core/shape';
import { ACTIVATION_FUNCTIONS, absolute } from './activations';
import { FlatWeights } from './flatWeights';
import { type Gaussian, gaussianOf } from './gaussian';

/** Numbers of a word, and features of three neighbouring words. */
const WIDTH = 16;
const FEATURES = 48;

/** Place of the weights that say what is expected. */
const EXPECTED = 5;

/**
 * Reads sentences: a learned vector for each word, a convolution over every three neighbours, the sum over the sentence, a linear
 * layer. So it knows what belongs together ("red hair") wherever in the sentence it stands (Kim 2014, arXiv 1408.5882, with a sum in
 * the place of the maximum). Beside it is a linear layer that says what a picture looks like of which a code speaks, so that it can
 * be trained.
 */
export class TextEncoder extends FlatWeights {
  private readonly shapes: readonly (readonly number[])[];

  /** `vocabulary`: number of words; codes are Gaussians of `size` numbers; `seen`: numbers of what they say. */
  constructor(
    private readonly vocabulary: number,
    size: number,
    seen: number,
    stream: Stream,
  ) {
    const layer = (inputs: number, outputs: number) => [[inputs, outputs], [outputs]];
    const shapes = [
      [vocabulary, WIDTH],
      ...layer(3 * WIDTH, FEATURES),
      ...layer(FEATURES, 2 * size),
      ...layer(size, seen),
    ];
    const numbers = shapes.flatMap((shape, i) => {
      const own = new Float32Array(sizeOf(shape));
      // What it expects begins at nothing in particular.
      if (shape.length === 1 || i === EXPECTED) return [...own];
      // Words are as large as noise; then variances stay as they are (He et al. 2015).
      const scale = i === 0 ? 1 : Math.sqrt(2 / (shape[0] as number));
      return [...stream.fillNormal(own)].map((value) => scale * value);
    });
    super(numbers);
    this.shapes = shapes;
  }

  /** Codes [n, size] of words [n, length], numbered from 0; −1 is no word. */
  apply(words: Tensor): Gaussian {
    const [n, length] = words.shape as [number, number];
    const [vectors, kernel, bias, last, lastBias] = this.parts();
    const numbers = tensor(Array.from({ length: this.vocabulary }, (_, i) => i));
    const oneHot = relu(sub(1, absolute(sub(reshape(words, [n * length, 1]), numbers))));
    const y = reshape(matMul(oneHot as Tensor2D, vectors), [n, length, WIDTH]);
    const none = zeros([n, 1, WIDTH]);
    const before = concat([none, slice(y, [0, 0, 0], [n, length - 1, WIDTH])], 1);
    const after = concat([slice(y, [0, 1, 0], [n, length - 1, WIDTH]), none], 1);
    const threes = reshape(concat([before, y, after], 2), [n * length, 3 * WIDTH]) as Tensor2D;
    const features = ACTIVATION_FUNCTIONS.leakyRelu(add(matMul(threes, kernel), bias));
    const sentence = div(sum(reshape(features, [n, length, FEATURES]), 1), Math.sqrt(length));
    return gaussianOf(add(matMul(sentence as Tensor2D, last), lastBias));
  }

  /** What codes [n, size] say of the picture, [n, seen]. */
  expected(code: Tensor): Tensor {
    const [, , , , , kernel, bias] = this.parts();
    return add(matMul(code as Tensor2D, kernel), bias);
  }

  /** The weights in their shapes. */
  private parts() {
    let from = 0;
    return this.shapes.map((shape) => {
      const part = reshape(slice(this.theta, [from], [sizeOf(shape)]), [...shape]);
      from += sizeOf(shape);
      return part;
    }) as [Tensor2D, Tensor2D, Tensor, Tensor2D, Tensor, Tensor2D, Tensor];
  }
}
