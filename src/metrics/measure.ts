import { Stream } from '../core/random';
import type { Dataset } from '../data/types';
import { METRICS } from './index';
import type { MetricInput } from './types';

/**
 * The input of every metric: generated rows [count × dims] in data units beside as many real ones. The real ones come
 * from a stream of their own, so that measuring changes nothing of the run and two measurements compare.
 */
export function metricInput(data: Dataset, fake: Float32Array, seed: number): MetricInput {
  const dims = data.info.shape.reduce((product, axis) => product * axis, 1);
  const count = fake.length / dims;
  return {
    real: data.sample(new Stream(seed, 'real'), count).x,
    fake,
    count,
    dims,
    info: data.info,
    ...(data.density && { density: (x: readonly number[]) => (data.density as NonNullable<Dataset['density']>)(x) }),
  };
}

/** Every metric that applies to the data, by id. */
export function measure(data: Dataset, fake: Float32Array, seed: number): Record<string, number> {
  const metrics = METRICS.filter((metric) => metric.applies(data));
  if (metrics.length === 0) return {};
  const input = metricInput(data, fake, seed);
  return Object.fromEntries(metrics.map((metric) => [metric.id, metric.compute(input)]));
}

/** The same of as many further real samples: what a perfect generator would score. */
export function floors(data: Dataset, count: number, seed: number): Record<string, number> {
  return measure(data, data.sample(new Stream(seed, 'floor'), count).x, seed);
}
