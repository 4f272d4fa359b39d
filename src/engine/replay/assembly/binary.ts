/** `a` where `condition` is not zero, else `b`. */
export function select(condition: v128, a: v128, b: v128): v128 {
  return v128.bitselect(a, b, f32x4.ne(condition, f32x4.splat(0)));
}

function truth(mask: v128): v128 {
  return v128.and(mask, f32x4.splat(1));
}

/** Operations of two numbers that are not worth a loop of their own; codes 10 to 63 (26: power, 27: angle). */
export function binary(code: i32, a: v128, b: v128): v128 {
  switch (code) {
    case 10:
      return f32x4.max(a, b);
    case 11:
      return f32x4.min(a, b);
    case 12: {
      const d = f32x4.sub(a, b);
      return f32x4.mul(d, d);
    }
    case 13:
      return truth(f32x4.gt(a, b));
    case 14:
      return truth(f32x4.ge(a, b));
    case 15:
      return truth(f32x4.lt(a, b));
    case 16:
      return truth(f32x4.le(a, b));
    case 17:
      return truth(f32x4.eq(a, b));
    case 18:
      return truth(f32x4.ne(a, b));
    case 19:
      return truth(v128.and(f32x4.ne(a, f32x4.splat(0)), f32x4.ne(b, f32x4.splat(0))));
    case 20:
      return truth(v128.or(f32x4.ne(a, f32x4.splat(0)), f32x4.ne(b, f32x4.splat(0))));
    case 21:
      return f32x4.floor(f32x4.div(a, b));
    case 22: // remainder with the divisor's sign
      return f32x4.sub(a, f32x4.mul(b, f32x4.floor(f32x4.div(a, b))));
    case 23: // a / b, zero where b is zero
      return v128.bitselect(f32x4.splat(0), f32x4.div(a, b), f32x4.eq(b, f32x4.splat(0)));
    case 24: // slope b below zero
      return v128.bitselect(a, f32x4.mul(a, b), f32x4.ge(a, f32x4.splat(0)));
    case 25: // gradient of ELU from its result b: a · (b + 1) below zero
      return v128.bitselect(a, f32x4.mul(a, f32x4.add(b, f32x4.splat(1))), f32x4.ge(b, f32x4.splat(0)));
    default:
      return lanes(code, a, b);
  }
}

/** What is computed one number at a time: powers and angles. */
function lanes(code: i32, a: v128, b: v128): v128 {
  let y = f32x4.splat(one(code, f32x4.extract_lane(a, 0), f32x4.extract_lane(b, 0)));
  y = f32x4.replace_lane(y, 1, one(code, f32x4.extract_lane(a, 1), f32x4.extract_lane(b, 1)));
  y = f32x4.replace_lane(y, 2, one(code, f32x4.extract_lane(a, 2), f32x4.extract_lane(b, 2)));
  return f32x4.replace_lane(y, 3, one(code, f32x4.extract_lane(a, 3), f32x4.extract_lane(b, 3)));
}

function one(code: i32, a: f32, b: f32): f32 {
  return code === 26 ? Mathf.pow(a, b) : Mathf.atan2(a, b);
}
