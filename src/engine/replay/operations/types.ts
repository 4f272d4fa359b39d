import { sizeOf } from '../../../core/shape';
import type { Value } from '../graph';

/** Storage of an interpreted tensor: float32 as in every engine, or float64 for a reference. */
export type Numbers = Float32Array | Float64Array;

/** What is known of a tensor without its numbers. */
export type Described = Pick<Value, 'shape' | 'dtype'>;

/** A tensor with its numbers, row-major. */
export interface Operand extends Described {
  numbers: Numbers;
}

/** Attributes of a kernel call, by TensorFlow.js's names. */
export type Attrs = Readonly<Record<string, unknown>>;

/**
 * One kernel of TensorFlow.js: what it puts out, and how. Recording needs the first only; the second is the reference
 * that every other implementation is measured against. Sums are kept in double precision.
 */
export interface Operation {
  /** Shapes and types of the outputs. */
  describe(inputs: Readonly<Record<string, Described>>, attrs: Attrs): Described[];
  /** Fills the outputs, whose former contents mean nothing. */
  compute(inputs: Readonly<Record<string, Operand>>, outputs: readonly Operand[], attrs: Attrs): void;
}

/** Operations by kernel name. */
export type Operations = Readonly<Record<string, Operation>>;

/** The input of that name; a kernel call always has what its signature says. */
export function input<T>(inputs: Readonly<Record<string, T>>, name: string): T {
  const found = inputs[name];
  if (!found) throw new Error(`the kernel call lacks its input ${name}`);
  return found;
}

/** Row-major strides of a shape. */
export function stridesOf(shape: readonly number[]): number[] {
  const strides = new Array<number>(shape.length).fill(1);
  for (let axis = shape.length - 2; axis >= 0; axis--) {
    strides[axis] = (strides[axis + 1] as number) * (shape[axis + 1] as number);
  }
  return strides;
}

/**
 * For every element of `to`, in order, where it is found in an array that is walked with the given strides, one for each
 * axis of `to` (0 along a broadcast axis), from `start`.
 */
export function walk(to: readonly number[], strides: readonly number[], start = 0): Int32Array {
  const table = new Int32Array(sizeOf(to));
  const position = new Array<number>(to.length).fill(0);
  let at = start;
  for (let i = 0; i < table.length; i++) {
    table[i] = at;
    for (let axis = to.length - 1; axis >= 0; axis--) {
      position[axis] = (position[axis] as number) + 1;
      at += strides[axis] as number;
      if ((position[axis] as number) < (to[axis] as number)) break;
      at -= (strides[axis] as number) * (to[axis] as number);
      position[axis] = 0;
    }
  }
  return table;
}

/** For every element of `to`, the element of `from` that is broadcast to it; null where that is the same element. */
export function broadcast(from: readonly number[], to: readonly number[]): Int32Array | null {
  if (sizeOf(from) === sizeOf(to)) return null;
  const own = stridesOf(from);
  const missing = to.length - from.length;
  return walk(
    to,
    to.map((_, axis) => (axis < missing || from[axis - missing] === 1 ? 0 : (own[axis - missing] as number))),
  );
}
