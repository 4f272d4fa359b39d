import { slice_util, util } from '@tensorflow/tfjs-core';
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

const axisOf = (attrs: Attrs, rank: number): number =>
  util.parseAxisParam((attrs['axis'] as number | undefined) ?? 0, new Array<number>(rank).fill(1))[0] as number;

/** The same numbers in the same order under another shape or type. */
function alias(shapeOf: (x: Described, attrs: Attrs) => readonly number[], name = 'x'): Operation {
  return {
    describe: (inputs, attrs) => {
      const x = input(inputs, name);
      return [{ shape: shapeOf(x, attrs), dtype: x.dtype }];
    },
    compute: (inputs, [out]) => out?.numbers.set(input(inputs, name).numbers),
  };
}

/** Copies elements of `x`, each output element from where `find` says. */
function rearrangement(
  describe: (x: Described, attrs: Attrs) => readonly number[],
  find: (x: Described, out: Described, attrs: Attrs) => Int32Array,
): Operation {
  return {
    describe: (inputs, attrs) => {
      const x = input(inputs, 'x');
      return [{ shape: describe(x, attrs), dtype: x.dtype }];
    },
    compute: (inputs, [out], attrs) => {
      if (!out) return;
      const x = input(inputs, 'x');
      const from = find(x, out, attrs);
      for (let i = 0; i < from.length; i++) out.numbers[i] = x.numbers[from[i] as number] as number;
    },
  };
}

const cast: Operation = {
  describe: (inputs, attrs) => {
    return [{ shape: input(inputs, 'x').shape, dtype: attrs['dtype'] as Described['dtype'] }];
  },
  compute: (inputs, [out]) => {
    const { numbers, dtype } = input(inputs, 'x');
    if (out?.dtype === 'int32' && dtype === 'float32') out.numbers.set(numbers.map(Math.trunc));
    else if (out?.dtype === 'bool') out.numbers.set(numbers.map((x) => (x ? 1 : 0)));
    else out?.numbers.set(numbers);
  },
};

const transpose = rearrangement(
  (x, attrs) => (attrs['perm'] as number[]).map((axis) => x.shape[axis] as number),
  (x, out, attrs) => {
    const strides = stridesOf(x.shape);
    return walk(
      out.shape,
      (attrs['perm'] as number[]).map((axis) => strides[axis] as number),
    );
  },
);

const sliceOf = (x: Described, attrs: Attrs) =>
  slice_util.parseSliceParams(
    { shape: [...x.shape] } as never,
    attrs['begin'] as number[],
    attrs['size'] as number[],
  ) as [number[], number[]];

const slice = rearrangement(
  (x, attrs) => sliceOf(x, attrs)[1],
  (x, out, attrs) => {
    const strides = stridesOf(x.shape);
    const [begin] = sliceOf(x, attrs);
    return walk(
      out.shape,
      strides,
      begin.reduce((sum, at, axis) => sum + at * (strides[axis] as number), 0),
    );
  },
);

const reverse = rearrangement(
  (x) => x.shape,
  (x, _out, attrs) => {
    const dims = util.parseAxisParam(attrs['dims'] as number[], [...x.shape]);
    const strides = stridesOf(x.shape);
    const start = dims.reduce((sum, axis) => sum + ((x.shape[axis] as number) - 1) * (strides[axis] as number), 0);
    return walk(
      x.shape,
      strides.map((stride, axis) => (dims.includes(axis) ? -stride : stride)),
      start,
    );
  },
);

const broadcastTo = (x: Described, shape: readonly number[]): Int32Array => {
  const missing = shape.length - x.shape.length;
  const strides = stridesOf(x.shape);
  return walk(
    shape,
    shape.map((_, axis) => ((x.shape[axis - missing] ?? 1) === 1 ? 0 : (strides[axis - missing] as number))),
  );
};

const tile = rearrangement(
  (x, attrs) => x.shape.map((size, axis) => size * ((attrs['reps'] as number[])[axis] as number)),
  (x, out) => {
    // Tiling is broadcasting over an axis put before each axis.
    const strides = stridesOf(x.shape);
    const split = x.shape.flatMap((size, axis) => [(out.shape[axis] as number) / size, size]);
    return walk(
      split,
      split.map((_, axis) => (axis % 2 === 0 ? 0 : (strides[(axis - 1) / 2] as number))),
    );
  },
);

