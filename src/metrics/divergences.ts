/**
 * KL(q ‖ p) = Σ q ln(q / p) of two distributions over the same cells, nats. Infinite where q has mass and p has none.
 */
export function kullbackLeibler(q: ArrayLike<number>, p: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < q.length; i++) {
    const a = q[i] as number;
    if (a > 0) sum += a * Math.log(a / (p[i] as number));
  }
  return sum;
}

/** JS(p, q) = ½ KL(p ‖ m) + ½ KL(q ‖ m) with m = (p + q) / 2, nats: 0 for equals, ln 2 for strangers. */
export function jensenShannon(p: ArrayLike<number>, q: ArrayLike<number>): number {
  const middle = Float64Array.from(p, (a, i) => (a + (q[i] as number)) / 2);
  return (kullbackLeibler(p, middle) + kullbackLeibler(q, middle)) / 2;
}

/** Counts as shares of their sum; all zero where nothing was counted. */
export function shares(counts: readonly number[]): number[] {
  const total = counts.reduce((sum, n) => sum + n, 0);
  return counts.map((n) => (total > 0 ? n / total : 0));
}
