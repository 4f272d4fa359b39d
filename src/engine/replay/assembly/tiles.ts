import { tileOfColumns, tileOfRows } from './plainTiles';
import { multiplyAdd } from './vector';

/**
 * The inner part of a matrix product: rows of A times one panel of at most 8 columns of B, in registers, with what
 * happens to the sums on their way to memory.
 */

let bias: usize = 0;
let activation: i32 = 0;
let slope: f32 = 0;
let mask: usize = 0;

/** Where sums begin that have no bias. */
const zeros: usize = memory.data(32, 16);

const RELU: i32 = 1;
const LEAKY: i32 = 2;

/**
 * What the products to come have around them: a bias for each column, an activation (1: ReLU, 2: leaky ReLU with that slope),
 * and the gradient of (leaky) ReLU whose result stands at `by`, laid out like C. Zero for none.
 */
export function surround(biasAt: usize, kind: i32, factor: f32, by: usize): void {
  bias = biasAt;
  activation = kind;
  slope = factor;
  mask = by;
}

/**
 * C = A · panel for `rows` rows and `columns` columns, of which `column` is the first in C. Steps are in bytes; `offset`
 * says where in C it begins. Of a sum in several parts, the `first` has the bias, all others are added, the `last` has the rest.
 */
export function multiplyRows(
  a: usize,
  rowA: usize,
  stepA: usize,
  rows: i32,
  panel: usize,
  step: usize,
  depth: i32,
  c: usize,
  rowC: usize,
  offset: usize,
  column: i32,
  columns: i32,
  first: bool,
  add: bool,
  last: bool,
): void {
  const after = last && (activation !== 0 || mask !== 0);
  const start = first && bias !== 0 ? bias + ((<usize>column) << 2) : zeros;
  const narrow = min(4, columns);
  if (columns === 8) {
    if (step === 32 && (!add || start === zeros)) {
      if (stepA === 4) {
        for (; rows >= 4; rows -= 4) {
          tileOfRows(a, rowA, panel, depth, c + offset, rowC, start, add);
          if (after) finishStored(c, offset, rowC, 4);
          a += rowA << 2;
          offset += rowC << 2;
        }
      } else if (rowA === 4) {
        for (; rows >= 4; rows -= 4) {
          tileOfColumns(a, stepA, panel, depth, c + offset, rowC, start, add);
          if (after) finishStored(c, offset, rowC, 4);
          a += 16;
          offset += rowC << 2;
        }
      }
    }
    for (; rows >= 2; rows -= 4) {
      wideTile(a, rowA, stepA, rows, panel, step, depth, c + offset, rowC, start, add);
      if (after) finishStored(c, offset, rowC, min(4, rows));
      a += rowA << 2;
      offset += rowC << 2;
    }
  } else {
    for (; rows >= 4; rows -= 4) {
      narrowTile(a, rowA, stepA, panel, step, depth, c, rowC, offset, narrow, start, add, after);
      if (columns > 4)
        narrowTile(a, rowA, stepA, panel + 16, step, depth, c, rowC, offset + 16, columns - 4, start + 16, add, after);
      a += rowA << 2;
      offset += rowC << 2;
    }
  }
  for (; rows > 0; rows--) {
    singleRow(a, stepA, panel, step, depth, c, offset, columns, start, add, after);
    a += rowA;
    offset += rowC;
  }
}

/** Eight columns of four rows; where fewer are left, the last is done several times, with the same result. */
function wideTile(
  a: usize,
  row: usize,
  stepA: usize,
  left: i32,
  b: usize,
  step: usize,
  depth: i32,
  c0: usize,
  rowC: usize,
  start: usize,
  add: bool,
): void {
  const row2 = left > 2 ? row << 1 : row;
  const row3 = left > 3 ? row2 + row : row2;
  let c00 = v128.load(start);
  let c01 = v128.load(start, 16);
  let c10 = c00;
  let c11 = c01;
  let c20 = c00;
  let c21 = c01;
  let c30 = c00;
  let c31 = c01;
  for (; depth > 0; depth--) {
    const b0 = v128.load(b);
    const b1 = v128.load(b, 16);
    let x = v128.load_splat<f32>(a);
    c00 = multiplyAdd(x, b0, c00);
    c01 = multiplyAdd(x, b1, c01);
    x = v128.load_splat<f32>(a + row);
    c10 = multiplyAdd(x, b0, c10);
    c11 = multiplyAdd(x, b1, c11);
    x = v128.load_splat<f32>(a + row2);
    c20 = multiplyAdd(x, b0, c20);
    c21 = multiplyAdd(x, b1, c21);
    x = v128.load_splat<f32>(a + row3);
    c30 = multiplyAdd(x, b0, c30);
    c31 = multiplyAdd(x, b1, c31);
    a += stepA;
    b += step;
  }
  const c1 = c0 + rowC;
  const c2 = left > 2 ? c1 + rowC : c1;
  const c3 = left > 3 ? c2 + rowC : c2;
  if (add) {
    c00 = f32x4.add(c00, v128.load(c0));
    c01 = f32x4.add(c01, v128.load(c0, 16));
    c10 = f32x4.add(c10, v128.load(c1));
    c11 = f32x4.add(c11, v128.load(c1, 16));
    c20 = f32x4.add(c20, v128.load(c2));
    c21 = f32x4.add(c21, v128.load(c2, 16));
    c30 = f32x4.add(c30, v128.load(c3));
    c31 = f32x4.add(c31, v128.load(c3, 16));
  }
  v128.store(c0, c00);
  v128.store(c0, c01, 16);
  v128.store(c1, c10);
  v128.store(c1, c11, 16);
  v128.store(c2, c20);
  v128.store(c2, c21, 16);
  v128.store(c3, c30);
  v128.store(c3, c31, 16);
}

