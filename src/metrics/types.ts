import type { DatasetInfo } from '../data/types';

/** What a metric compares: two sets of samples in data units, row by row. */
export interface MetricInput {
  /** [count × dims] */
  real: Float32Array;
  /** [count × dims] */
  fake: Float32Array;
  count: number;
  dims: number;
  info: DatasetInfo;
}

/** A pure function of samples to named numbers. */
export interface Metric {
  id: string;
  /** `data` for the data's own unit, `1` for shares and counts. */
  unit: 'data' | '1';
  better: 'higher' | 'lower' | 'closest';
  /** Whether it means anything for this data. */
  applies(info: DatasetInfo): boolean;
  compute(input: MetricInput): number;
}
