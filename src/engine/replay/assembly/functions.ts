import { multiplyAdd } from './vector';

/**
 * Functions of four numbers at a time, relative error of about 1e-7. The polynomials for exp, log, tanh are those of
 * Cephes' single precision library (S. L. Moshier, netlib.org/cephes), evaluated side by side.
 */

// A function by declaration: an arrow would be called through a table.
function splat(x: f32): v128 {
  return f32x4.splat(x);
}

/** 2ⁿ for whole n in [−126, 127], given as integers. */
function power(n: v128): v128 {
  return i32x4.shl(i32x4.add(n, i32x4.splat(127)), 23);
}

/** eˣ; infinite from 88.73, denormal and then zero below −87.3. */
export function exp(x: v128): v128 {
  x = f32x4.max(f32x4.min(x, splat(89)), splat(-105));
  const whole = f32x4.nearest(f32x4.mul(x, splat(<f32>Math.LOG2E)));
  // ln 2 in two parts, the first exact in few bits.
  let r = f32x4.sub(x, f32x4.mul(whole, splat(0.693359375)));
  r = f32x4.sub(r, f32x4.mul(whole, splat(-2.1219444e-4)));
  let p = splat(1.98756915e-4);
  p = multiplyAdd(p, r, splat(1.3981999507e-3));
  p = multiplyAdd(p, r, splat(8.3334519073e-3));
  p = multiplyAdd(p, r, splat(4.1665795894e-2));
  p = multiplyAdd(p, r, splat(1.6666665459e-1));
  p = multiplyAdd(p, r, splat(5.0000001201e-1));
  p = f32x4.add(multiplyAdd(p, f32x4.mul(r, r), r), splat(1));
  // In two factors, so that neither leaves the range of exponents.
  const n = i32x4.trunc_sat_f32x4_s(whole);
  const half = i32x4.shr_s(n, 1);
  return f32x4.mul(f32x4.mul(p, power(half)), power(i32x4.sub(n, half)));
}

/** Natural logarithm; −∞ at zero, NaN below. */
export function log(x: v128): v128 {
  const tiny = f32x4.lt(x, splat(1.17549435e-38));
  const scaled = v128.bitselect(f32x4.mul(x, splat(8388608)), x, tiny); // denormals times 2²³
  const bits = i32x4.sub(scaled, i32x4.splat(0x3f3504f3)); // the mantissa will lie in [√½, √2)
  let e = f32x4.convert_i32x4_s(i32x4.shr_s(bits, 23));
  e = f32x4.sub(e, v128.and(tiny, splat(23)));
  const mantissa = i32x4.add(v128.and(bits, i32x4.splat(0x007fffff)), i32x4.splat(0x3f3504f3));
  const m = f32x4.sub(mantissa, splat(1));
  const z = f32x4.mul(m, m);
  let p = splat(7.0376836292e-2);
  p = multiplyAdd(p, m, splat(-1.151461031e-1));
  p = multiplyAdd(p, m, splat(1.167699874e-1));
  p = multiplyAdd(p, m, splat(-1.2420140846e-1));
  p = multiplyAdd(p, m, splat(1.4249322787e-1));
  p = multiplyAdd(p, m, splat(-1.6668057665e-1));
  p = multiplyAdd(p, m, splat(2.0000714765e-1));
  p = multiplyAdd(p, m, splat(-2.4999993993e-1));
  p = multiplyAdd(p, m, splat(3.3333331174e-1));
  let y = f32x4.mul(f32x4.mul(p, m), z);
  y = multiplyAdd(e, splat(-2.1219444e-4), y);
  y = f32x4.sub(y, f32x4.mul(z, splat(0.5)));
  y = f32x4.add(m, y);
  y = multiplyAdd(e, splat(0.693359375), y);
  const zero = splat(0);
  y = v128.bitselect(x, y, f32x4.eq(x, splat(<f32>Infinity)));
  y = v128.bitselect(splat(-(<f32>Infinity)), y, f32x4.eq(x, zero));
  return v128.bitselect(y, splat(<f32>NaN), f32x4.ge(x, zero));
}

/** log(1 + x), exact to the last bits for small x (the correction is W. Kahan's). */
export function log1p(x: v128): v128 {
  const u = f32x4.add(x, splat(1));
  const rest = f32x4.sub(u, splat(1));
  const y = f32x4.mul(log(u), f32x4.div(x, rest));
  const plain = v128.or(f32x4.eq(rest, splat(0)), f32x4.eq(x, splat(<f32>Infinity)));
  return v128.bitselect(x, y, plain);
}

/** log(1 + eˣ). */
export function softplus(x: v128): v128 {
  return f32x4.add(f32x4.max(x, splat(0)), log1p(exp(f32x4.neg(f32x4.abs(x)))));
}

/** 1 / (1 + e⁻ˣ), by the exponential that cannot overflow. */
export function sigmoid(x: v128): v128 {
  const one = splat(1);
  const e = exp(f32x4.neg(f32x4.abs(x)));
  return f32x4.div(v128.bitselect(e, one, f32x4.lt(x, splat(0))), f32x4.add(one, e));
}

/** Hyperbolic tangent: a polynomial near zero, by the exponential elsewhere. */
export function tanh(x: v128): v128 {
  const size = f32x4.abs(x);
  const z = f32x4.mul(x, x);
  let p = splat(-5.70498872745e-3);
  p = multiplyAdd(p, z, splat(2.06390887954e-2));
  p = multiplyAdd(p, z, splat(-5.37397155531e-2));
  p = multiplyAdd(p, z, splat(1.33314422036e-1));
  p = multiplyAdd(p, z, splat(-3.33332819422e-1));
  const near = multiplyAdd(f32x4.mul(p, z), x, x);
  const e = exp(f32x4.add(size, size));
  const far = f32x4.sub(splat(1), f32x4.div(splat(2), f32x4.add(e, splat(1))));
  const signed = v128.or(far, v128.and(x, splat(-0.0)));
  return v128.bitselect(near, signed, f32x4.lt(size, splat(0.625)));
}

/** eˣ − 1, exact to the last bits for small x. */
export function expm1(x: v128): v128 {
  // tanh(x/2) · (eˣ + 1), which loses nothing near zero.
  const small = f32x4.mul(tanh(f32x4.mul(x, splat(0.5))), f32x4.add(exp(x), splat(1)));
  return v128.bitselect(small, f32x4.sub(exp(x), splat(1)), f32x4.lt(f32x4.abs(x), splat(1)));
}

/** Error function (Abramowitz & Stegun 7.1.26, absolute error below 1.5e-7). */
export function erf(x: v128): v128 {
  const size = f32x4.abs(x);
  const t = f32x4.div(splat(1), multiplyAdd(splat(0.3275911), size, splat(1)));
  let p = splat(1.061405429);
  p = multiplyAdd(p, t, splat(-1.453152027));
  p = multiplyAdd(p, t, splat(1.421413741));
  p = multiplyAdd(p, t, splat(-0.284496736));
  p = multiplyAdd(p, t, splat(0.254829592));
  const tail = f32x4.mul(f32x4.mul(p, t), exp(f32x4.neg(f32x4.mul(size, size))));
  return v128.or(f32x4.sub(splat(1), tail), v128.and(x, splat(-0.0)));
}
