import type { Stage1d } from '../../../core/stage';
import { areaUnderRoc, valueAt } from './figures';

/** Samples of each kind in one round. */
export const OF_EACH = 5;

/** One sample of a round, blind to the inspector. */
export interface Exhibit {
  /** Units of the data. */
  value: number;
  real: boolean;
  /** D's raw score of it when the round began. */
  score: number;
}

/** A round: as many real as generated samples of this moment, in an order that says nothing. `uniform`: draws in [0, 1). */
export function newRound({ real, fake, grid, score }: Stage1d, uniform: () => number): Exhibit[] {
  const pick = (samples: Float32Array, isReal: boolean): Exhibit[] =>
    Array.from({ length: OF_EACH }, () => {
      const value = samples[Math.floor(uniform() * samples.length)] as number;
      return { value, real: isReal, score: valueAt(grid, score, value) };
    });
  return [...pick(real, true), ...pick(fake, false)]
    .map((exhibit) => ({ exhibit, place: uniform() }))
    .sort((a, b) => a.place - b.place)
    .map(({ exhibit }) => exhibit);
}

/** The inspector's AUC and D's, on the same samples. `verdicts[i]`: whether the inspector took the i-th for real. */
export function compare(
  round: readonly Exhibit[],
  verdicts: readonly boolean[],
): { own: number; discriminator: number } {
  const of = (real: boolean, value: (exhibit: Exhibit, i: number) => number) =>
    round.flatMap((exhibit, i) => (exhibit.real === real ? [value(exhibit, i)] : []));
  const auc = (value: (exhibit: Exhibit, i: number) => number) => areaUnderRoc(of(true, value), of(false, value));
  return { own: auc((_, i) => (verdicts[i] ? 1 : 0)), discriminator: auc(({ score }) => score) };
}
