import { activate } from './activation';
import { multiplyAdd, real, word } from './vector';

/**
 * Matrix products, blocked: a tile of 4 rows by 8 columns stays in registers while it walks along the inner dimension;
 * columns of B are packed, 8 side by side, where they would otherwise be scattered; the inner dimension is cut so
 * that a packed panel stays in the first-level cache.
 */

/** Longest part of the inner dimension that one panel holds. */
const DEPTH: i32 = 384;
/** Rows of A that are worked off before the next panel: DEPTH · ROWS numbers of A stay in the second-level cache. */
const ROWS: i32 = 256;

/** Bits of a product's flags. */
const TRANSPOSE_A: i32 = 1;
const TRANSPOSE_B: i32 = 2;
const ACCUMULATE: i32 = 4;

/** Room for one finished tile, 4 rows of 8 numbers. */
const tile: usize = memory.data(128, 16);
/** Room for packed parts: a panel of B, and rows of A. */
export const panelBytes: i32 = DEPTH * 8 * 4;

/** What happens to a finished tile on its way to memory. */
let bias: usize = 0;
let activation: i32 = 0;
let slope: f32 = 0;
let mask: usize = 0;

/** [op, length, flags, m, n, k, a, lda, b, ldb, c, ldc, bias, activation, slope, mask, scratch]; strides in numbers. */
export function runProduct(at: usize): void {
  bias = word(at, 12);
  activation = word(at, 13);
  slope = real(at, 14);
  mask = word(at, 15);
  multiply(
    word(at, 2),
    word(at, 3),
    word(at, 4),
    word(at, 5),
    word(at, 6),
    word(at, 7),
    word(at, 8),
    word(at, 9),
    word(at, 10),
    word(at, 11),
    word(at, 16),
  );
  bias = 0;
  activation = 0;
  mask = 0;
}

/**
 * C [m, n] = (or +=) A [m, k] · B [k, n], with what {@link runProduct} set up at the end. `lda`, `ldb`, `ldc` are the
 * lengths of rows as they stand in memory, in numbers.
 */
export function multiply(
  flags: i32,
  m: i32,
  n: i32,
  k: i32,
  a: usize,
  lda: i32,
  b: usize,
  ldb: i32,
  c: usize,
  ldc: i32,
  scratch: usize,
): void {
  const turnedA = (flags & TRANSPOSE_A) !== 0;
  const turnedB = (flags & TRANSPOSE_B) !== 0;
  // Steps in bytes along rows of C and along the inner dimension.
  const rowA: usize = turnedA ? 4 : (<usize>lda) << 2;
  const stepA: usize = turnedA ? (<usize>lda) << 2 : 4;
  const stepB: usize = turnedB ? 4 : (<usize>ldb) << 2;
  const columnB: usize = turnedB ? (<usize>ldb) << 2 : 4;
  const pack = turnedB || (m >= 32 && k >= 8 && n > 8);
  for (let i0 = 0; i0 < m; i0 += ROWS) {
    const rows = min(ROWS, m - i0);
    for (let k0 = 0; k0 < k; k0 += DEPTH) {
      const depth = min(DEPTH, k - k0);
      const add = k0 > 0 || (flags & ACCUMULATE) !== 0;
      const last = k0 + depth === k;
      const blockA = a + <usize>i0 * rowA + <usize>k0 * stepA;
      for (let j = 0; j < n; j += 8) {
        const columns = min(8, n - j);
        let panel = b + <usize>k0 * stepB + <usize>j * columnB;
        let step = stepB;
        if (pack) {
          packPanel(panel, stepB, columnB, columns, depth, scratch);
          panel = scratch;
          step = 32;
        }
        for (let i = 0; i < rows; i += 4) {
          const left = min(4, rows - i);
          const from = blockA + <usize>i * rowA;
          multiplyTile(from, rowA, stepA, left, panel, step, depth);
          const offset = (<usize>((i0 + i) * ldc + j)) << 2;
          finish(c + offset, ldc << 2, left, columns, add, last, j, offset);
        }
      }
    }
  }
}

/** Copies `columns` columns of B side by side, rows of 8 numbers; what is missing is zero. */
function packPanel(b: usize, step: usize, column: usize, columns: i32, depth: i32, to: usize): void {
  if (column === 4) {
    if (columns === 8) {
      for (let k = 0; k < depth; k++) {
        v128.store(to, v128.load(b));
        v128.store(to, v128.load(b, 16), 16);
        b += step;
        to += 32;
      }
      return;
    }
    for (let k = 0; k < depth; k++) {
      for (let j = 0; j < columns; j++) store<f32>(to + (j << 2), load<f32>(b + (j << 2)));
      for (let j = columns; j < 8; j++) store<f32>(to + (j << 2), 0);
      b += step;
      to += 32;
    }
    return;
  }
  for (let j = 0; j < 8; j += 4) {
    const b0 = b + <usize>min(j, columns - 1) * column;
    const b1 = b + <usize>min(j + 1, columns - 1) * column;
    const b2 = b + <usize>min(j + 2, columns - 1) * column;
    const b3 = b + <usize>min(j + 3, columns - 1) * column;
    packTurned(b0, b1, b2, b3, depth, to + (j << 2));
  }
}

