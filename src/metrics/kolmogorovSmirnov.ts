import type { Metric } from './types';

/**
 * The two-sample Kolmogorov–Smirnov statistic: the greatest distance of the two cumulative distributions, 0 to 1. Of two
 * samples of N from one distribution it exceeds 1.36 √(2 / N) in one case of twenty.
 */
export function kolmogorovSmirnov(a: Float32Array, b: Float32Array): number {
  const x = a.toSorted();
  const y = b.toSorted();
  let [i, j, most] = [0, 0, 0];
  while (i < x.length && j < y.length) {
    const at = Math.min(x[i] as number, y[j] as number);
    while (i < x.length && (x[i] as number) <= at) i++;
    while (j < y.length && (y[j] as number) <= at) j++;
    most = Math.max(most, Math.abs(i / x.length - j / y.length));
  }
  return most;
}

/** {@link kolmogorovSmirnov} of real and generated samples on a line. */
export const ksMetric: Metric = {
  id: 'ks',
  unit: '1',
  better: 'lower',
  applies: ({ info }) => info.kind === '1d',
  compute: ({ real, fake }) => kolmogorovSmirnov(real, fake),
};
