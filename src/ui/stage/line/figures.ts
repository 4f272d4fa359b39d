import { mean, normalQuantile, standardDeviation } from '../../../core/statistics';

/** Which screws move where for the least work: the i-th smallest generated one to the place of the i-th smallest real one. */
export interface TransportPlan {
  /** [n] increasing. */
  from: Float32Array;
  /** [n] increasing. */
  to: Float32Array;
  /** Earth mover's distance W₁: the mean way, in units of the data. */
  distance: number;
}

/** The optimal plan between two samples of equal size on a line. */
export function transportPlan(fake: Float32Array, real: Float32Array): TransportPlan {
  const [from, to] = [fake.slice().sort(), real.slice().sort()];
  return { from, to, distance: mean(from.map((x, i) => Math.abs(x - (to[i] as number)))) };
}

/** Limits within which a screw is accepted, in units of the data. */
export type Band = readonly [low: number, high: number];

/** The band of that many standard deviations of the real samples to either side of their mean. */
export function bandOf(real: Float32Array, deviations: number): Band {
  const [centre, half] = [mean(real), deviations * standardDeviation(real)];
  return [centre - half, centre + half];
}

/** Share of the samples outside the band. */
export function rejectRate(samples: Float32Array, [low, high]: Band): number {
  return samples.filter((x) => x < low || x > high).length / samples.length;
}

/** The value of a curve over an evenly spaced grid at x, linear between its points; the ends' values beyond them. */
export function valueAt(grid: Float32Array, values: ArrayLike<number>, x: number): number {
  const last = grid.length - 1;
  const [low, high] = [grid[0] as number, grid[last] as number];
  const place = Math.min(last, Math.max(0, ((x - low) / (high - low)) * last));
  const i = Math.min(last - 1, Math.floor(place));
  const [a, b] = [values[i] as number, values[i + 1] as number];
  // On a point of the grid its neighbour does not matter, even where that is unknown.
  return place === i ? a : a + (b - a) * (place - i);
}

/** How far D is from D* on average over the samples of both belts; null where D* is known at none of them. */
export function meanGap(
  grid: Float32Array,
  belief: ArrayLike<number>,
  optimal: ArrayLike<number>,
  samples: readonly Float32Array[],
): number | null {
  const gaps = samples.flatMap((sample) =>
    Array.from(sample, (x) => Math.abs(valueAt(grid, belief, x) - valueAt(grid, optimal, x))).filter(Number.isFinite),
  );
  return gaps.length > 0 ? mean(gaps) : null;
}

/** What a machine set by hand makes: the equally likely quantiles of a normal distribution. */
export function handMade({ mean: centre, sd }: Hand, count: number): Float32Array {
  return Float32Array.from({ length: count }, (_, i) => centre + sd * normalQuantile((i + 0.5) / count));
}

/** The two knobs of the machine, in units of the data. */
export interface Hand {
  mean: number;
  sd: number;
}

/** How often a real sample's score is above a generated one's, ties counting half: the area under the ROC curve. */
export function areaUnderRoc(real: readonly number[], fake: readonly number[]): number {
  const wins = real.flatMap((r) => fake.map((f): number => (r > f ? 1 : r === f ? 0.5 : 0)));
  return mean(wins);
}