/** Four rows of Bᵀ become four columns of the panel. */
function packTurned(b0: usize, b1: usize, b2: usize, b3: usize, depth: i32, to: usize): void {
  let k = 0;
  for (; k + 4 <= depth; k += 4) {
    const r0 = v128.load(b0);
    const r1 = v128.load(b1);
    const r2 = v128.load(b2);
    const r3 = v128.load(b3);
    const low01 = v128.shuffle<f32>(r0, r1, 0, 4, 1, 5);
    const high01 = v128.shuffle<f32>(r0, r1, 2, 6, 3, 7);
    const low23 = v128.shuffle<f32>(r2, r3, 0, 4, 1, 5);
    const high23 = v128.shuffle<f32>(r2, r3, 2, 6, 3, 7);
    v128.store(to, v128.shuffle<f32>(low01, low23, 0, 1, 4, 5));
    v128.store(to, v128.shuffle<f32>(low01, low23, 2, 3, 6, 7), 32);
    v128.store(to, v128.shuffle<f32>(high01, high23, 0, 1, 4, 5), 64);
    v128.store(to, v128.shuffle<f32>(high01, high23, 2, 3, 6, 7), 96);
    b0 += 16;
    b1 += 16;
    b2 += 16;
    b3 += 16;
    to += 128;
  }
  for (; k < depth; k++) {
    store<f32>(to, load<f32>(b0));
    store<f32>(to, load<f32>(b1), 4);
    store<f32>(to, load<f32>(b2), 8);
    store<f32>(to, load<f32>(b3), 12);
    b0 += 4;
    b1 += 4;
    b2 += 4;
    b3 += 4;
    to += 32;
  }
}

/** Four rows of A times one panel of B, into {@link tile}; rows beyond `left` repeat the last. */
function multiplyTile(a: usize, row: usize, stepA: usize, left: i32, b: usize, step: usize, depth: i32): void {
  let a0 = a;
  let a1 = a + (left > 1 ? row : 0);
  let a2 = left > 2 ? a1 + row : a1;
  let a3 = left > 3 ? a2 + row : a2;
  let c00 = f32x4.splat(0);
  let c01 = c00;
  let c10 = c00;
  let c11 = c00;
  let c20 = c00;
  let c21 = c00;
  let c30 = c00;
  let c31 = c00;
  for (let k = 0; k < depth; k++) {
    const b0 = v128.load(b);
    const b1 = v128.load(b, 16);
    let x = v128.load_splat<f32>(a0);
    c00 = multiplyAdd(x, b0, c00);
    c01 = multiplyAdd(x, b1, c01);
    x = v128.load_splat<f32>(a1);
    c10 = multiplyAdd(x, b0, c10);
    c11 = multiplyAdd(x, b1, c11);
    x = v128.load_splat<f32>(a2);
    c20 = multiplyAdd(x, b0, c20);
    c21 = multiplyAdd(x, b1, c21);
    x = v128.load_splat<f32>(a3);
    c30 = multiplyAdd(x, b0, c30);
    c31 = multiplyAdd(x, b1, c31);
    a0 += stepA;
    a1 += stepA;
    a2 += stepA;
    a3 += stepA;
    b += step;
  }
  v128.store(tile, c00);
  v128.store(tile, c01, 16);
  v128.store(tile, c10, 32);
  v128.store(tile, c11, 48);
  v128.store(tile, c20, 64);
  v128.store(tile, c21, 80);
  v128.store(tile, c30, 96);
  v128.store(tile, c31, 112);
}

/** Writes the finished tile: adds what is there, then (with the last part of the sum) bias, activation, mask. */
function finish(
  c: usize,
  row: usize,
  rows: i32,
  columns: i32,
  add: bool,
  last: bool,
  column: i32,
  offset: usize,
): void {
  const after = last && (bias | activation | mask) !== 0;
  let from = tile;
  const full = columns === 8;
  for (let i = 0; i < rows; i++) {
    let low = v128.load(from);
    let high = v128.load(from, 16);
    if (add) {
      // Beyond the last column this reads a neighbour's numbers, which are not stored.
      low = f32x4.add(low, v128.load(c));
      high = f32x4.add(high, v128.load(c, 16));
    }
    if (after) {
      if (bias !== 0) {
        const at = bias + (column << 2);
        low = f32x4.add(low, v128.load(at));
        high = f32x4.add(high, v128.load(at, 16));
      }
      if (activation !== 0) {
        low = activate(activation, low, slope);
        high = activate(activation, high, slope);
      }
      if (mask !== 0) {
        const at = mask + offset + <usize>i * row;
        low = masked(low, v128.load(at));
        high = masked(high, v128.load(at, 16));
      }
    }
    if (full) {
      v128.store(c, low);
      v128.store(c, high, 16);
    } else {
      v128.store(from, low);
      v128.store(from, high, 16);
      for (let j = 0; j < columns; j++) store<f32>(c + (j << 2), load<f32>(from + (j << 2)));
    }
    c += row;
    from += 32;
  }
}

/** `v` where `by` is positive, else `v` times the slope; NaN where `by` is: the gradient of (leaky) ReLU. */
function masked(v: v128, by: v128): v128 {
  const zero = f32x4.splat(0);
  const factor = v128.bitselect(f32x4.splat(1), f32x4.splat(slope), f32x4.gt(by, zero));
  return f32x4.mul(v, v128.bitselect(factor, by, f32x4.eq(by, by)));
}
