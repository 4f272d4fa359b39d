/** Elementary functions on four numbers at once; coefficients of the Cephes library (Moshier), single precision. */

import { madd } from './product';

function vec(x: f32): v128 {
  return f32x4.splat(x);
}

/** 2^n for whole n in the exponent's range. */
function power2(n: v128): v128 {
  return i32x4.shl(i32x4.add(n, i32x4.splat(127)), 23);
}

/** eˣ, relative error about 1e-7; clamped to what float32 holds. */
export function exp4(x: v128): v128 {
  x = f32x4.min(f32x4.max(x, vec(-87)), vec(88));
  // biome-ignore lint/suspicious/noApproximativeNumericConstant: Math.LOG2E is no constant of float32 here
  const n = f32x4.floor(madd(x, vec(1.442695041), vec(0.5)));
  x = f32x4.sub(x, f32x4.mul(n, vec(0.693359375)));
  x = f32x4.sub(x, f32x4.mul(n, vec(-2.1219444e-4)));
  let p = vec(1.98756915e-4);
  p = madd(p, x, vec(1.3981999507e-3));
  p = madd(p, x, vec(8.3334519073e-3));
  p = madd(p, x, vec(4.1665795894e-2));
  p = madd(p, x, vec(1.6666665459e-1));
  p = madd(p, x, vec(5.0000001201e-1));
  p = f32x4.add(madd(p, f32x4.mul(x, x), x), vec(1));
  return f32x4.mul(p, power2(i32x4.trunc_sat_f32x4_s(n)));
}

/** ln x for positive normal x. */
export function log4(x: v128): v128 {
  let e = i32x4.sub(i32x4.shr_u(x, 23), i32x4.splat(126));
  let m = v128.or(v128.and(x, i32x4.splat(0x007fffff)), vec(0.5)); // [1/2, 1)
  // biome-ignore lint/suspicious/noApproximativeNumericConstant: Math.SQRT1_2 is no constant of float32 here
  const low = f32x4.lt(m, vec(0.70710678));
  e = i32x4.add(e, low); // minus one where low
  m = f32x4.sub(f32x4.add(m, v128.and(m, low)), vec(1));
  const z = f32x4.mul(m, m);
  let p = vec(7.0376836292e-2);
  p = madd(p, m, vec(-1.151461031e-1));
  p = madd(p, m, vec(1.167699874e-1));
  p = madd(p, m, vec(-1.2420140846e-1));
  p = madd(p, m, vec(1.4249322787e-1));
  p = madd(p, m, vec(-1.6668057665e-1));
  p = madd(p, m, vec(2.0000714765e-1));
  p = madd(p, m, vec(-2.4999993993e-1));
  p = madd(p, m, vec(3.3333331174e-1));
  const n = f32x4.convert_i32x4_s(e);
  let y = f32x4.mul(f32x4.mul(p, m), z);
  y = madd(n, vec(-2.1219444e-4), y);
  y = madd(z, vec(-0.5), y);
  return madd(n, vec(0.693359375), f32x4.add(m, y));
}

/** Four uniform 32-bit words of four xoshiro128+ generators (Blackman & Vigna), whose state lies at `state`, 64 bytes. */
function words(state: usize): v128 {
  let s0 = v128.load(state);
  let s1 = v128.load(state, 16);
  let s2 = v128.load(state, 32);
  let s3 = v128.load(state, 48);
  const result = i32x4.add(s0, s3);
  const t = i32x4.shl(s1, 9);
  s2 = v128.xor(s2, s0);
  s3 = v128.xor(s3, s1);
  s1 = v128.xor(s1, s2);
  s0 = v128.xor(s0, s3);
  s2 = v128.xor(s2, t);
  s3 = v128.or(i32x4.shl(s3, 11), i32x4.shr_u(s3, 21));
  v128.store(state, s0);
  v128.store(state, s1, 16);
  v128.store(state, s2, 32);
  v128.store(state, s3, 48);
  return result;
}

/** U[0, 1) with 24 bits. */
export function uniform4(state: usize): v128 {
  return f32x4.mul(f32x4.convert_i32x4_s(i32x4.shr_u(words(state), 8)), vec(5.9604644775390625e-8));
}

/** Fills with N(0, 1) by Box and Muller; `count` is a multiple of 8. */
export function normals(out: usize, count: i32, state: usize): void {
  for (const end = out + <usize>count * 4; out < end; out += 32) {
    const r = f32x4.sqrt(f32x4.mul(log4(f32x4.sub(vec(1), uniform4(state))), vec(-2)));
    const turns = f32x4.mul(uniform4(state), vec(4)); // quarter turns
    const quarter = f32x4.nearest(turns);
    const q = i32x4.trunc_sat_f32x4_s(quarter);
    const t = f32x4.mul(f32x4.sub(turns, quarter), vec(1.5707963267948966)); // within ± π/4
    const z = f32x4.mul(t, t);
    let s = vec(-1.9515295891e-4);
    s = madd(s, z, vec(8.3321608736e-3));
    s = madd(s, z, vec(-1.6666654611e-1));
    s = madd(f32x4.mul(s, z), t, t);
    let c = vec(2.443315711809948e-5);
    c = madd(c, z, vec(-1.388731625493765e-3));
    c = madd(c, z, vec(4.166664568298827e-2));
    c = madd(f32x4.mul(c, z), z, madd(z, vec(-0.5), vec(1)));
    const odd = i32x4.eq(v128.and(q, i32x4.splat(1)), i32x4.splat(1));
    const sine = v128.xor(v128.bitselect(c, s, odd), i32x4.shl(v128.and(q, i32x4.splat(2)), 30));
    const next = i32x4.add(q, i32x4.splat(1));
    const cosine = v128.xor(v128.bitselect(s, c, odd), i32x4.shl(v128.and(next, i32x4.splat(2)), 30));
    v128.store(out, f32x4.mul(r, cosine));
    v128.store(out, f32x4.mul(r, sine), 16);
  }
}
