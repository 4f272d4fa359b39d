/**
 * Matrix products in registers. All strides are in bytes, all numbers float32, all addresses multiples of 16. Every product
 * is added to what C holds. A tile of C is four rows by eight columns: eight accumulators, two vectors of B, one
 * number of A at a time fit the sixteen registers of SSE and AVX.
 */

/** a · b + c in one rounding where the engine has it (relaxed SIMD), in two elsewhere. */
export function madd(a: v128, b: v128, c: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return f32x4.relaxed_madd(a, b, c);
  return f32x4.add(f32x4.mul(a, b), c);
}

/** Columns that are worked on together, so that this much of B stays in the nearest cache. */
const BLOCK = 32;

function tileKM8(c: usize, ldc: usize, a: usize, lda: usize, b: usize, ldb: usize, k: i32): void {
  const c1 = c + ldc;
  const c2 = c1 + ldc;
  const c3 = c2 + ldc;
  let s00 = v128.load(c);
  let s01 = v128.load(c, 16);
  let s10 = v128.load(c1);
  let s11 = v128.load(c1, 16);
  let s20 = v128.load(c2);
  let s21 = v128.load(c2, 16);
  let s30 = v128.load(c3);
  let s31 = v128.load(c3, 16);
  for (; k > 0; k--) {
    const b0 = v128.load(b);
    const b1 = v128.load(b, 16);
    let x = v128.load32_splat(a);
    s00 = madd(x, b0, s00);
    s01 = madd(x, b1, s01);
    x = v128.load32_splat(a, 4);
    s10 = madd(x, b0, s10);
    s11 = madd(x, b1, s11);
    x = v128.load32_splat(a, 8);
    s20 = madd(x, b0, s20);
    s21 = madd(x, b1, s21);
    x = v128.load32_splat(a, 12);
    s30 = madd(x, b0, s30);
    s31 = madd(x, b1, s31);
    a += lda;
    b += ldb;
  }
  v128.store(c, s00);
  v128.store(c, s01, 16);
  v128.store(c1, s10);
  v128.store(c1, s11, 16);
  v128.store(c2, s20);
  v128.store(c2, s21, 16);
  v128.store(c3, s30);
  v128.store(c3, s31, 16);
}

/** One row of C by eight columns, whose numbers of A lie `step` apart. */
function row8(c: usize, a: usize, step: usize, b: usize, ldb: usize, k: i32): void {
  let s0 = v128.load(c);
  let s1 = v128.load(c, 16);
  for (; k > 0; k--) {
    const x = v128.load32_splat(a);
    s0 = madd(x, v128.load(b), s0);
    s1 = madd(x, v128.load(b, 16), s1);
    a += step;
    b += ldb;
  }
  v128.store(c, s0);
  v128.store(c, s1, 16);
}

/** C[m, n] += Aᵀ B with A[k, m] and B[k, n]; n is a multiple of 8. */
export function productKM(
  c: usize,
  ldc: usize,
  a: usize,
  lda: usize,
  b: usize,
  ldb: usize,
  m: i32,
  n: i32,
  k: i32,
): void {
  for (let from = 0; from < n; from += BLOCK) {
    const to = min(from + BLOCK, n);
    let i = 0;
    for (; i + 4 <= m; i += 4) {
      const row = c + <usize>i * ldc;
      for (let j = from; j < to; j += 8)
        tileKM8(row + <usize>j * 4, ldc, a + <usize>i * 4, lda, b + <usize>j * 4, ldb, k);
    }
    for (; i < m; i++) {
      const row = c + <usize>i * ldc;
      for (let j = from; j < to; j += 8) row8(row + <usize>j * 4, a + <usize>i * 4, lda, b + <usize>j * 4, ldb, k);
    }
  }
}

