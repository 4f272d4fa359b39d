import { draganPenalty } from './dragan';
import { gradientPenalty } from './gradientPenalty';
import { r1 } from './r1';
import { r2 } from './r2';
import type { Penalty, Score } from './types';
import { wganDivPenalty } from './wganDiv';

/** Every penalty on the discriminator's gradient; one file each. */
export const PENALTIES: readonly Penalty[] = [r1, r2, gradientPenalty, draganPenalty, wganDivPenalty];

/** What can be added to any objective: the penalties that each choice means. */
export const PENALTY_CHOICES: Readonly<Record<string, readonly Penalty[]>> = {
  none: [],
  ...Object.fromEntries(PENALTIES.map((penalty) => [penalty.id, [penalty]])),
  'r1-r2': [r1, r2],
};

export type { Penalty, Score };
