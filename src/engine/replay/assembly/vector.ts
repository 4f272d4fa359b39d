/** a · b + c on four numbers; one rounding where the build may fuse. */
export function multiplyAdd(a: v128, b: v128, c: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return f32x4.relaxed_madd(a, b, c);
  return f32x4.add(f32x4.mul(a, b), c);
}

/**
 * Sum of `count` numbers in vectors that stand `step` bytes apart (16, or 0 for one vector of equal numbers), in double
 * precision: batch statistics take differences of sums.
 */
export function sumOf(from: usize, step: usize, count: i32): f64 {
  let low = f64x2.splat(0);
  let high = low;
  let i = 0;
  for (; i + 4 <= count; i += 4, from += step) {
    low = f64x2.add(low, f64x2.promote_low_f32x4(v128.load64_zero(from)));
    high = f64x2.add(high, f64x2.promote_low_f32x4(v128.load64_zero(from, 8)));
  }
  const sums = f64x2.add(low, high);
  let total = f64x2.extract_lane(sums, 0) + f64x2.extract_lane(sums, 1);
  const apart = step >> 2;
  for (; i < count; i++, from += apart) total += <f64>load<f32>(from);
  return total;
}

/** Copies numbers, four at a time while there are as many. */
export function move(to: usize, from: usize, bytes: usize): void {
  const end = to + bytes;
  for (; to + 16 <= end; to += 16, from += 16) v128.store(to, v128.load(from));
  for (; to < end; to += 4, from += 4) store<f32>(to, load<f32>(from));
}

/** Operand `index` of an instruction. */
export function word(at: usize, index: i32): i32 {
  return load<i32>(at + ((<usize>index) << 2));
}

/** Operand `index` as a real number. */
export function real(at: usize, index: i32): f32 {
  return load<f32>(at + ((<usize>index) << 2));
}
