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

/** A few generated pictures, each with the training picture nearest to it. */
export interface NearestPictures {
  /** Of one picture: [height, width, channels]. */
  shape: readonly number[];
  /** [n, ...shape] bytes. */
  fake: Uint8Array;
  real: Uint8Array;
  /** [n] root mean squared difference of pixels, in units of the whole range. */
  distances: readonly number[];
  /** The mean of the same from training pictures to their nearest others. */
  usual: number;
}

/** Shares of the classes, both as the same classifier reads them. */
export interface ClassShares {
  real: readonly number[];
  fake: readonly number[];
  /** Share of further real samples whose class it reads rightly; absent for the digits' own classifier. */
  accuracy?: number;
}

/** How good a run's samples were at one iteration. */
export interface Quality {
  iteration: number;
  /** Samples of each set that were compared. */
  count: number;
  metrics: readonly Measured[];
  /** How the run's own discriminator separates them, with the area under the curve; null where it gives no score. */
  roc: (Roc & { area: number }) | null;
  /** Shares of the modes, each sample counted at its nearest; null for data without modes. */
  modes: { real: readonly number[]; fake: readonly number[] } | null;
  /** How often each class is found in both kinds of samples; null for data without classes, or whose classes are its modes. */
  classes: ClassShares | null;
  /** Generated pictures beside the nearest training ones; null for other data. */
  nearest: NearestPictures | null;
}
