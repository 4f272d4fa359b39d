/** Batch normalization of [pixels · channels, columns] per channel, over pixels and columns. */

import { across, madd } from './product';

/** Share of the old moving statistics that a batch keeps. */
const MOMENTUM: f32 = 0.9;

/**
 * Training: normalizes x in place to x̂, writes y = leaky(γ x̂ + β), keeps 1/σ of every channel, and moves the averages
 * [mean, variance] of the channels unless `moving` is 0. The first `count` of the columns are samples.
 */
export function normalize(
  y: usize,
  x: usize,
  gamma: usize,
  beta: usize,
  inverse: usize,
  moving: usize,
  pixels: i32,
  channels: i32,
  columns: i32,
  slope: f32,
): void {
  const bytes = <usize>columns * 4;
  const stride = <usize>channels * bytes;
  const share: f32 = 1 / (<f32>pixels * <f32>columns);
  for (let channel = 0; channel < channels; channel++) {
    const first = <usize>channel * bytes;
    let sum = f32x4.splat(0);
    for (let p = 0, at = x + first; p < pixels; p++, at += stride) {
      for (let i: usize = 0; i < bytes; i += 16) sum = f32x4.add(sum, v128.load(at + i));
    }
    const mean = across(sum) * share;
    const mu = f32x4.splat(mean);
    sum = f32x4.splat(0);
    for (let p = 0, at = x + first; p < pixels; p++, at += stride) {
      for (let i: usize = 0; i < bytes; i += 16) {
        const c = f32x4.sub(v128.load(at + i), mu);
        sum = madd(c, c, sum);
      }
    }
    const variance = across(sum) * share;
    const one: f32 = 1 / sqrt<f32>(variance + 1e-5);
    f32.store(inverse + <usize>channel * 4, one);
    if (moving) {
      const m = moving + <usize>channel * 4;
      const v = m + <usize>channels * 4;
      f32.store(m, MOMENTUM * f32.load(m) + (1 - MOMENTUM) * mean);
      f32.store(v, MOMENTUM * f32.load(v) + (1 - MOMENTUM) * variance);
    }
    const scale = f32x4.splat(one);
    const g = v128.load32_splat(gamma + <usize>channel * 4);
    const b = v128.load32_splat(beta + <usize>channel * 4);
    const a = f32x4.splat(slope);
    for (let p = 0, at = x + first, to = y + first; p < pixels; p++, at += stride, to += stride) {
      for (let i: usize = 0; i < bytes; i += 16) {
        const hat = f32x4.mul(f32x4.sub(v128.load(at + i), mu), scale);
        v128.store(at + i, hat);
        const z = madd(hat, g, b);
        v128.store(to + i, f32x4.max(z, f32x4.mul(z, a)));
      }
    }
  }
}

/** Turns the gradient d of y into that of x, through the leaky ReLU too, and adds those of γ and β. */
export function normalizeBack(
  d: usize,
  y: usize,
  hat: usize,
  gamma: usize,
  inverse: usize,
  dGamma: usize,
  dBeta: usize,
  pixels: i32,
  channels: i32,
  columns: i32,
  slope: f32,
): void {
  const bytes = <usize>columns * 4;
  const stride = <usize>channels * bytes;
  const share: f32 = 1 / (<f32>pixels * <f32>columns);
  const zero = f32x4.splat(0);
  const a = f32x4.splat(slope);
  for (let channel = 0; channel < channels; channel++) {
    const first = <usize>channel * bytes;
    let sum = zero;
    let product = zero;
    for (let p = 0, at = first; p < pixels; p++, at += stride) {
      for (let i: usize = 0; i < bytes; i += 16) {
        let g = v128.load(d + at + i);
        g = v128.bitselect(g, f32x4.mul(g, a), f32x4.gt(v128.load(y + at + i), zero));
        v128.store(d + at + i, g);
        sum = f32x4.add(sum, g);
        product = madd(g, v128.load(hat + at + i), product);
      }
    }
    const b = across(sum);
    const g = across(product);
    const offset = <usize>channel * 4;
    f32.store(dBeta + offset, f32.load(dBeta + offset) + b);
    f32.store(dGamma + offset, f32.load(dGamma + offset) + g);
    const factor = f32x4.splat(f32.load(gamma + offset) * f32.load(inverse + offset));
    const meanB = f32x4.splat(b * share);
    const meanG = f32x4.splat(g * share);
    for (let p = 0, at = first; p < pixels; p++, at += stride) {
      for (let i: usize = 0; i < bytes; i += 16) {
        const centred = f32x4.sub(v128.load(d + at + i), meanB);
        const own = f32x4.sub(centred, f32x4.mul(v128.load(hat + at + i), meanG));
        v128.store(d + at + i, f32x4.mul(own, factor));
      }
    }
  }
}
