import { shares } from './divergences';
import { once } from './input';
import type { MeasuredData, MetricInput } from './types';

/** Samples by the mode that is nearest to them. */
export interface ModeHistogram {
  /** Every sample. */
  all: number[];
  /** High-quality samples only: those closer than 3 σ to their nearest centre. */
  high: number[];
}

export const hasModes = ({ info }: MeasuredData): boolean => info.modes !== undefined;

/** Counts of generated samples by nearest mode (PacGAN 1712.04086, `extensions.py`; 3 σ strictly, Euclidean). */
export const modeHistogram = once(({ fake, count, dims, info }: MetricInput): ModeHistogram => {
  const { centres, sigma } = info.modes ?? { centres: [], sigma: 0 };
  const all = centres.map(() => 0);
  const high = centres.map(() => 0);
  for (let i = 0; i < count; i++) {
    let nearest = -1;
    let best = Number.POSITIVE_INFINITY;
    for (const [mode, centre] of centres.entries()) {
      let squared = 0;
      for (let d = 0; d < dims; d++) squared += ((fake[i * dims + d] as number) - (centre[d] as number)) ** 2;
      if (squared < best) {
        best = squared;
        nearest = mode;
      }
    }
    if (nearest < 0) continue; // not a number: near no mode
    all[nearest] = (all[nearest] as number) + 1;
    if (best < (3 * sigma) ** 2) high[nearest] = (high[nearest] as number) + 1;
  }
  return { all, high };
});

/** The data's own shares of the modes, and those of the generated samples, each counted at its nearest; null for data without modes. */
export function modeShares(input: MetricInput): { real: readonly number[]; fake: readonly number[] } | null {
  const { modes } = input.info;
  if (!modes) return null;
  return {
    real: modes.shares ?? modes.centres.map(() => 1 / modes.centres.length),
    fake: shares(modeHistogram(input).all),
  };
}
