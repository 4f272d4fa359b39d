import type { ScoreMeaning } from '../../core/catalog';

/** What D's raw scores say, on the scale from 0 (generated) over 1/2 to 1 (real). */
export interface Beliefs {
  /** σ of a logit, a target value clipped to its ends, or a critic's value placed between the least and the greatest. */
  of(score: number): number;
  /** Least and greatest score of a critic, whose scale has no fixed ends; null for probability-like values. */
  range: readonly [low: number, high: number] | null;
}

/** How to read scores of that meaning; a critic's range is taken from `scores`. */
export function readScores(meaning: ScoreMeaning, scores: ArrayLike<number>): Beliefs {
  if (meaning === 'logit') return { of: (score) => 1 / (1 + Math.exp(-score)), range: null };
  if (meaning === 'target') return { of: (score) => Math.min(1, Math.max(0, score)), range: null };
  if (meaning === 'signed') return { of: (score) => Math.min(1, Math.max(0, (score + 1) / 2)), range: null };
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < scores.length; i++) {
    low = Math.min(low, scores[i] as number);
    high = Math.max(high, scores[i] as number);
  }
  const width = high - low;
  return { of: (score) => (width > 0 ? (score - low) / width : 0.5), range: [low, high] };
}
