import { real, sumOf, word } from './vector';

/** What a reduction makes of a row of numbers. */
const SUM: i32 = 0;
const MAX: i32 = 1;
const MIN: i32 = 2;
const _PRODUCT: i32 = 3;

/**
 * [op, length, kind, x, y, outer, count, inner, divisor]: y[o, i] = Σ_c x[o, c, i] / divisor, or the greatest, least, product.
 */
export function runReduce(at: usize): void {
  const kind = word(at, 2);
  let x = <usize>word(at, 3);
  let y = <usize>word(at, 4);
  const outer = word(at, 5);
  const count = word(at, 6);
  const inner = word(at, 7);
  const divisor = <f64>real(at, 8);
  for (let o = 0; o < outer; o++) {
    if (inner === 1) store<f32>(y, row(kind, x, count, divisor));
    else columns(kind, x, y, count, inner, divisor);
    x += (<usize>(count * inner)) << 2;
    y += (<usize>inner) << 2;
  }
}

function step(kind: i32, a: f32, b: f32): f32 {
  if (kind === MAX) return max(a, b);
  if (kind === MIN) return min(a, b);
  return a * b;
}

function stepVector(kind: i32, a: v128, b: v128): v128 {
  if (kind === MAX) return f32x4.max(a, b);
  if (kind === MIN) return f32x4.min(a, b);
  return f32x4.mul(a, b);
}

/** One row of `count` numbers. */
function row(kind: i32, x: usize, count: i32, divisor: f64): f32 {
  if (kind === SUM) return <f32>(sumOf(x, 16, count) / divisor);
  let result = load<f32>(x);
  for (let c = 1; c < count; c++) result = step(kind, result, load<f32>(x + ((<usize>c) << 2)));
  return result;
}

/** Column by column, four at a time; sums are kept in double precision, since batch statistics take differences of them. */
function columns(kind: i32, x: usize, y: usize, count: i32, inner: i32, divisor: f64): void {
  const stride = (<usize>inner) << 2;
  let i = 0;
  for (; i + 4 <= inner; i += 4) {
    const from = x + ((<usize>i) << 2);
    const total = kind === SUM ? sumOfVectors(from, stride, count, divisor) : foldVectors(kind, from, stride, count);
    v128.store(y + ((<usize>i) << 2), total);
  }
  for (; i < inner; i++) {
    let from = x + ((<usize>i) << 2);
    if (kind === SUM) {
      let sum: f64 = 0;
      for (let c = 0; c < count; c++, from += stride) sum += <f64>load<f32>(from);
      store<f32>(y + ((<usize>i) << 2), <f32>(sum / divisor));
    } else {
      let result = load<f32>(from);
      for (let c = 1; c < count; c++) {
        from += stride;
        result = step(kind, result, load<f32>(from));
      }
      store<f32>(y + ((<usize>i) << 2), result);
    }
  }
}

/** Sum of `count` vectors that lie `stride` bytes apart, divided. */
function sumOfVectors(from: usize, stride: usize, count: i32, divisor: f64): v128 {
  let low = f64x2.splat(0);
  let high = low;
  for (let c = 0; c < count; c++, from += stride) {
    low = f64x2.add(low, f64x2.promote_low_f32x4(v128.load64_zero(from)));
    high = f64x2.add(high, f64x2.promote_low_f32x4(v128.load64_zero(from, 8)));
  }
  low = f32x4.demote_f64x2_zero(f64x2.div(low, f64x2.splat(divisor)));
  high = f32x4.demote_f64x2_zero(f64x2.div(high, f64x2.splat(divisor)));
  return v128.shuffle<i32>(low, high, 0, 1, 4, 5);
}

function foldVectors(kind: i32, from: usize, stride: usize, count: i32): v128 {
  let result = v128.load(from);
  for (let c = 1; c < count; c++) {
    from += stride;
    result = stepVector(kind, result, v128.load(from));
  }
  return result;
}
