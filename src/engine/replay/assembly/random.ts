import { POINTS, POINTS_AT } from './workspace';

/**
 * The streams of `core/random`, bit for bit: Chris Doty-Humphrey's sfc32, and normal deviates by Marsaglia's polar method with
 * the logarithm of `core/maths`. A state is four 32-bit words, whether there is a spare deviate (1 or 0, 32 bits, then four bytes that mean
 * nothing), and the spare (64 bits).
 */
function next(state: usize): u32 {
  const a = load<u32>(state);
  const b = load<u32>(state, 4);
  const c = load<u32>(state, 8);
  const counter = load<u32>(state, 12);
  const t = a + b + counter;
  store<u32>(state, b ^ (b >> 9));
  store<u32>(state, c + (c << 3), 4);
  store<u32>(state, rotl<u32>(c, 21) + t, 8);
  store<u32>(state, counter + 1, 12);
  return t;
}

/** Natural logarithms of two positive, normal numbers, in the very operations of `core/maths`. */
function log(x: v128): v128 {
  const bits = i64x2.shr_u(x, 52);
  let exponent = f64x2.sub(v128.or(bits, i64x2.splat(0x4330000000000000)), f64x2.splat(4503599627370496 + 1023));
  let mantissa = v128.or(v128.and(x, i64x2.splat(0xfffffffffffff)), i64x2.splat(0x3ff0000000000000));
  const large = f64x2.gt(mantissa, f64x2.splat(Math.SQRT2));
  mantissa = v128.bitselect(f64x2.mul(mantissa, f64x2.splat(0.5)), mantissa, large);
  const one = f64x2.splat(1);
  exponent = f64x2.add(exponent, v128.and(large, one));
  const s = f64x2.div(f64x2.sub(mantissa, one), f64x2.add(mantissa, one));
  const t = f64x2.mul(s, s);
  let sum = f64x2.splat(1.0 / 21);
  sum = f64x2.add(f64x2.mul(sum, t), f64x2.splat(1.0 / 19));
  sum = f64x2.add(f64x2.mul(sum, t), f64x2.splat(1.0 / 17));
  sum = f64x2.add(f64x2.mul(sum, t), f64x2.splat(1.0 / 15));
  sum = f64x2.add(f64x2.mul(sum, t), f64x2.splat(1.0 / 13));
  sum = f64x2.add(f64x2.mul(sum, t), f64x2.splat(1.0 / 11));
  sum = f64x2.add(f64x2.mul(sum, t), f64x2.splat(1.0 / 9));
  sum = f64x2.add(f64x2.mul(sum, t), f64x2.splat(1.0 / 7));
  sum = f64x2.add(f64x2.mul(sum, t), f64x2.splat(1.0 / 5));
  sum = f64x2.add(f64x2.mul(sum, t), f64x2.splat(1.0 / 3));
  sum = f64x2.add(f64x2.mul(sum, t), one);
  return f64x2.add(f64x2.mul(exponent, f64x2.splat(Math.LN2)), f64x2.mul(f64x2.mul(f64x2.splat(2), s), sum));
}

/** Fills `count` numbers at `out` with U[0, 1). */
export function fillUniform(state: usize, out: usize, count: i32): void {
  const end = out + ((<usize>count) << 2);
  for (; out < end; out += 4) store<f32>(out, <f32>(<f64>(next(state) >> 8) * 5.9604644775390625e-8));
}

/** Fills `count` numbers at `out` with N(0, 1). */
export function fillNormal(state: usize, out: usize, count: i32): void {
  const end = out + ((<usize>count) << 2);
  if (out < end && load<i32>(state, 16) !== 0) {
    store<i32>(state, 0, 16);
    store<f32>(out, <f32>load<f64>(state, 24));
    out += 4;
  }
  while (out < end) {
    const left = <i32>((end - out + 7) >> 3);
    const drawn = min(POINTS, left);
    drawPoints(state, drawn);
    for (let i = 0; i < drawn; i += 2) scalePoints(POINTS_AT + <usize>(i * 24));
    const odd = drawn === left && ((end - out) & 4) !== 0;
    const whole = odd ? drawn - 1 : drawn;
    let at = POINTS_AT;
    for (let i = 0; i < whole; i++, at += 24, out += 8) {
      store<f32>(out, <f32>load<f64>(at));
      store<f32>(out, <f32>load<f64>(at, 8), 4);
    }
    if (!odd) continue;
    store<f32>(out, <f32>load<f64>(at));
    store<i32>(state, 1, 16);
    store<f64>(state, load<f64>(at, 8), 24);
    return;
  }
}

/** Draws points of the square until `count` of them lay in the disc; those outside are overwritten. */
function drawPoints(state: usize, count: i32): void {
  let a = load<u32>(state);
  let b = load<u32>(state, 4);
  let c = load<u32>(state, 8);
  let counter = load<u32>(state, 12);
  let at = POINTS_AT;
  const end = POINTS_AT + <usize>(count * 24);
  while (at < end) {
    let t = a + b + counter;
    a = b ^ (b >> 9);
    b = c + (c << 3);
    c = rotl<u32>(c, 21) + t;
    const u = <f64>t * 4.656612873077393e-10 - 1;
    t = a + b + counter + 1;
    a = b ^ (b >> 9);
    b = c + (c << 3);
    c = rotl<u32>(c, 21) + t;
    const v = <f64>t * 4.656612873077393e-10 - 1;
    counter += 2;
    const s = u * u + v * v;
    store<f64>(at, u);
    store<f64>(at, v, 8);
    store<f64>(at, s, 16);
    at += select<usize>(24, 0, <i32>(s < 1) & <i32>(s >= 1e-300));
  }
  store<u32>(state, a);
  store<u32>(state, b, 4);
  store<u32>(state, c, 8);
  store<u32>(state, counter, 12);
}

/** Two points become their deviates, in place. */
function scalePoints(at: usize): void {
  const s = v128.load64_lane(at + 40, v128.load64_zero(at + 16), 1);
  const scale = f64x2.sqrt(f64x2.div(f64x2.mul(f64x2.splat(-2), log(s)), s));
  v128.store(at, f64x2.mul(v128.load(at), v128.shuffle<f64>(scale, scale, 0, 0)));
  v128.store(at + 24, f64x2.mul(v128.load(at + 24), v128.shuffle<f64>(scale, scale, 1, 1)));
}