function tileMK8(c: usize, ldc: usize, a: usize, lda: usize, b: usize, ldb: usize, k: i32): void {
  const c1 = c + ldc;
  const c2 = c1 + ldc;
  const c3 = c2 + ldc;
  const a1 = lda;
  const a2 = lda * 2;
  const a3 = lda * 3;
  let s00 = v128.load(c);
  let s01 = v128.load(c, 16);
  let s10 = v128.load(c1);
  let s11 = v128.load(c1, 16);
  let s20 = v128.load(c2);
  let s21 = v128.load(c2, 16);
  let s30 = v128.load(c3);
  let s31 = v128.load(c3, 16);
  for (; k > 0; k--) {
    const b0 = v128.load(b);
    const b1 = v128.load(b, 16);
    let x = v128.load32_splat(a);
    s00 = madd(x, b0, s00);
    s01 = madd(x, b1, s01);
    x = v128.load32_splat(a + a1);
    s10 = madd(x, b0, s10);
    s11 = madd(x, b1, s11);
    x = v128.load32_splat(a + a2);
    s20 = madd(x, b0, s20);
    s21 = madd(x, b1, s21);
    x = v128.load32_splat(a + a3);
    s30 = madd(x, b0, s30);
    s31 = madd(x, b1, s31);
    a += 4;
    b += ldb;
  }
  v128.store(c, s00);
  v128.store(c, s01, 16);
  v128.store(c1, s10);
  v128.store(c1, s11, 16);
  v128.store(c2, s20);
  v128.store(c2, s21, 16);
  v128.store(c3, s30);
  v128.store(c3, s31, 16);
}

/** C[m, n] += A B with A[m, k] and B[k, n]; n is a multiple of 8. */
export function productMK(
  c: usize,
  ldc: usize,
  a: usize,
  lda: usize,
  b: usize,
  ldb: usize,
  m: i32,
  n: i32,
  k: i32,
): void {
  for (let from = 0; from < n; from += BLOCK) {
    const to = min(from + BLOCK, n);
    let i = 0;
    for (; i + 4 <= m; i += 4) {
      const row = c + <usize>i * ldc;
      const left = a + <usize>i * lda;
      for (let j = from; j < to; j += 8) tileMK8(row + <usize>j * 4, ldc, left, lda, b + <usize>j * 4, ldb, k);
    }
    for (; i < m; i++) {
      const row = c + <usize>i * ldc;
      const left = a + <usize>i * lda;
      for (let j = from; j < to; j += 8) row8(row + <usize>j * 4, left, 4, b + <usize>j * 4, ldb, k);
    }
  }
}

/** Sum of the four numbers. */
export function across(x: v128): f32 {
  return f32x4.extract_lane(x, 0) + f32x4.extract_lane(x, 1) + (f32x4.extract_lane(x, 2) + f32x4.extract_lane(x, 3));
}

function add(c: usize, value: v128): void {
  f32.store(c, f32.load(c) + across(value));
}

/** Four rows of A against two of B; C's cells lie `ci` apart along A's rows and `cj` along B's. */
function dot4x2(c: usize, ci: usize, cj: usize, a: usize, lda: usize, b: usize, ldb: usize, k: i32): void {
  const a1 = lda;
  const a2 = lda * 2;
  const a3 = lda * 3;
  let s00 = f32x4.splat(0);
  let s01 = s00;
  let s10 = s00;
  let s11 = s00;
  let s20 = s00;
  let s21 = s00;
  let s30 = s00;
  let s31 = s00;
  for (; k > 0; k -= 4) {
    const b0 = v128.load(b);
    const b1 = v128.load(b + ldb);
    let x = v128.load(a);
    s00 = madd(x, b0, s00);
    s01 = madd(x, b1, s01);
    x = v128.load(a + a1);
    s10 = madd(x, b0, s10);
    s11 = madd(x, b1, s11);
    x = v128.load(a + a2);
    s20 = madd(x, b0, s20);
    s21 = madd(x, b1, s21);
    x = v128.load(a + a3);
    s30 = madd(x, b0, s30);
    s31 = madd(x, b1, s31);
    a += 16;
    b += 16;
  }
  add(c, s00);
  add(c + cj, s01);
  c += ci;
  add(c, s10);
  add(c + cj, s11);
  c += ci;
  add(c, s20);
  add(c + cj, s21);
  c += ci;
  add(c, s30);
  add(c + cj, s31);
}

