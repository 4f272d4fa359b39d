import { describe, expect, it } from 'vitest';
import { Stream } from '../../src/core/random';
import type { DatasetInfo } from '../../src/data/types';
import { METRICS, type MetricInput } from '../../src/metrics';

const info: DatasetInfo = {
  id: 'two',
  kind: '2d',
  shape: [2],
  shift: [0, 0],
  scale: [1, 1],
  range: [
    [-2, 2],
    [-2, 2],
  ],
  modes: {
    centres: [
      [1, 0],
      [-1, 0],
    ],
    sigma: 0.1,
  },
};
const line: DatasetInfo = { id: 'line', kind: '1d', shape: [1], shift: [0], scale: [1], range: [[0, 9]] };
const metric = (id: string) => METRICS.find((entry) => entry.id === id) as (typeof METRICS)[number];
const input = (values: number[], dims: number, about: DatasetInfo): MetricInput => {
  const fake = Float32Array.from(values);
  return { real: fake, fake, count: fake.length / dims, dims, info: about };
};

describe('metrics', () => {
  it('mean and sd of a hand-computed case', () => {
    expect(metric('mean').compute(input([2, 4, 4, 4, 5, 5, 7, 9], 1, line))).toBe(5);
    expect(metric('sd').compute(input([2, 4, 4, 4, 5, 5, 7, 9], 1, line))).toBe(2);
  });

  it('modes and high-quality share of a hand-computed case', () => {
    const samples = input([1, 0, 1.29, 0, 1.31, 0, -1, 0.1, 0, 0], 2, info);
    expect(metric('modes').compute(samples)).toBe(2);
    expect(metric('highQuality').compute(samples)).toBe(3 / 5);
    expect(metric('modes').compute(input([1, 0, 0, 0], 2, info))).toBe(1);
  });

  it('a perfect generator scores the ceiling of 98.9 %', () => {
    const stream = new Stream(4, 'perfect');
    const values = Array.from({ length: 20_000 }, (_, i) => [
      (i % 2 === 0 ? 1 : -1) + 0.1 * stream.normal(),
      0.1 * stream.normal(),
    ]).flat();
    expect(metric('highQuality').compute(input(values, 2, info))).toBeCloseTo(1 - Math.exp(-4.5), 2);
  });

  it('do not depend on the order of the rows', () => {
    const rows = [
      [1, 0],
      [0.4, 0.2],
      [-1, 0.1],
    ];
    for (const { id, applies } of METRICS.filter((entry) => entry.applies(info))) {
      expect(applies(info)).toBe(true);
      const forward = metric(id).compute(input(rows.flat(), 2, info));
      expect(metric(id).compute(input(rows.toReversed().flat(), 2, info))).toBe(forward);
    }
  });
});
