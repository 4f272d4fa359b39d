/** A receiver operating characteristic, from the strictest threshold to the loosest. */
export interface Roc {
  /** Accepting every score of at least that; the first is infinite. */
  threshold: number[];
  /** Share of generated samples that are accepted. */
  falsePositive: number[];
  /** Share of real samples that are accepted. */
  truePositive: number[];
}

/** One metric of a run at one moment. */
export interface Measured {
  id: string;
  /** `data` for the data's own unit, `nats` for divergences, `1` for shares and counts. */
  unit: 'data' | 'nats' | '1';
  better: 'higher' | 'lower' | 'closest';
  value: number;
  /** The same number of two real samples of that size: what a perfect generator would score. */
  floor: number;
}

/** How good a run's samples were at one iteration. */
export interface Quality {
  iteration: number;
  /** Samples of each set that were compared. */
  count: number;
  metrics: readonly Measured[];
  /** How the run's own discriminator separates them, with the area under the curve; null where it gives no score. */
  roc: (Roc & { area: number }) | null;
}
