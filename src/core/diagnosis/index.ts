import { collapse } from './collapse';
import { convergence } from './convergence';
import { discriminatorTooStrong } from './discriminatorTooStrong';
import { discriminatorTooWeak } from './discriminatorTooWeak';
import { divergence } from './divergence';
import { hopping } from './hopping';
import { memorizing } from './memorizing';
import type { Evidence, Finding, Illness } from './types';
import { vanishing } from './vanishing';

/** Everything that a run can be told to have; one file each. */
export const ILLNESSES: readonly Illness[] = [
  divergence,
  vanishing,
  discriminatorTooStrong,
  discriminatorTooWeak,
  hopping,
  collapse,
  memorizing,
  convergence,
];

/** What the evidence says, the surest first. */
export function diagnose(evidence: Evidence): Finding[] {
  return ILLNESSES.flatMap(({ id, remedies, look }): Finding[] => {
    const found = look(evidence);
    return found ? [{ id, remedies, ...found }] : [];
  }).sort((a, b) => b.confidence - a.confidence);
}

export { applyRemedy, type RemedyId } from './remedies';
export type { Evidence, Fact, Finding } from './types';
