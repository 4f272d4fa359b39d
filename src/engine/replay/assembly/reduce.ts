import { across, real, word } from './vector';

/** What a reduction makes of a row of numbers. */
const SUM: i32 = 0;
const MAX: i32 = 1;
const MIN: i32 = 2;
const _PRODUCT: i32 = 3;

/**
 * [op, length, kind, x, y, outer, count, inner, scale]: y[o, i] = scale · Σ_c x[o, c, i], or the greatest, least, product.
 */
export function runReduce(at: usize): void {
  const kind = word(at, 2);
  let x = <usize>word(at, 3);
  let y = <usize>word(at, 4);
  const outer = word(at, 5);
  const count = word(at, 6);
  const inner = word(at, 7);
  const scale = real(at, 8);
  for (let o = 0; o < outer; o++) {
    if (inner === 1) store<f32>(y, scale * row(kind, x, count));
    else columns(kind, x, y, count, inner, scale);
    x += (<usize>(count * inner)) << 2;
    y += (<usize>inner) << 2;
  }
}

function step(kind: i32, a: f32, b: f32): f32 {
  if (kind === SUM) return a + b;
  if (kind === MAX) return max(a, b);
  if (kind === MIN) return min(a, b);
  return a * b;
}

function stepVector(kind: i32, a: v128, b: v128): v128 {
  if (kind === SUM) return f32x4.add(a, b);
  if (kind === MAX) return f32x4.max(a, b);
  if (kind === MIN) return f32x4.min(a, b);
  return f32x4.mul(a, b);
}

/** One row of `count` numbers; sums are added block by block in double precision. */
function row(kind: i32, x: usize, count: i32): f32 {
  if (kind !== SUM) {
    let result = load<f32>(x);
    for (let c = 1; c < count; c++) result = step(kind, result, load<f32>(x + ((<usize>c) << 2)));
    return result;
  }
  let total: f64 = 0;
  let c = 0;
  while (c + 4 <= count) {
    let sum = f32x4.splat(0);
    const end = min(count & ~3, c + 256);
    for (; c < end; c += 4, x += 16) sum = f32x4.add(sum, v128.load(x));
    total += <f64>across(sum);
  }
  for (; c < count; c++, x += 4) total += <f64>load<f32>(x);
  return <f32>total;
}

/** Column by column, four at a time, the rows in blocks whose sums are added afterwards: less rounding. */
function columns(kind: i32, x: usize, y: usize, count: i32, inner: i32, scale: f32): void {
  const stride = (<usize>inner) << 2;
  let i = 0;
  for (; i + 4 <= inner; i += 4) {
    let from = x + ((<usize>i) << 2);
    let total = v128.load(from);
    from += stride;
    let c = 1;
    while (c < count) {
      let part = v128.load(from);
      from += stride;
      c++;
      const end = min(count, c + 63);
      for (; c < end; c++, from += stride) part = stepVector(kind, part, v128.load(from));
      total = stepVector(kind, total, part);
    }
    v128.store(y + ((<usize>i) << 2), f32x4.mul(total, f32x4.splat(scale)));
  }
  for (; i < inner; i++) {
    let from = x + ((<usize>i) << 2);
    let total = load<f32>(from);
    from += stride;
    let c = 1;
    while (c < count) {
      let part = load<f32>(from);
      from += stride;
      c++;
      const end = min(count, c + 63);
      for (; c < end; c++, from += stride) part = step(kind, part, load<f32>(from));
      total = step(kind, total, part);
    }
    store<f32>(y + ((<usize>i) << 2), total * scale);
  }
}
