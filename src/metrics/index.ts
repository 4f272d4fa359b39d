import { modesMetric, qualityMetric } from './modes';
import { meanMetric, sdMetric } from './moments';
import type { Metric } from './types';

/** Every metric; pure functions of samples. */
export const METRICS: readonly Metric[] = [meanMetric, sdMetric, modesMetric, qualityMetric];

export type { Metric, MetricInput } from './types';
