import type { MetricInput } from './types';

/** Computes once per input what several metrics read off. */
export function once<T>(compute: (input: MetricInput) => T): (input: MetricInput) => T {
  const known = new WeakMap<MetricInput, T>();
  return (input) => {
    let value = known.get(input);
    if (value === undefined) {
      value = compute(input);
      known.set(input, value);
    }
    return value;
  };
}

/** The first `most` rows of both sets. */
export function firstRows({ real, fake, count, dims }: MetricInput, most: number) {
  const n = Math.min(count, most);
  return { real: real.subarray(0, n * dims), fake: fake.subarray(0, n * dims), n, dims };
}

/** Squared Euclidean distance of row i of a and row j of b. */
export function squaredDistance(a: Float32Array, i: number, b: Float32Array, j: number, dims: number): number {
  let sum = 0;
  for (let d = 0; d < dims; d++) sum += ((a[i * dims + d] as number) - (b[j * dims + d] as number)) ** 2;
  return sum;
}
