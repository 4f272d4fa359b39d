import { erf, exp, expm1, log, log1p } from './functions';

const ZERO: f32 = 0;

/** Operations of one number that are not worth a loop of their own; codes from 64. */
export function unary(code: i32, x: v128, number: f32): v128 {
  switch (code) {
    case 65:
      return f32x4.abs(x);
    case 66:
      return f32x4.div(f32x4.splat(1), f32x4.sqrt(x));
    case 67:
      return f32x4.div(f32x4.splat(1), x);
    case 68:
      return exp(x);
    case 69:
      return expm1(x);
    case 70:
      return log(x);
    case 71:
      return log1p(x);
    case 75:
      return erf(x);
    case 77:
      return f32x4.floor(x);
    case 78:
      return f32x4.ceil(x);
    case 79:
      return f32x4.nearest(x);
    case 80:
      return f32x4.trunc(x);
    default:
      return rare(code, x, number);
  }
}

function rare(code: i32, x: v128, number: f32): v128 {
  const zero = f32x4.splat(ZERO);
  const one = f32x4.splat(1);
  switch (code) {
    case 81: {
      // sign, 0 for 0 and NaN for NaN
      const s = f32x4.sub(v128.and(f32x4.gt(x, zero), one), v128.and(f32x4.lt(x, zero), one));
      return v128.bitselect(s, x, f32x4.eq(x, x));
    }
    case 82:
      return v128.and(f32x4.eq(x, zero), one);
    case 83:
      return v128.and(f32x4.ne(x, x), one);
    case 84:
      return v128.bitselect(x, expm1(x), f32x4.ge(x, zero));
    case 85: {
      // SELU's scale and alpha
      const low = f32x4.mul(f32x4.splat(1.7580993408473768), expm1(x));
      return v128.bitselect(f32x4.mul(f32x4.splat(1.0507009873554805), x), low, f32x4.ge(x, zero));
    }
    case 86:
      return f32x4.min(x, f32x4.splat(number));
    case 87:
      return f32x4.max(x, f32x4.splat(number));
    case 88:
      return f32x4.add(x, f32x4.splat(number));
    case 89:
      return f32x4.mul(x, f32x4.splat(number));
    case 90:
      return v128.and(f32x4.ne(x, zero), one);
    default: {
      let y = f32x4.splat(lane(code, f32x4.extract_lane(x, 0)));
      y = f32x4.replace_lane(y, 1, lane(code, f32x4.extract_lane(x, 1)));
      y = f32x4.replace_lane(y, 2, lane(code, f32x4.extract_lane(x, 2)));
      return f32x4.replace_lane(y, 3, lane(code, f32x4.extract_lane(x, 3)));
    }
  }
}

/** What is computed one number at a time. */
function lane(code: i32, x: f32): f32 {
  switch (code) {
    case 96:
      return Mathf.sin(x);
    case 97:
      return Mathf.cos(x);
    case 98:
      return Mathf.tan(x);
    case 99:
      return Mathf.atan(x);
    case 100:
      return Mathf.asin(x);
    case 101:
      return Mathf.acos(x);
    case 102:
      return Mathf.sinh(x);
    default:
      return Mathf.cosh(x);
  }
}
