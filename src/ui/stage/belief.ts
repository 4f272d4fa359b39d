import type { ScoreMeaning } from '../../core/catalog';

/** What D's raw scores say, on the scale from 0 (generated) over 1/2 to 1 (real). */
export interface Beliefs {
  /** σ of a logit, a target value clipped to its ends, or a critic's value placed between the least and the greatest. */
  of(score: number): number;
  /** The raw score that stands for a belief; for a logit within ±20. */
  score(belief: number): number;
  /** Least and greatest score of a critic, whose scale has no fixed ends; null for probability-like values. */
  range: readonly [low: number, high: number] | null;
}

const LARGEST_LOGIT = 20;

const clip = (value: number): number => Math.min(1, Math.max(0, value));

/** How to read scores of that meaning; a critic's range is taken from `scores`. */
export function readScores(meaning: ScoreMeaning, scores: ArrayLike<number>): Beliefs {
  if (meaning === 'logit') {
    return {
      of: (score) => 1 / (1 + Math.exp(-score)),
      score: (belief) => Math.min(LARGEST_LOGIT, Math.max(-LARGEST_LOGIT, Math.log(belief / (1 - belief)))),
      range: null,
    };
  }
  if (meaning === 'target') return { of: clip, score: (belief) => belief, range: null };
  if (meaning === 'signed') {
    return { of: (score) => clip((score + 1) / 2), score: (belief) => 2 * belief - 1, range: null };
  }
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < scores.length; i++) {
    low = Math.min(low, scores[i] as number);
    high = Math.max(high, scores[i] as number);
  }
  const width = high - low;
  return {
    of: (score) => (width > 0 ? (score - low) / width : 0.5),
    score: (belief) => low + belief * width,
    range: [low, high],
  };
}
