import type { ScoreMeaning } from '../catalog';
import type { Quality } from '../quality';
import type { RemedyId } from './remedies';

/** What a diagnosis may look at. */
export interface Evidence {
  /** Each curve's recorded values by id (`loss/generator`, `score/real` …), the oldest first. */
  curves: Readonly<Record<string, readonly number[]>>;
  /** Measurements of the samples, the oldest first. */
  quality: readonly Quality[];
  /** How the curves of D's score read. */
  score: ScoreMeaning;
  /** Whether the run stopped because a number went bad. */
  stopped: boolean;
}

/** One fact that speaks for a finding; its sentence is `diagnosis.evidence.<key>`. */
export interface Fact {
  key: string;
  values: Readonly<Record<string, number>>;
}

/** What an illness shows of itself. */
export interface Symptoms {
  /** 0 to 1: how far the evidence goes beyond what might be chance. */
  confidence: number;
  facts: readonly Fact[];
}

/** One thing that a run may suffer from, or the good end that it may have come to. */
export interface Illness {
  /** Its name and sentence are `diagnosis.<id>`. */
  id: string;
  remedies: readonly RemedyId[];
  /** Null where it does not show. */
  look(evidence: Evidence): Symptoms | null;
}

/** A diagnosis with its reasons. */
export interface Finding extends Symptoms {
  id: string;
  remedies: readonly RemedyId[];
}
