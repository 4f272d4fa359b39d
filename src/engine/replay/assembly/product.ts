import { partAt } from './team';
import { multiplyRows, surround } from './tiles';
import { real, word } from './vector';

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
/** B was packed before, by {@link packAll}. */
const PACKED: i32 = 8;

/**
 * [op, length, flags, m, n, k, a, lda, b, ldb, c, ldc, bias, activation, slope, mask, scratch, apart, parts]; strides in numbers.
 * Threads share it by columns of C, whole tiles of them, in so many parts: each number is summed up as it would be in one piece.
 * Each thread's scratch is `apart` bytes behind that of the one before.
 */
export function productPart(at: usize, part: i32, parts: i32, thread: i32): void {
  const flags = word(at, 2);
  const n = word(at, 4);
  const b = <usize>word(at, 8);
  const ldb = word(at, 9);
  const bias = <usize>word(at, 12);
  const mask = <usize>word(at, 15);
  const from = partAt(part, parts, n, 8);
  const columns = partAt(part + 1, parts, n, 8) - from;
  const offset = (<usize>from) << 2;
  surround(bias !== 0 ? bias + offset : 0, word(at, 13), real(at, 14), mask !== 0 ? mask + offset : 0);
  multiply(
    flags,
    word(at, 3),
    columns,
    word(at, 5),
    word(at, 6),
    word(at, 7),
    b + ((flags & TRANSPOSE_B) !== 0 ? offset * ldb : offset),
    ldb,
    <usize>word(at, 10) + offset,
    word(at, 11),
    <usize>word(at, 16) + <usize>(thread * word(at, 17)),
  );
  surround(0, 0, 0, 0);
}

/**
 * C [m, n] = (or +=) A [m, k] · B [k, n], with what {@link productPart} set up at the end. `lda`, `ldb`, `ldc` are the
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
  const packed = (flags & PACKED) !== 0;
  const pack = !packed && (turnedB || (m >= 32 && k >= 8 && n > 8));
  for (let i0 = 0; i0 < m; i0 += ROWS) {
    const rows = min(ROWS, m - i0);
    for (let k0 = 0; k0 < k; k0 += DEPTH) {
      const depth = min(DEPTH, k - k0);
      const first = k0 === 0;
      const add = k0 > 0 || (flags & ACCUMULATE) !== 0;
      const last = k0 + depth === k;
      const blockA = a + <usize>i0 * rowA + <usize>k0 * stepA;
      for (let j = 0; j < n; j += 8) {
        const columns = min(8, n - j);
        let panel = b + <usize>k0 * stepB + <usize>j * columnB;
        let step = stepB;
        if (packed) {
          panel = b + ((<usize>(j * k + 8 * k0)) << 2);
          step = 32;
        } else if (pack) {
          packPanel(panel, stepB, columnB, columns, depth, scratch);
          panel = scratch;
          step = 32;
        }
        const offset = (<usize>(i0 * ldc + j)) << 2;
        multiplyRows(blockA, rowA, stepA, rows, panel, step, depth, c, ldc << 2, offset, j, columns, first, add, last);
      }
    }
  }
}

/**
 * Packs all of B [k, n], turned or not, for products that have it in common: panels of k rows of 8 numbers, one behind the
 * other; what is missing of the last is zero.
 */
export function packAll(turned: bool, n: i32, k: i32, b: usize, ldb: i32, to: usize): void {
  const step: usize = turned ? 4 : (<usize>ldb) << 2;
  const column: usize = turned ? (<usize>ldb) << 2 : 4;
  for (let j = 0; j < n; j += 8) {
    packPanel(b + <usize>j * column, step, column, min(8, n - j), k, to);
    to += (<usize>k) << 5;
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
