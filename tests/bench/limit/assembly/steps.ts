/** What a layer does besides its products. Matrices are [features, columns]; `columns` is a multiple of 8. */

import { exp4, log4, uniform4 } from './functions';
import { across, madd } from './product';

/** y = 0; `count` numbers. */
export function clear(y: usize, count: i32): void {
  memory.fill(y, 0, <usize>count * 4);
}

/** y[f, ·] = bias[f mod channels]. */
export function fillRows(y: usize, bias: usize, features: i32, channels: i32, columns: i32): void {
  let channel = 0;
  for (let f = 0; f < features; f++) {
    const b = v128.load32_splat(bias + <usize>channel * 4);
    for (const end = y + <usize>columns * 4; y < end; y += 16) v128.store(y, b);
    if (++channel === channels) channel = 0;
  }
}

/** db[f mod channels] += Σ d[f, ·]. */
export function addRows(db: usize, d: usize, features: i32, channels: i32, columns: i32): void {
  let channel = 0;
  for (let f = 0; f < features; f++) {
    let sum = f32x4.splat(0);
    for (const end = d + <usize>columns * 4; d < end; d += 16) sum = f32x4.add(sum, v128.load(d));
    const at = db + <usize>channel * 4;
    f32.store(at, f32.load(at) + across(sum));
    if (++channel === channels) channel = 0;
  }
}

/** y = y where positive, slope · y elsewhere. */
export function leaky(y: usize, count: i32, slope: f32): void {
  const a = f32x4.splat(slope);
  for (const end = y + <usize>count * 4; y < end; y += 16) {
    const x = v128.load(y);
    v128.store(y, f32x4.max(x, f32x4.mul(x, a)));
  }
}

/** d = d where the output was positive, slope · d elsewhere. */
export function leakyBack(d: usize, y: usize, count: i32, slope: f32): void {
  const a = f32x4.splat(slope);
  const zero = f32x4.splat(0);
  for (const end = d + <usize>count * 4; d < end; d += 16, y += 16) {
    const g = v128.load(d);
    v128.store(d, v128.bitselect(g, f32x4.mul(g, a), f32x4.gt(v128.load(y), zero)));
  }
}

/** y = tanh y. */
export function tanh(y: usize, count: i32): void {
  const one = f32x4.splat(1);
  const two = f32x4.splat(2);
  for (const end = y + <usize>count * 4; y < end; y += 16) {
    const x = v128.load(y);
    v128.store(y, f32x4.sub(one, f32x4.div(two, f32x4.add(exp4(f32x4.add(x, x)), one))));
  }
}

/** d = d (1 − y²). */
export function tanhBack(d: usize, y: usize, count: i32): void {
  const one = f32x4.splat(1);
  for (const end = d + <usize>count * 4; d < end; d += 16, y += 16) {
    const x = v128.load(y);
    v128.store(d, f32x4.mul(v128.load(d), f32x4.sub(one, f32x4.mul(x, x))));
  }
}

/**
 * The loss −log σ(−sign · x) = softplus(sign · x) of the first `count` of `columns` logits, times `scale`, and its
 * gradient sign · scale · σ(sign · x) in d; columns that only fill up get none.
 */
export function logistic(d: usize, x: usize, count: i32, columns: i32, sign: f32, scale: f32): f32 {
  const one = f32x4.splat(1);
  const zero = f32x4.splat(0);
  const s = f32x4.splat(sign);
  let sum = zero;
  let column = i32x4(0, 1, 2, 3);
  for (let i = 0; i < columns; i += 4, d += 16, x += 16) {
    const counts = i32x4.lt_s(column, i32x4.splat(count));
    const z = f32x4.mul(v128.load(x), s);
    const e = exp4(f32x4.neg(f32x4.abs(z)));
    const soft = f32x4.add(f32x4.max(z, zero), log4(f32x4.add(one, e)));
    const sigma = f32x4.div(v128.bitselect(one, e, f32x4.ge(z, zero)), f32x4.add(one, e));
    sum = f32x4.add(sum, v128.and(soft, counts));
    v128.store(d, v128.and(f32x4.mul(sigma, f32x4.splat(sign * scale)), counts));
    column = i32x4.add(column, i32x4.splat(4));
  }
  return across(sum) * scale;
}

/** Draws a mask of 0 and 1 / (1 − rate) and multiplies y by it. */
export function dropout(y: usize, mask: usize, count: i32, rate: f32, state: usize): void {
  const p = f32x4.splat(rate);
  const keep = f32x4.splat(1 / (1 - rate));
  for (const end = y + <usize>count * 4; y < end; y += 16, mask += 16) {
    const m = v128.and(keep, f32x4.ge(uniform4(state), p));
    v128.store(mask, m);
    v128.store(y, f32x4.mul(v128.load(y), m));
  }
}

/** y = y · x, elementwise. */
export function multiply(y: usize, x: usize, count: i32): void {
  for (const end = y + <usize>count * 4; y < end; y += 16, x += 16) {
    v128.store(y, f32x4.mul(v128.load(y), v128.load(x)));
  }
}

/** Copies columns of a wider matrix: y[f, ·] = x[f, first …]. Strides in bytes. */
export function copyColumns(y: usize, x: usize, features: i32, columns: i32, stride: usize): void {
  for (let f = 0; f < features; f++, x += stride) {
    memory.copy(y, x, <usize>columns * 4);
    y += <usize>columns * 4;
  }
}

/**
 * Adam on flat arrays, after which the gradient is zero again. `rate` and `rootCorrection` carry the corrections for the
 * start: rate / (1 − β₁ᵗ) and 1 / √(1 − β₂ᵗ). `count` is a multiple of 4.
 */
export function adam(
  theta: usize,
  gradient: usize,
  moments: usize,
  squares: usize,
  count: i32,
  rate: f32,
  rootCorrection: f32,
  beta1: f32,
  beta2: f32,
  epsilon: f32,
): void {
  const zero = f32x4.splat(0);
  const one = f32x4.splat(1 - beta1);
  const two = f32x4.splat(1 - beta2);
  const root = f32x4.splat(rootCorrection);
  const small = f32x4.splat(epsilon);
  const alpha = f32x4.splat(rate);
  for (let i: usize = 0; i < <usize>count * 4; i += 16) {
    const g = v128.load(gradient + i);
    v128.store(gradient + i, zero);
    let m = v128.load(moments + i);
    m = madd(one, f32x4.sub(g, m), m);
    v128.store(moments + i, m);
    let v = v128.load(squares + i);
    v = madd(two, f32x4.sub(f32x4.mul(g, g), v), v);
    v128.store(squares + i, v);
    const scaled = f32x4.add(f32x4.mul(f32x4.sqrt(v), root), small);
    v128.store(theta + i, f32x4.sub(v128.load(theta + i), f32x4.mul(alpha, f32x4.div(m, scaled))));
  }
}
