import type { Measured } from '../core/quality';
import type { Dataset, DatasetInfo } from '../data/types';

/** What a metric may know of the data: its facts, and the true density where there is a closed form. */
export type MeasuredData = Pick<Dataset, 'info' | 'density'>;

/** What a metric compares: two sets of samples in data units, row by row. */
export interface MetricInput {
  /** [count × dims] */
  real: Float32Array;
  /** [count × dims] */
  fake: Float32Array;
  count: number;
  dims: number;
  info: DatasetInfo;
  /** True density at x (data units), where it is known. */
  density?: Dataset['density'];
  /** What the classifier of digits says of each picture, for digits: [count × 74] features and logits (see `core/judged`). */
  judged?: { real: Float32Array; fake: Float32Array };
}

/**
 * A pure function of samples to a named number. Its floor is what it says of two real samples, and depends on how many
 * there are: what `compute` says of another real sample in the place of `fake`.
 */
export interface Metric extends Pick<Measured, 'id' | 'unit' | 'better'> {
  /** Whether it means anything for this data. */
  applies(data: MeasuredData): boolean;
  compute(input: MetricInput): number;
}
