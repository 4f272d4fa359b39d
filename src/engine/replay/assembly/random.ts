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

/** Natural logarithm of a positive, normal number, in the very operations of `core/maths`. */
function log(x: f64): f64 {
  const bits = reinterpret<u64>(x);
  let exponent = <i32>((bits >> 52) & 0xfff) - 1023;
  let mantissa = reinterpret<f64>((bits & 0xfffffffffffff) | 0x3ff0000000000000);
  if (mantissa > Math.SQRT2) {
    mantissa /= 2;
    exponent += 1;
  }
  const s = (mantissa - 1) / (mantissa + 1);
  const t = s * s;
  let sum: f64 = 1.0 / 21;
  sum = sum * t + 1.0 / 19;
  sum = sum * t + 1.0 / 17;
  sum = sum * t + 1.0 / 15;
  sum = sum * t + 1.0 / 13;
  sum = sum * t + 1.0 / 11;
  sum = sum * t + 1.0 / 9;
  sum = sum * t + 1.0 / 7;
  sum = sum * t + 1.0 / 5;
  sum = sum * t + 1.0 / 3;
  sum = sum * t + 1.0;
  return <f64>exponent * Math.LN2 + 2 * s * sum;
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
    const u = <f64>next(state) * 4.656612873077393e-10 - 1;
    const v = <f64>next(state) * 4.656612873077393e-10 - 1;
    const s = u * u + v * v;
    if (s >= 1 || s < 1e-300) continue;
    const scale = Math.sqrt((-2 * log(s)) / s);
    store<f32>(out, <f32>(u * scale));
    if (out + 4 < end) store<f32>(out, <f32>(v * scale), 4);
    else {
      store<i32>(state, 1, 16);
      store<f64>(state, v * scale, 24);
    }
    out += 8;
  }
}
