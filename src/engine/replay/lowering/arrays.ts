import { slice_util, util } from '@tensorflow/tfjs-core';
import { sizeOf } from '../../../core/shape';
import type { GraphNode, ValueId } from '../graph';
import { stridesOf } from '../operations/types';
import { addressOf, type Place, type Places } from './buffers';
import type { Uses } from './uses';
import { instruction, OP, type Word } from './words';

/** Copies `sizes` numbers from one strided array to another; offsets and strides in numbers. */
interface Walk {
  sizes: readonly number[];
  from: { place: Place; offset: number; strides: readonly number[] };
  to: { place: Place; offset: number; strides: readonly number[] };
}

/** Instructions for a kernel that only moves numbers; null for other kernels. */
export function encodeArrays(node: GraphNode, uses: Uses, places: Places): Word[] | null {
  const walks = walksOf(node, uses, places);
  return walks === null ? null : walks.flatMap(encodeWalk);
}

/** The instruction of one walk; axes that are walked as one are taken as one. */
export function encodeWalk({ sizes, from, to }: Walk): Word[] {
  const axes: { size: number; x: number; y: number }[] = [];
  for (const [i, size] of sizes.entries()) {
    if (size === 1) continue;
    const [x, y] = [from.strides[i] as number, to.strides[i] as number];
    const outer = axes.at(-1);
    if (outer && outer.x === x * size && outer.y === y * size) {
      outer.size *= size;
      outer.x = x;
      outer.y = y;
    } else axes.push({ size, x, y });
  }
  if (axes.length === 0) axes.push({ size: 1, x: 1, y: 1 });
  return instruction(OP.rearrange, [
    { address: () => addressOf(from.place) + 4 * from.offset },
    { address: () => addressOf(to.place) + 4 * to.offset },
    axes.length,
    ...axes.map(({ size }) => size),
    ...axes.map(({ x }) => x),
    ...axes.map(({ y }) => y),
  ]);
}

function walksOf(node: GraphNode, uses: Uses, places: Places): Walk[] | null {
  const { kernel, inputs, outputs, attrs } = node;
  const out = outputs[0] as ValueId;
  const shape = uses.shape(out);
  const to = { place: places.of(out), offset: 0, strides: stridesOf(shape) };
  if (kernel === 'Concat' || kernel === 'Pack') return joins(node, uses, places);
  const x = (inputs['x'] ?? inputs['value']) as ValueId;
  if (x === undefined) return null;
  const strides = stridesOf(uses.shape(x));
  const from = (own: readonly number[], offset = 0) => ({ place: places.of(x), offset, strides: own });
  switch (kernel) {
    case 'Transpose':
      return [{ sizes: shape, from: from((attrs['perm'] as number[]).map((axis) => strides[axis] as number)), to }];
    case 'Slice': {
      const [begin] = slice_util.parseSliceParams(
        { shape: [...uses.shape(x)] } as never,
        attrs['begin'] as number[],
        attrs['size'] as number[],
      ) as [number[], number[]];
      return [{ sizes: shape, from: from(strides, dot(begin, strides)), to }];
    }
    case 'Reverse': {
      const dims = util.parseAxisParam(attrs['dims'] as number[], [...shape]);
      const start = dims.map((axis) => (shape[axis] as number) - 1);
      const offset = dot(
        start,
        dims.map((axis) => strides[axis] as number),
      );
      return [
        {
          sizes: shape,
          from: from(
            strides.map((s, axis) => (dims.includes(axis) ? -s : s)),
            offset,
          ),
          to,
        },
      ];
    }
    case 'BroadcastTo':
      return [{ sizes: shape, from: from(broadcastStrides(uses.shape(x), shape)), to }];
    case 'Tile': {
      // Tiling is broadcasting over an axis put before each axis.
      const sizes = uses.shape(x).flatMap((size, axis) => [(shape[axis] as number) / size, size]);
      const own = strides.flatMap((stride) => [0, stride]);
      return [{ sizes, from: from(own), to: { ...to, strides: stridesOf(sizes) } }];
    }
    case 'PadV2':
      return pad(node, uses, places);
    case 'SplitV':
    case 'Unpack':
      return cuts(node, uses, places);
    default:
      return null;
  }
}

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, i) => sum + value * (b[i] as number), 0);

function broadcastStrides(from: readonly number[], to: readonly number[]): number[] {
  const missing = to.length - from.length;
  const own = stridesOf(from);
  return to.map((_, axis) => ((from[axis - missing] ?? 1) === 1 ? 0 : (own[axis - missing] as number)));
}

const axisOf = (attrs: GraphNode['attrs'], rank: number): number => {
  const axis = (attrs['axis'] as number | undefined) ?? 0;
  return axis < 0 ? axis + rank : axis;
};

/** The parts that are not computed in their place already. */
function joins({ kernel, inputs, outputs, attrs }: GraphNode, uses: Uses, places: Places): Walk[] {
  const out = outputs[0] as ValueId;
  const shape = uses.shape(out);
  const axis = axisOf(attrs, shape.length);
  const strides = stridesOf(shape);
  let at = 0;
  return Object.values(inputs).flatMap((id): Walk[] => {
    const length = kernel === 'Pack' ? 1 : (uses.shape(id)[axis] as number);
    const offset = at * (strides[axis] as number);
    at += length;
    if (places.of(id).buffer.within?.buffer === places.of(out).buffer) return [];
    const sizes = shape.map((size, i) => (i === axis ? length : size));
    const from = { place: places.of(id), offset: 0, strides: stridesOf(sizes) };
    return [{ sizes, from, to: { place: places.of(out), offset, strides } }];
  });
}

/** Outputs that are blocks of the input. */
function cuts({ inputs, outputs, attrs }: GraphNode, uses: Uses, places: Places): Walk[] {
  const x = (inputs['x'] ?? inputs['value']) as ValueId;
  const shape = uses.shape(x);
  const axis = axisOf(attrs, shape.length);
  const strides = stridesOf(shape);
  let at = 0;
  return outputs.map((id) => {
    const length = places.size(id) / (sizeOf(shape) / (shape[axis] as number));
    const sizes = shape.map((size, i) => (i === axis ? length : size));
    const from = { place: places.of(x), offset: at * (strides[axis] as number), strides };
    at += length;
    return { sizes, from, to: { place: places.of(id), offset: 0, strides: stridesOf(sizes) } };
  });
}

function pad({ inputs, outputs, attrs }: GraphNode, uses: Uses, places: Places): Walk[] {
  const [x, out] = [inputs['x'] as ValueId, outputs[0] as ValueId];
  const paddings = attrs['paddings'] as [number, number][];
  const strides = stridesOf(uses.shape(out));
  const value = places.constant((attrs['constantValue'] as number | undefined) ?? 0);
  const offset = dot(
    paddings.map(([before]) => before),
    strides,
  );
  return [
    {
      sizes: [places.size(out)],
      from: { place: { buffer: value, offset: 0 }, offset: 0, strides: [0] },
      to: { place: places.of(out), offset: 0, strides: [1] },
    },
    {
      sizes: uses.shape(x),
      from: { place: places.of(x), offset: 0, strides: stridesOf(uses.shape(x)) },
      to: { place: places.of(out), offset, strides },
    },
  ];
}
