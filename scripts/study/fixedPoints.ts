import { Stream } from '../../src/core/random';
import type { Dataset } from '../../src/data/types';

/**
 * A data set of the plane as a training set of `count` points that were drawn once; batches come from these alone. Networks see
 * the points divided by `scale`.
 */
export function fixedPoints(
  { info, sample }: Dataset,
  { count, scale, seed }: { count: number; scale: number; seed: number },
): Dataset {
  const { x } = sample(new Stream(seed, 'points'), count);
  return {
    info: { ...info, shift: [0, 0], scale: [scale, scale], size: count },
    sample(stream, n) {
      const batch = new Float32Array(2 * n);
      for (let i = 0; i < n; i++) {
        const at = 2 * stream.below(count);
        batch.set(x.subarray(at, at + 2), 2 * i);
      }
      return { x: batch };
    },
  };
}