/** Ends sums of eight columns that a tile has just stored: cheaper than to keep what that takes in the tile's registers. */
function finishStored(to: usize, offset: usize, rowC: usize, rows: i32): void {
  const kind = mask === 0 ? activation : 0;
  const factor = f32x4.splat(slope);
  for (; rows > 0; rows--) {
    const c = to + offset;
    const low = v128.load(c);
    const high = v128.load(c, 16);
    if (kind === LEAKY) {
      v128.store(c, leaky(low, factor));
      v128.store(c, leaky(high, factor), 16);
    } else {
      v128.store(c, finished(low, offset));
      v128.store(c, finished(high, offset + 16), 16);
    }
    offset += rowC;
  }
}

/** Four rows, at most four columns. */
function narrowTile(
  a: usize,
  row: usize,
  stepA: usize,
  b: usize,
  step: usize,
  depth: i32,
  to: usize,
  rowC: usize,
  offset: usize,
  columns: i32,
  start: usize,
  add: bool,
  after: bool,
): void {
  const row2 = row << 1;
  const row3 = row2 + row;
  let c0 = v128.load(start);
  let c1 = c0;
  let c2 = c0;
  let c3 = c0;
  for (; depth > 0; depth--) {
    const b0 = v128.load(b);
    c0 = multiplyAdd(v128.load_splat<f32>(a), b0, c0);
    c1 = multiplyAdd(v128.load_splat<f32>(a + row), b0, c1);
    c2 = multiplyAdd(v128.load_splat<f32>(a + row2), b0, c2);
    c3 = multiplyAdd(v128.load_splat<f32>(a + row3), b0, c3);
    a += stepA;
    b += step;
  }
  // Rows of one or two numbers stand side by side in C; together they are whole vectors.
  if (rowC === 4 && columns === 1) {
    const low = v128.shuffle<f32>(c0, c1, 0, 4, 0, 4);
    const high = v128.shuffle<f32>(c2, c3, 0, 4, 0, 4);
    putVector(to, offset, v128.shuffle<f32>(low, high, 0, 1, 4, 5), 4, add, after);
    return;
  }
  if (rowC === 8 && columns === 2) {
    putVector(to, offset, v128.shuffle<u64>(c0, c1, 0, 2), 4, add, after);
    putVector(to, offset + 16, v128.shuffle<u64>(c2, c3, 0, 2), 4, add, after);
    return;
  }
  putVector(to, offset, c0, columns, add, after);
  putVector(to, offset + rowC, c1, columns, add, after);
  putVector(to, offset + 2 * rowC, c2, columns, add, after);
  putVector(to, offset + 3 * rowC, c3, columns, add, after);
}

/** One row, at most eight columns. Two sums side by side, of every other number, wait less for each other. */
function singleRow(
  a: usize,
  stepA: usize,
  b: usize,
  step: usize,
  depth: i32,
  to: usize,
  offset: usize,
  columns: i32,
  start: usize,
  add: bool,
  after: bool,
): void {
  let low = v128.load(start);
  let high = v128.load(start, 16);
  let otherLow = f32x4.splat(0);
  let otherHigh = otherLow;
  for (; depth >= 2; depth -= 2) {
    let x = v128.load_splat<f32>(a);
    low = multiplyAdd(x, v128.load(b), low);
    high = multiplyAdd(x, v128.load(b, 16), high);
    a += stepA;
    b += step;
    x = v128.load_splat<f32>(a);
    otherLow = multiplyAdd(x, v128.load(b), otherLow);
    otherHigh = multiplyAdd(x, v128.load(b, 16), otherHigh);
    a += stepA;
    b += step;
  }
  if (depth > 0) {
    const x = v128.load_splat<f32>(a);
    low = multiplyAdd(x, v128.load(b), low);
    high = multiplyAdd(x, v128.load(b, 16), high);
  }
  putVector(to, offset, f32x4.add(low, otherLow), min(4, columns), add, after);
  if (columns > 4) putVector(to, offset + 16, f32x4.add(high, otherHigh), columns - 4, add, after);
}

/** Ends four numbers and writes the first `columns` of them; what follows in memory may be somebody else's. */
function putVector(to: usize, offset: usize, v: v128, columns: i32, add: bool, after: bool): void {
  let c = to + offset;
  if (add) v = f32x4.add(v, v128.load(c));
  if (after) v = finished(v, offset);
  if (columns === 4) {
    v128.store(c, v);
    return;
  }
  if ((columns & 2) !== 0) {
    v128.store_lane<u64>(c, v, 0);
    v = v128.shuffle<u64>(v, v, 1, 0);
    c += 8;
  }
  if ((columns & 1) !== 0) v128.store_lane<u32>(c, v, 0);
}

/** The activation of four sums, and the gradient of one. */
function finished(v: v128, offset: usize): v128 {
  const factor = f32x4.splat(slope);
  if (activation === RELU) v = f32x4.pmax(v, f32x4.splat(0));
  else if (activation === LEAKY) v = leaky(v, factor);
  return mask === 0 ? v : masked(v, v128.load(mask + offset), factor);
}

/** Leaky ReLU. */
function leaky(v: v128, factor: v128): v128 {
  return v128.bitselect(v, f32x4.mul(v, factor), f32x4.gt(v, f32x4.splat(0)));
}

/** The gradient of (leaky) ReLU: `v` where `by` is positive, else `v` times the slope; NaN where `by` is. */
function masked(v: v128, by: v128, factor: v128): v128 {
  const slopes = v128.bitselect(f32x4.splat(1), factor, f32x4.gt(by, f32x4.splat(0)));
  return f32x4.mul(v, v128.bitselect(slopes, by, f32x4.eq(by, by)));
}
