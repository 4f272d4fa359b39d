/**
 * Logarithm, exponential, sine and cosine written out in the four basic operations. `Math.log` and its friends may
 * differ in the last bit between browsers; these give the same bits everywhere, and with them the same noise and data.
 * Each is within 2e-15 of the true value on the range stated.
 */

const bytes = new DataView(new ArrayBuffer(8));

/** Natural logarithm of a positive, normal number. */
export function log(x: number): number {
  bytes.setFloat64(0, x);
  const high = bytes.getUint32(0);
  let exponent = (high >>> 20) - 1023;
  bytes.setUint32(0, (high & 0xfffff) | 0x3ff00000);
  let mantissa = bytes.getFloat64(0);
  if (mantissa > Math.SQRT2) {
    mantissa /= 2;
    exponent += 1;
  }
  // log m = 2 atanh s with |s| ≤ 0.172, so eleven odd terms reach double precision.
  const s = (mantissa - 1) / (mantissa + 1);
  const t = s * s;
  let sum = 0;
  for (let n = 21; n >= 1; n -= 2) sum = sum * t + 1 / n;
  return exponent * Math.LN2 + 2 * s * sum;
}

/** e to the power x, for |x| ≤ 700. */
export function exp(x: number): number {
  const n = Math.round(x / Math.LN2);
  // ln 2 in two parts, the first with trailing zeros, so that n times it is exact.
  const r = x - n * 0.6931471803691238 - n * 1.9082149292705877e-10;
  let sum = 1;
  for (let k = 14; k >= 1; k--) sum = 1 + (sum * r) / k;
  return sum * 2 ** n;
}

const HALF_PI_HIGH = 1.5707963267341256;
const HALF_PI_LOW = 6.077100506506192e-11;

/** Sine and cosine of x in radians, for |x| ≤ 10⁵. */
export function sinCos(x: number): [sin: number, cos: number] {
  const n = Math.round(x / (Math.PI / 2));
  const r = x - n * HALF_PI_HIGH - n * HALF_PI_LOW;
  const t = r * r;
  let sin = 0;
  let cos = 0;
  for (let k = 17; k >= 1; k -= 2) sin = 1 - (t * sin) / ((k + 1) * (k + 2));
  for (let k = 16; k >= 0; k -= 2) cos = 1 - (t * cos) / ((k + 1) * (k + 2));
  sin *= r;
  switch (((n % 4) + 4) % 4) {
    case 0:
      return [sin, cos];
    case 1:
      return [cos, -sin];
    case 2:
      return [-sin, -cos];
    default:
      return [-cos, sin];
  }
}

/** Sine of x in radians, for |x| ≤ 10⁵. */
export const sin = (x: number): number => sinCos(x)[0];
/** Cosine of x in radians, for |x| ≤ 10⁵. */
export const cos = (x: number): number => sinCos(x)[1];
