import type { Latent } from './vectors';

/** Names of the three slots that samples are picked into. */
export const SLOT_NAMES = ['A', 'B', 'C'] as const;
/** Places of the samples picked into each slot. */
export type Picks = Readonly<Record<(typeof SLOT_NAMES)[number], readonly number[]>>;
/** What each slot holds: the mean of its samples. */
export type SlotLatents = Readonly<Record<keyof Picks, Latent>>;

/** The picks with one more, or one less; the last one stays, and takes the place of nothing. */
export function toggled(picked: readonly number[], sample: number): readonly number[] {
  if (!picked.includes(sample)) return [...picked, sample];
  return picked.length > 1 ? picked.filter((other) => other !== sample) : picked;
}
