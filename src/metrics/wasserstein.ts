import { assign } from './assignment';
import { firstRows, squaredDistance } from './input';
import type { Metric } from './types';

/** Points per set whose exact assignment is searched in the plane. */
const MOST_2D = 512;

/**
 * Where each unit of mass goes at least cost on a line: the i-th smallest generated value to the i-th smallest real one.
 * Both sets have n values.
 *
 * @returns [n] pairs, by value of the generated one
 */
export function transportPlan(fake: Float32Array, real: Float32Array): { from: Float32Array; to: Float32Array } {
  return { from: fake.toSorted(), to: real.toSorted() };
}

/** Exact Wasserstein-1 distance of two samples of n values each on a line, in their unit. */
export function wasserstein1d(a: Float32Array, b: Float32Array): number {
  const { from, to } = transportPlan(a, b);
  return from.reduce((sum, value, i) => sum + Math.abs(value - (to[i] as number)), 0) / from.length;
}

/** Exact Wasserstein-1 distance (Euclidean) of two samples of n points each, by optimal assignment. */
export function wassersteinExact(a: Float32Array, b: Float32Array, n: number, dims: number): number {
  const distance = (i: number, j: number) => Math.sqrt(squaredDistance(a, i, b, j, dims));
  return assign(n, distance).reduce((sum, j, i) => sum + distance(i, j), 0) / n;
}

/**
 * Wasserstein-1 distance of the samples: on a line of all of them; in the plane of the first 512 of each set, exactly;
 * `slicedW1` reads all of those.
 */
export const wassersteinMetric: Metric = {
  id: 'w1',
  unit: 'data',
  better: 'lower',
  applies: ({ info }) => info.kind !== 'image',
  compute: (input) => {
    if (input.dims === 1) return wasserstein1d(input.fake, input.real);
    const { real, fake, n, dims } = firstRows(input, MOST_2D);
    return wassersteinExact(fake, real, n, dims);
  },
};
