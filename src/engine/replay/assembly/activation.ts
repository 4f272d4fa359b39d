/** Activations that a product can end in, four numbers at a time. 1: ReLU. 2: leaky ReLU with that slope. */
export function activate(kind: i32, x: v128, slope: f32): v128 {
  const zero = f32x4.splat(0);
  if (kind === 1) return f32x4.max(x, zero);
  return v128.bitselect(x, f32x4.mul(x, f32x4.splat(slope)), f32x4.gt(x, zero));
}
