import type { Metric } from './types';
import { wasserstein1d } from './wasserstein';

const SLICES = 64;

/**
 * Sliced Wasserstein-1 distance (Rabin et al. 2011) in the plane: the mean over 64 evenly turned lines of the exact
 * distance of the projections. A shift by s reads 2 s / π.
 */
export function slicedWasserstein(a: Float32Array, b: Float32Array, n: number): number {
  let sum = 0;
  for (let slice = 0; slice < SLICES; slice++) {
    const angle = (Math.PI * (slice + 0.5)) / SLICES;
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const project = (points: Float32Array) =>
      Float32Array.from({ length: n }, (_, i) => cos * (points[2 * i] as number) + sin * (points[2 * i + 1] as number));
    sum += wasserstein1d(project(a), project(b));
  }
  return sum / SLICES;
}

/** {@link slicedWasserstein} of all samples. */
export const slicedMetric: Metric = {
  id: 'slicedW1',
  unit: 'data',
  better: 'lower',
  applies: ({ info }) => info.kind === '2d',
  compute: ({ real, fake, count }) => slicedWasserstein(fake, real, count),
};
