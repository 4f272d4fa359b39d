import { backend_util } from '@tensorflow/tfjs-core';
import { type Attrs, input, type Operand, type Operation, type Operations } from './types';

type Shape4 = [number, number, number, number];

/** Geometry of a convolution of pictures `x` [n, height, width, channels] with `filter` [height, width, in, out]. */
function geometry(x: readonly number[], filter: readonly number[], attrs: Attrs) {
  if (((attrs['dataFormat'] as string | undefined) ?? 'NHWC') !== 'NHWC') {
    throw new Error('only pictures with their channels last are known');
  }
  return backend_util.computeConv2DInfo(
    x as Shape4,
    filter as Shape4,
    attrs['strides'] as number,
    (attrs['dilations'] as number | undefined) ?? 1,
    attrs['pad'] as 'same',
    attrs['dimRoundingMode'] as 'floor' | undefined,
  );
}

type Geometry = ReturnType<typeof geometry>;

/**
 * Calls `touch` with the offsets of every pair of a picture's cell and an output's cell that a filter's cell joins. The
 * offsets are those of the cells' first channels.
 */
function taps(info: Geometry, touch: (x: number, y: number, filter: number) => void): void {
  const { batchSize, inHeight, inWidth, inChannels, outHeight, outWidth, outChannels } = info;
  const { filterHeight, filterWidth, strideHeight, strideWidth, dilationHeight, dilationWidth, padInfo } = info;
  for (let n = 0; n < batchSize; n++) {
    for (let row = 0; row < outHeight; row++) {
      for (let column = 0; column < outWidth; column++) {
        const y = ((n * outHeight + row) * outWidth + column) * outChannels;
        for (let i = 0; i < filterHeight; i++) {
          const xRow = row * strideHeight + i * dilationHeight - padInfo.top;
          if (xRow < 0 || xRow >= inHeight) continue;
          for (let j = 0; j < filterWidth; j++) {
            const xColumn = column * strideWidth + j * dilationWidth - padInfo.left;
            if (xColumn < 0 || xColumn >= inWidth) continue;
            const x = ((n * inHeight + xRow) * inWidth + xColumn) * inChannels;
            touch(x, y, (i * filterWidth + j) * inChannels * outChannels);
          }
        }
      }
    }
  }
}

const at = (array: ArrayLike<number>, i: number): number => array[i] as number;

const conv2D: Operation = {
  describe: (inputs, attrs) => {
    const { outShape } = geometry(input(inputs, 'x').shape, input(inputs, 'filter').shape, attrs);
    return [{ shape: outShape, dtype: 'float32' }];
  },
  compute: (inputs, [out], attrs) => {
    const [x, filter] = [input(inputs, 'x'), input(inputs, 'filter')];
    const info = geometry(x.shape, filter.shape, attrs);
    const sums = new Float64Array((out as Operand).numbers.length);
    taps(info, (from, to, cell) => {
      for (let c = 0; c < info.inChannels; c++) {
        const value = at(x.numbers, from + c);
        const row = cell + c * info.outChannels;
        for (let o = 0; o < info.outChannels; o++)
          sums[to + o] = at(sums, to + o) + value * at(filter.numbers, row + o);
      }
    });
    out?.numbers.set(sums);
  },
};

const backpropInput: Operation = {
  describe: (_inputs, attrs) => [{ shape: attrs['inputShape'] as number[], dtype: 'float32' }],
  compute: (inputs, [out], attrs) => {
    const [dy, filter] = [input(inputs, 'dy'), input(inputs, 'filter')];
    const info = geometry((out as Operand).shape, filter.shape, attrs);
    const sums = new Float64Array((out as Operand).numbers.length);
    taps(info, (to, from, cell) => {
      for (let c = 0; c < info.inChannels; c++) {
        const row = cell + c * info.outChannels;
        let sum = 0;
        for (let o = 0; o < info.outChannels; o++) sum += at(dy.numbers, from + o) * at(filter.numbers, row + o);
        sums[to + c] = at(sums, to + c) + sum;
      }
    });
    out?.numbers.set(sums);
  },
};

const backpropFilter: Operation = {
  describe: (_inputs, attrs) => [{ shape: attrs['filterShape'] as number[], dtype: 'float32' }],
  compute: (inputs, [out], attrs) => {
    const [x, dy] = [input(inputs, 'x'), input(inputs, 'dy')];
    const info = geometry(x.shape, (out as Operand).shape, attrs);
    const sums = new Float64Array((out as Operand).numbers.length);
    taps(info, (from, up, cell) => {
      for (let c = 0; c < info.inChannels; c++) {
        const value = at(x.numbers, from + c);
        const row = cell + c * info.outChannels;
        for (let o = 0; o < info.outChannels; o++) sums[row + o] = at(sums, row + o) + value * at(dy.numbers, up + o);
      }
    });
    out?.numbers.set(sums);
  },
};

/** Two-dimensional convolution and its two gradients. A transposed convolution is the gradient for the input. */
export const CONVOLUTION: Operations = {
  Conv2D: conv2D,
  Conv2DBackpropFilter: backpropFilter,
  Conv2DBackpropInput: backpropInput,
};