/** Copies `source` into the block of `target` that starts at `begin`. */
function place(source: Operand, target: Operand, begin: readonly number[]): void {
  const strides = stridesOf(target.shape);
  const to = walk(
    source.shape,
    strides,
    begin.reduce((sum, at, axis) => sum + at * (strides[axis] as number), 0),
  );
  for (let i = 0; i < to.length; i++) target.numbers[to[i] as number] = source.numbers[i] as number;
}

const concat: Operation = {
  describe: (inputs, attrs) => {
    const parts = Object.values(inputs);
    const first = input(inputs, '0');
    const axis = axisOf(attrs, first.shape.length);
    const total = parts.reduce((sum, { shape }) => sum + (shape[axis] as number), 0);
    return [{ shape: first.shape.map((size, i) => (i === axis ? total : size)), dtype: first.dtype }];
  },
  compute: (inputs, [out], attrs) => {
    if (!out) return;
    const axis = axisOf(attrs, out.shape.length);
    let at = 0;
    for (const part of Object.values(inputs)) {
      place(
        part,
        out,
        out.shape.map((_, i) => (i === axis ? at : 0)),
      );
      at += part.shape[axis] as number;
    }
  },
};

const pack: Operation = {
  describe: (inputs, attrs) => {
    const first = input(inputs, '0');
    const shape = [...first.shape];
    shape.splice(axisOf(attrs, shape.length + 1), 0, Object.keys(inputs).length);
    return [{ shape, dtype: first.dtype }];
  },
  compute: (inputs, [out], attrs) => {
    if (!out) return;
    const axis = axisOf(attrs, out.shape.length);
    for (const [i, part] of Object.values(inputs).entries()) {
      const shape = out.shape.map((size, k) => (k === axis ? 1 : size));
      place(
        { ...part, shape },
        out,
        out.shape.map((_, k) => (k === axis ? i : 0)),
      );
    }
  },
};

/** Cuts `x` (under that name) along an axis into outputs of the given shapes. */
function cut(x: Operand, outputs: readonly Operand[], axis: number): void {
  const strides = stridesOf(x.shape);
  let at = 0;
  for (const out of outputs) {
    const size = sizeOf(out.shape) / (sizeOf(x.shape) / (x.shape[axis] as number));
    const block = x.shape.map((length, k) => (k === axis ? size : length));
    const from = walk(block, strides, at * (strides[axis] as number));
    for (let i = 0; i < from.length; i++) out.numbers[i] = x.numbers[from[i] as number] as number;
    at += size;
  }
}

function splitSizes(length: number, sizes: number | readonly number[]): readonly number[] {
  if (typeof sizes === 'number') return new Array<number>(sizes).fill(length / sizes);
  const known = sizes.reduce((sum, size) => sum + Math.max(size, 0), 0);
  return sizes.map((size) => (size < 0 ? length - known : size));
}

const splitV: Operation = {
  describe: (inputs, attrs) => {
    const x = input(inputs, 'x');
    const axis = axisOf(attrs, x.shape.length);
    const sizes = splitSizes(x.shape[axis] as number, attrs['numOrSizeSplits'] as number | number[]);
    return sizes.map((size) => ({ shape: x.shape.map((length, i) => (i === axis ? size : length)), dtype: x.dtype }));
  },
  compute: (inputs, outputs, attrs) => {
    const x = input(inputs, 'x');
    cut(x, outputs, axisOf(attrs, x.shape.length));
  },
};

const unpack: Operation = {
  describe: (inputs, attrs) => {
    const { shape, dtype } = input(inputs, 'value');
    const axis = axisOf(attrs, shape.length);
    const rest = shape.filter((_, i) => i !== axis);
    return new Array<Described>(shape[axis] as number).fill({ shape: rest, dtype });
  },
  compute: (inputs, outputs, attrs) => {
    const x = input(inputs, 'value');
    cut(x, outputs, axisOf(attrs, x.shape.length));
  },
};

const padV2: Operation = {
  describe: (inputs, attrs) => {
    const x = input(inputs, 'x');
    const paddings = attrs['paddings'] as [number, number][];
    const shape = x.shape.map((size, i) => size + (paddings[i]?.[0] ?? 0) + (paddings[i]?.[1] ?? 0));
    return [{ shape, dtype: x.dtype }];
  },
  compute: (inputs, [out], attrs) => {
    if (!out) return;
    out.numbers.fill((attrs['constantValue'] as number | undefined) ?? 0);
    place(
      input(inputs, 'x'),
      out,
      (attrs['paddings'] as [number, number][]).map(([before]) => before),
    );
  },
};

