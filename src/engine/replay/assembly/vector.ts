/** a · b + c on four numbers; one rounding where the build may fuse. */
export function multiplyAdd(a: v128, b: v128, c: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return f32x4.relaxed_madd(a, b, c);
  return f32x4.add(f32x4.mul(a, b), c);
}

/** Sum of the four numbers. */
export function across(v: v128): f32 {
  return f32x4.extract_lane(v, 0) + f32x4.extract_lane(v, 1) + (f32x4.extract_lane(v, 2) + f32x4.extract_lane(v, 3));
}

/** Operand `index` of an instruction. */
export function word(at: usize, index: i32): i32 {
  return load<i32>(at + ((<usize>index) << 2));
}

/** Operand `index` as a real number. */
export function real(at: usize, index: i32): f32 {
  return load<f32>(at + ((<usize>index) << 2));
}
