import { exp } from '../../core/maths';
import type { Batch } from '../types';

/** n draws of a one-dimensional variable. */
export function sampleOne(count: number, draw: () => number): Batch {
  return { x: Float32Array.from({ length: count }, draw) };
}

/** Density of N(mean, sd²). */
export function normalDensity(x: number, mean: number, sd: number): number {
  const z = (x - mean) / sd;
  return Math.abs(z) > 35 ? 0 : exp(-0.5 * z * z) / (sd * 2.5066282746310002);
}