const fill: Operation = {
  describe: (_inputs, attrs) => [
    { shape: attrs['shape'] as number[], dtype: (attrs['dtype'] as Described['dtype'] | undefined) ?? 'float32' },
  ],
  compute: (_inputs, [out], attrs) => void out?.numbers.fill(attrs['value'] as number),
};

/** Rows of `x` along an axis, chosen by `indices`; no batch axes. */
const gather: Operation = {
  describe: (inputs, attrs) => {
    const x = input(inputs, 'x');
    const axis = axisOf(attrs, x.shape.length);
    const shape = [...x.shape.slice(0, axis), ...input(inputs, 'indices').shape, ...x.shape.slice(axis + 1)];
    return [{ shape, dtype: x.dtype }];
  },
  compute: (inputs, [out], attrs) => {
    if (!out) return;
    const x = input(inputs, 'x');
    const { numbers } = input(inputs, 'indices');
    const axis = axisOf(attrs, x.shape.length);
    const row = sizeOf(x.shape.slice(axis + 1));
    const length = x.shape[axis] as number;
    for (let i = 0; i < out.numbers.length; i++) {
      const chosen = numbers[Math.floor(i / row) % numbers.length] as number;
      const outer = Math.floor(i / (row * numbers.length));
      out.numbers[i] = x.numbers[(outer * length + chosen) * row + (i % row)] as number;
    }
  },
};

/** Sum of the rows of `x` that carry the same segment id; the gradient of a gather. */
const segmentSum: Operation = {
  describe: (inputs, attrs) => {
    const { shape, dtype } = input(inputs, 'x');
    const rank = input(inputs, 'segmentIds').shape.length;
    return [{ shape: [attrs['numSegments'] as number, ...shape.slice(rank)], dtype }];
  },
  compute: (inputs, [out], attrs) => {
    if (!out) return;
    const { numbers } = input(inputs, 'x');
    const ids = input(inputs, 'segmentIds').numbers;
    const row = numbers.length / ids.length;
    const sums = new Float64Array((attrs['numSegments'] as number) * row);
    for (let i = 0; i < numbers.length; i++) {
      const segment = ids[Math.floor(i / row)] as number;
      if (segment < 0) continue;
      const at = segment * row + (i % row);
      sums[at] = (sums[at] as number) + (numbers[i] as number);
    }
    out.numbers.set(sums);
  },
};

const oneHot: Operation = {
  describe: (inputs, attrs) => [
    {
      shape: [...input(inputs, 'indices').shape, attrs['depth'] as number],
      dtype: (attrs['dtype'] as Described['dtype'] | undefined) ?? 'int32',
    },
  ],
  compute: (inputs, [out], attrs) => {
    const depth = attrs['depth'] as number;
    out?.numbers.fill((attrs['offValue'] as number | undefined) ?? 0);
    for (const [i, index] of input(inputs, 'indices').numbers.entries()) {
      if (out && index >= 0 && index < depth) out.numbers[i * depth + index] = (attrs['onValue'] as number) ?? 1;
    }
  },
};

/** Moves, cuts and joins arrays; computes nothing but sums of gathered gradients. */
export const ARRAYS: Operations = {
  BroadcastTo: rearrangement(
    (_x, attrs) => attrs['shape'] as number[],
    (x, out) => broadcastTo(x, out.shape),
  ),
  Cast: cast,
  Concat: concat,
  ExpandDims: alias((x, attrs) => {
    const shape = [...x.shape];
    const dim = attrs['dim'] as number;
    shape.splice(dim < 0 ? dim + shape.length + 1 : dim, 0, 1);
    return shape;
  }, 'input'),
  Fill: fill,
  GatherV2: gather,
  Identity: alias((x) => x.shape),
  OneHot: oneHot,
  Pack: pack,
  PadV2: padV2,
  Reshape: alias((x, attrs) => util.inferFromImplicitShape(attrs['shape'] as number[], sizeOf(x.shape))),
  Reverse: reverse,
  Slice: slice,
  SplitV: splitV,
  Tile: tile,
  Transpose: transpose,
  Unpack: unpack,
  UnsortedSegmentSum: segmentSum,
};
