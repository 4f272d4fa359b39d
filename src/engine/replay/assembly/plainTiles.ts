import { multiplyAdd } from './vector';

/**
 * The tiles that most of a product's time goes to: four rows of A times eight packed columns of B, added to C or begun at
 * `start`. They do nothing else, and are not unrolled: engines then keep all of it in registers, and run a quarter faster.
 */

/** Four rows `row` bytes apart, the numbers of each side by side. */
export function tileOfRows(
  a: usize,
  row: usize,
  b: usize,
  depth: i32,
  c0: usize,
  rowC: usize,
  start: usize,
  add: bool,
): void {
  const c1 = c0 + rowC;
  const c2 = c1 + rowC;
  const c3 = c2 + rowC;
  const from0 = add ? c0 : start;
  const from1 = add ? c1 : start;
  const from2 = add ? c2 : start;
  const from3 = add ? c3 : start;
  let s00 = v128.load(from0);
  let s01 = v128.load(from0, 16);
  let s10 = v128.load(from1);
  let s11 = v128.load(from1, 16);
  let s20 = v128.load(from2);
  let s21 = v128.load(from2, 16);
  let s30 = v128.load(from3);
  let s31 = v128.load(from3, 16);
  const row2 = row << 1;
  const row3 = row2 + row;
  for (; depth > 0; depth--) {
    const b0 = v128.load(b);
    const b1 = v128.load(b, 16);
    let x = v128.load_splat<f32>(a);
    s00 = multiplyAdd(x, b0, s00);
    s01 = multiplyAdd(x, b1, s01);
    x = v128.load_splat<f32>(a + row);
    s10 = multiplyAdd(x, b0, s10);
    s11 = multiplyAdd(x, b1, s11);
    x = v128.load_splat<f32>(a + row2);
    s20 = multiplyAdd(x, b0, s20);
    s21 = multiplyAdd(x, b1, s21);
    x = v128.load_splat<f32>(a + row3);
    s30 = multiplyAdd(x, b0, s30);
    s31 = multiplyAdd(x, b1, s31);
    a += 4;
    b += 32;
  }
  v128.store(c0, s00);
  v128.store(c0, s01, 16);
  v128.store(c1, s10);
  v128.store(c1, s11, 16);
  v128.store(c2, s20);
  v128.store(c2, s21, 16);
  v128.store(c3, s30);
  v128.store(c3, s31, 16);
}

/** Four rows whose numbers are `stepA` bytes apart, the rows themselves side by side. */
export function tileOfColumns(
  a: usize,
  stepA: usize,
  b: usize,
  depth: i32,
  c0: usize,
  rowC: usize,
  start: usize,
  add: bool,
): void {
  const c1 = c0 + rowC;
  const c2 = c1 + rowC;
  const c3 = c2 + rowC;
  const from0 = add ? c0 : start;
  const from1 = add ? c1 : start;
  const from2 = add ? c2 : start;
  const from3 = add ? c3 : start;
  let s00 = v128.load(from0);
  let s01 = v128.load(from0, 16);
  let s10 = v128.load(from1);
  let s11 = v128.load(from1, 16);
  let s20 = v128.load(from2);
  let s21 = v128.load(from2, 16);
  let s30 = v128.load(from3);
  let s31 = v128.load(from3, 16);
  for (; depth > 0; depth--) {
    const b0 = v128.load(b);
    const b1 = v128.load(b, 16);
    let x = v128.load_splat<f32>(a);
    s00 = multiplyAdd(x, b0, s00);
    s01 = multiplyAdd(x, b1, s01);
    x = v128.load_splat<f32>(a, 4);
    s10 = multiplyAdd(x, b0, s10);
    s11 = multiplyAdd(x, b1, s11);
    x = v128.load_splat<f32>(a, 8);
    s20 = multiplyAdd(x, b0, s20);
    s21 = multiplyAdd(x, b1, s21);
    x = v128.load_splat<f32>(a, 12);
    s30 = multiplyAdd(x, b0, s30);
    s31 = multiplyAdd(x, b1, s31);
    a += stepA;
    b += 32;
  }
  v128.store(c0, s00);
  v128.store(c0, s01, 16);
  v128.store(c1, s10);
  v128.store(c1, s11, 16);
  v128.store(c2, s20);
  v128.store(c2, s21, 16);
  v128.store(c3, s30);
  v128.store(c3, s31, 16);
}
