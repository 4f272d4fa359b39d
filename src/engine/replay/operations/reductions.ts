import { util } from '@tensorflow/tfjs-core';
import { sizeOf } from '../../../core/shape';
import {
  type Attrs,
  type Described,
  input,
  type Operand,
  type Operation,
  type Operations,
  stridesOf,
  walk,
} from './types';

function axesOf(attrs: Attrs, shape: readonly number[], name: string): number[] {
  return util.parseAxisParam(attrs[name] as number | number[], [...shape]);
}

/** For every element of the input, the element of the output that it goes into. */
function destinations(shape: readonly number[], axes: readonly number[]): Int32Array {
  const kept = shape.map((size, axis) => (axes.includes(axis) ? 1 : size));
  const own = stridesOf(kept);
  return walk(
    shape,
    shape.map((_, axis) => (axes.includes(axis) ? 0 : (own[axis] as number))),
  );
}

interface Reducer {
  start: number;
  step(sum: number, x: number): number;
  finish?(sum: number, count: number): number;
  dtype?: Described['dtype'];
}

function reduction({ start, step, finish, dtype }: Reducer, axisName = 'axis'): Operation {
  return {
    describe: (inputs, attrs) => {
      const x = input(inputs, 'x');
      const axes = axesOf(attrs, x.shape, axisName);
      const kept = x.shape.map((size, axis) => (axes.includes(axis) ? 1 : size));
      const shape = attrs['keepDims'] ? kept : x.shape.filter((_, axis) => !axes.includes(axis));
      return [{ shape, dtype: dtype ?? (x.dtype === 'bool' ? 'int32' : x.dtype) }];
    },
    compute: (inputs, [out], attrs) => {
      if (!out) return;
      const x = input(inputs, 'x');
      const to = destinations(x.shape, axesOf(attrs, x.shape, axisName));
      const sums = new Float64Array(out.numbers.length).fill(start);
      for (let i = 0; i < x.numbers.length; i++) {
        const at = to[i] as number;
        sums[at] = step(sums[at] as number, x.numbers[i] as number);
      }
      const count = x.numbers.length / sums.length;
      for (let i = 0; i < sums.length; i++) {
        out.numbers[i] = finish ? finish(sums[i] as number, count) : (sums[i] as number);
      }
    },
  };
}

/** Softmax along the last axis, or its logarithm; stable for large scores. */
function softmax(name: 'logits', finish: (x: number, max: number, sum: number) => number): Operation {
  return {
    describe: (inputs) => [{ shape: input(inputs, name).shape, dtype: 'float32' }],
    compute: (inputs, [out]) => {
      if (!out) return;
      const { numbers, shape } = input(inputs, name);
      const width = shape[shape.length - 1] ?? 1;
      for (let row = 0; row < numbers.length; row += width) {
        const scores = numbers.subarray(row, row + width);
        const max = Math.max(...scores);
        let sum = 0;
        for (const score of scores) sum += Math.exp(score - max);
        for (let i = 0; i < width; i++) out.numbers[row + i] = finish(scores[i] as number, max, sum);
      }
    },
  };
}

/** Products of matrices, batch by batch; leading axes are broadcast. */
const batchMatMul: Operation = {
  describe: (inputs, attrs) => {
    const a = input(inputs, 'a').shape;
    const b = input(inputs, 'b').shape;
    const { rows, columns } = productSizes(a, b, attrs);
    return [{ shape: [...batchOf(a, b), rows, columns], dtype: 'float32' }];
  },
  compute: (inputs, [out], attrs) => {
    if (out) multiply(input(inputs, 'a'), input(inputs, 'b'), out, attrs);
  },
};

function productSizes(a: readonly number[], b: readonly number[], attrs: Attrs) {
  const [a0, a1] = a.slice(-2) as [number, number];
  const [b0, b1] = b.slice(-2) as [number, number];
  const [rows, inner] = attrs['transposeA'] ? [a1, a0] : [a0, a1];
  return { rows, inner, columns: attrs['transposeB'] ? b0 : b1, widthA: a1, widthB: b1 };
}

function batchOf(a: readonly number[], b: readonly number[]): readonly number[] {
  const [left, right] = [a.slice(0, -2), b.slice(0, -2)];
  return sizeOf(left) >= sizeOf(right) ? left : right;
}

function multiply(a: Operand, b: Operand, out: Operand, attrs: Attrs): void {
  const { rows, inner, columns, widthA, widthB } = productSizes(a.shape, b.shape, attrs);
  const [rowA, innerA] = attrs['transposeA'] ? [1, widthA] : [widthA, 1];
  const [innerB, columnB] = attrs['transposeB'] ? [1, widthB] : [widthB, 1];
  const batches = out.numbers.length / (rows * columns);
  const [batchA, batchB] = [a.numbers.length / (rows * inner), b.numbers.length / (inner * columns)];
  const sums = new Float64Array(columns);
  for (let batch = 0; batch < batches; batch++) {
    const fromA = (batch % batchA) * rows * inner;
    const fromB = (batch % batchB) * inner * columns;
    for (let row = 0; row < rows; row++) {
      sums.fill(0);
      for (let k = 0; k < inner; k++) {
        const x = a.numbers[fromA + row * rowA + k * innerA] as number;
        const from = fromB + k * innerB;
        for (let column = 0; column < columns; column++) {
          sums[column] = (sums[column] as number) + x * (b.numbers[from + column * columnB] as number);
        }
      }
      out.numbers.set(sums, (batch * rows + row) * columns);
    }
  }
}

/** Reductions over axes, and matrix products. */
export const REDUCTIONS: Operations = {
  All: reduction({ start: 1, step: (sum, x) => (sum && x ? 1 : 0), dtype: 'bool' }),
  Any: reduction({ start: 0, step: (sum, x) => (sum || x ? 1 : 0), dtype: 'bool' }),
  BatchMatMul: batchMatMul,
  LogSoftmax: softmax('logits', (x, max, sum) => x - max - Math.log(sum)),
  Max: reduction({ start: Number.NEGATIVE_INFINITY, step: Math.max }, 'reductionIndices'),
  Mean: reduction({ start: 0, step: (sum, x) => sum + x, finish: (sum, count) => sum / count, dtype: 'float32' }),
  Min: reduction({ start: Number.POSITIVE_INFINITY, step: Math.min }),
  Prod: reduction({ start: 1, step: (product, x) => product * x }),
  Softmax: softmax('logits', (x, max, sum) => Math.exp(x - max) / sum),
  Sum: reduction({ start: 0, step: (sum, x) => sum + x }),
};