function dot4x1(c: usize, ci: usize, a: usize, lda: usize, b: usize, k: i32): void {
  const a1 = lda;
  const a2 = lda * 2;
  const a3 = lda * 3;
  let s0 = f32x4.splat(0);
  let s1 = s0;
  let s2 = s0;
  let s3 = s0;
  for (; k > 0; k -= 4) {
    const b0 = v128.load(b);
    s0 = madd(v128.load(a), b0, s0);
    s1 = madd(v128.load(a + a1), b0, s1);
    s2 = madd(v128.load(a + a2), b0, s2);
    s3 = madd(v128.load(a + a3), b0, s3);
    a += 16;
    b += 16;
  }
  add(c, s0);
  add(c + ci, s1);
  add(c + 2 * ci, s2);
  add(c + 3 * ci, s3);
}

function dot1x1(c: usize, a: usize, b: usize, k: i32): void {
  let s = f32x4.splat(0);
  for (; k > 0; k -= 4) {
    s = madd(v128.load(a), v128.load(b), s);
    a += 16;
    b += 16;
  }
  add(c, s);
}

function dots(
  c: usize,
  ci: usize,
  cj: usize,
  a: usize,
  lda: usize,
  b: usize,
  ldb: usize,
  m: i32,
  n: i32,
  k: i32,
): void {
  const whole = m & ~3;
  let j = 0;
  for (; j + 2 <= n; j += 2) {
    const right = b + <usize>j * ldb;
    const column = c + <usize>j * cj;
    for (let i = 0; i < whole; i += 4) dot4x2(column + <usize>i * ci, ci, cj, a + <usize>i * lda, lda, right, ldb, k);
  }
  if (j < n) {
    const column = c + <usize>j * cj;
    for (let i = 0; i < whole; i += 4) {
      dot4x1(column + <usize>i * ci, ci, a + <usize>i * lda, lda, b + <usize>j * ldb, k);
    }
  }
  for (let i = whole; i < m; i++) {
    for (j = 0; j < n; j++) dot1x1(c + <usize>i * ci + <usize>j * cj, a + <usize>i * lda, b + <usize>j * ldb, k);
  }
}

/** C[m, n] += A Bᵀ with A[m, k] and B[n, k]; k is a multiple of 4. For narrow C and long rows. */
export function productDot(
  c: usize,
  ldc: usize,
  a: usize,
  lda: usize,
  b: usize,
  ldb: usize,
  m: i32,
  n: i32,
  k: i32,
): void {
  if (m < 4 && n >= 4) dots(c, 4, ldc, b, ldb, a, lda, n, m, k);
  else dots(c, ldc, 4, a, lda, b, ldb, m, n, k);
}

/** out[column, row] = in[row, column] for a matrix whose two sides are multiples of 4; strides in bytes. */
export function transpose(to: usize, ldTo: usize, from: usize, ldFrom: usize, rows: i32, columns: i32): void {
  for (let i = 0; i < rows; i += 4) {
    for (let j = 0; j < columns; j += 4) {
      const at = from + <usize>i * ldFrom + <usize>j * 4;
      const r0 = v128.load(at);
      const r1 = v128.load(at + ldFrom);
      const r2 = v128.load(at + 2 * ldFrom);
      const r3 = v128.load(at + 3 * ldFrom);
      const p0 = v128.shuffle<f32>(r0, r1, 0, 4, 1, 5);
      const p1 = v128.shuffle<f32>(r0, r1, 2, 6, 3, 7);
      const p2 = v128.shuffle<f32>(r2, r3, 0, 4, 1, 5);
      const p3 = v128.shuffle<f32>(r2, r3, 2, 6, 3, 7);
      const out = to + <usize>j * ldTo + <usize>i * 4;
      v128.store(out, v128.shuffle<f32>(p0, p2, 0, 1, 4, 5));
      v128.store(out + ldTo, v128.shuffle<f32>(p0, p2, 2, 3, 6, 7));
      v128.store(out + 2 * ldTo, v128.shuffle<f32>(p1, p3, 0, 1, 4, 5));
      v128.store(out + 3 * ldTo, v128.shuffle<f32>(p1, p3, 2, 3, 6, 7));
    }
  }
}
