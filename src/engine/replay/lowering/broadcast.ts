import { stridesOf } from '../operations/types';

/** How an operand is read along a chain of `n` numbers. */
export type Reading =
  | { mode: 'whole' }
  | { mode: 'single' }
  /** Number (i / inner) mod count at place i. */
  | { mode: 'periodic'; inner: number; count: number }
  | { mode: 'strided'; sizes: readonly number[]; strides: readonly number[] };

/** How an array of shape `from` is read when it is broadcast to shape `to`. */
export function readingOf(from: readonly number[], to: readonly number[]): Reading {
  const missing = to.length - from.length;
  const own = stridesOf(from);
  const sizes: number[] = [];
  const strides: number[] = [];
  for (const [axis, size] of to.entries()) {
    if (size === 1) continue;
    const stride = axis < missing || from[axis - missing] === 1 ? 0 : (own[axis - missing] as number);
    const last = sizes.length - 1;
    // Axes that are walked as one are taken as one.
    if (last >= 0 && strides[last] === stride * size) {
      sizes[last] = (sizes[last] as number) * size;
      strides[last] = stride;
    } else {
      sizes.push(size);
      strides.push(stride);
    }
  }
  const moving = strides.flatMap((stride, i) => (stride === 0 ? [] : [i]));
  if (moving.length === 0) return sizes.length === 0 ? { mode: 'whole' } : { mode: 'single' };
  if (moving.length > 1) return { mode: 'strided', sizes, strides };
  const at = moving[0] as number;
  if (sizes.length === 1) return { mode: 'whole' };
  const inner = sizes.slice(at + 1).reduce((product, size) => product * size, 1);
  return { mode: 'periodic', inner, count: sizes[at] as number };
}
