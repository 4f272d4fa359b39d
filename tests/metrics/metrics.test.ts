import { describe, expect, it } from 'vitest';
import { Stream } from '../../src/core/random';
import { openDataset } from '../../src/data';
import type { Dataset } from '../../src/data/types';
import { METRICS, type MetricInput } from '../../src/metrics';
import { assign } from '../../src/metrics/assignment';
import { kullbackLeibler } from '../../src/metrics/divergences';
import { kolmogorovSmirnov } from '../../src/metrics/kolmogorovSmirnov';
import { squaredMmd } from '../../src/metrics/mmd';
import { neighbours } from '../../src/metrics/neighbours';
import { areaUnder, logLoss, rocCurve } from '../../src/metrics/roc';
import { slicedWasserstein } from '../../src/metrics/slicedWasserstein';
import { transportPlan, wasserstein1d, wassersteinExact } from '../../src/metrics/wasserstein';
import { emptyStore } from '../support/stores';

const open = (id: string, params: Record<string, number>): Promise<Dataset> => openDataset(id, params, emptyStore);
const ring = await open('ring', { modes: 8, sigma: 0.05 });
const grid = await open('grid', { sigma: 0.05 });
const screws = await open('screws', { mean: 5, sd: 0.2, start: 10 });
const metric = (id: string) => METRICS.find((entry) => entry.id === id) as (typeof METRICS)[number];
const floats = (...values: number[]) => Float32Array.from(values);

/** What a metric is given of generated rows: the data's own sample beside them. */
function input({ info, density, sample }: Dataset, fake: Float32Array): MetricInput {
  const dims = info.shape[0] as number;
  const count = fake.length / dims;
  return { real: sample(new Stream(1, 'real'), count).x, fake, count, dims, info, ...(density && { density }) };
}
const perfect = (data: Dataset, count: number) => data.sample(new Stream(2, 'perfect'), count).x;
const measure = (id: string, data: Dataset, fake: Float32Array) => metric(id).compute(input(data, fake));

describe('hand-computed cases', () => {
  it('mean and standard deviation', () => {
    const fake = floats(2, 4, 4, 4, 5, 5, 7, 9);
    expect(measure('mean', screws, fake)).toBe(5);
    expect(measure('sd', screws, fake)).toBe(2);
  });

  it('modes, high quality and both reverse KLs', () => {
    // Four at the first mode, one of them 4 sigma away; one near the opposite mode.
    const fake = floats(1, 0, 1.14, 0, 1, 0.1, 1.2, 0, -1, 0.05);
    expect(measure('modes', ring, fake)).toBe(2);
    expect(measure('highQuality', ring, fake)).toBe(4 / 5);
    expect(measure('reverseKl', ring, fake)).toBeCloseTo(0.8 * Math.log(6.4) + 0.2 * Math.log(1.6), 12);
    expect(measure('reverseKlHigh', ring, fake)).toBeCloseTo(0.75 * Math.log(6) + 0.25 * Math.log(2), 12);
    expect(measure('reverseKlHigh', ring, floats(0, 0))).toBe(Number.POSITIVE_INFINITY);
  });

  it('reverse KL of one mode of eight is ln 8, and unequal modes have their own shares', async () => {
    expect(measure('reverseKl', ring, floats(1, 0))).toBeCloseTo(Math.log(8), 12);
    const uneven = await open('mixture', { distance: 4, sd: 0.4, share: 0.25 });
    expect(measure('reverseKl', uneven, floats(-2, 2, 2, 2))).toBeCloseTo(0, 12);
  });

  it('Wasserstein-1 on a line, with the plan that attains it', () => {
    const [fake, real] = [floats(5, 1, 2), floats(2, 10, 3)];
    expect(transportPlan(fake, real)).toEqual({ from: floats(1, 2, 5), to: floats(2, 3, 10) });
    expect(wasserstein1d(fake, real)).toBeCloseTo(7 / 3, 6);
  });

  it('the assignment is the cheapest of all', () => {
    const costs = [
      [4, 1, 3],
      [2, 0, 5],
      [3, 2, 2],
    ];
    expect([...assign(3, (i, j) => costs[i]?.[j] as number)]).toEqual([1, 0, 2]);
    const stream = new Stream(3, 'costs');
    const n = 6;
    const random = Array.from({ length: n * n }, () => stream.uniform());
    const total = (columns: readonly number[]) => columns.reduce((sum, j, i) => sum + (random[i * n + j] as number), 0);
    const orders = (left: readonly number[]): number[][] =>
      left.length === 0
        ? [[]]
        : left.flatMap((one) => orders(left.filter((other) => other !== one)).map((rest) => [one, ...rest]));
    const best = Math.min(...orders([0, 1, 2, 3, 4, 5]).map(total));
    expect(total([...assign(n, (i, j) => random[i * n + j] as number)])).toBeCloseTo(best, 12);
  });

  it('Wasserstein-1 in the plane: two points swap partners; a shift moves everything as far', () => {
    expect(wassersteinExact(floats(0, 0, 3, 0), floats(3, 4, 0, 0), 2, 2)).toBeCloseTo(2, 6);
    const points = perfect(ring, 100);
    expect(
      wassersteinExact(
        points,
        points.map((v, i) => v + (i % 2 ? 4 : 3)),
        100,
        2,
      ),
    ).toBeCloseTo(5, 4);
    expect(
      slicedWasserstein(
        points,
        points.map((v, i) => v + (i % 2 ? 4 : 3)),
        100,
      ),
    ).toBeCloseTo(10 / Math.PI, 2);
  });

  it('Kolmogorov–Smirnov, with ties', () => {
    expect(kolmogorovSmirnov(floats(1, 2, 3, 4), floats(3, 4, 5, 6))).toBe(0.5);
    expect(kolmogorovSmirnov(floats(1, 1, 1, 2), floats(1, 2, 2, 2))).toBe(0.5);
    expect(kolmogorovSmirnov(floats(1, 2), floats(8, 9))).toBe(1);
  });

  it('KL, against the closed form of two Gaussians one sigma apart; infinite outside the support', async () => {
    const shifted = (data: Dataset, by: number) => perfect(data, 100_000).map((x) => x + by);
    expect(measure('kl', screws, shifted(screws, 0.2))).toBeCloseTo(0.5, 1);
    expect(measure('js', screws, shifted(screws, 0.2))).toBeCloseTo(0.111, 2);
    expect(measure('js', screws, shifted(screws, 0.728))).toBeCloseTo(0.604, 2);
    const uniform = await open('uniform', { low: -1, high: 1 });
    expect(measure('kl', uniform, floats(0.3, 1.2))).toBe(Number.POSITIVE_INFINITY);
    expect(kullbackLeibler([0.5, 0.5, 0], [0.25, 0.25, 0.5])).toBeCloseTo(Math.LN2, 12);
  });

  it('JS is ln 2 for strangers, wherever they are', () => {
    expect(measure('js', ring, floats(50, 50, -90, 3, 0, 1e9))).toBeCloseTo(Math.LN2, 12);
    expect(measure('js', screws, floats(900, -900))).toBeCloseTo(Math.LN2, 12);
    expect(measure('js', ring, floats(Number.NaN, 0))).toBeCloseTo(Math.LN2, 12);
  });

  it('MMD, from its definition', () => {
    // Median distance 1, so kernels of widths 2, 1, 1/2 and 1/4.
    const k = (d: number) => [2, 1, 0.5, 0.25].reduce((sum, w) => sum + Math.exp((-d * d) / (2 * w * w)), 0) / 4;
    expect(squaredMmd(floats(0, 1), floats(3, 5), 2, 1)).toBeCloseTo(k(1) + k(2) - (k(3) + k(5) + k(2) + k(4)) / 2, 10);
  });

  it('precision, recall, density and coverage', () => {
    // k = 1: real balls reach 1, 1 and 8, generated ones 0.5, 0.5 and 29; what lies on a border is outside.
    const found = neighbours(floats(0, 1, 9), floats(0.5, 1, 30), 3, 1, 1);
    expect(found.precision).toBeCloseTo(2 / 3, 12);
    expect(found.recall).toBeCloseTo(2 / 3, 12);
    expect(found.density).toBeCloseTo(1, 12);
    expect(found.coverage).toBeCloseTo(2 / 3, 12);
  });

  it('ROC, its area with ties, and log-loss', () => {
    const roc = rocCurve([0.9, 0.5, 0.5], [0.5, 0.1]);
    expect(roc.threshold).toEqual([Number.POSITIVE_INFINITY, 0.9, 0.5, 0.1]);
    expect(roc.truePositive).toEqual([0, 1 / 3, 1, 1]);
    expect(roc.falsePositive).toEqual([0, 0, 0.5, 1]);
    expect(areaUnder(roc)).toBeCloseTo(5 / 6, 12);
    expect(logLoss([0, 0], [0])).toBeCloseTo(Math.LN2, 12);
    expect(logLoss([Math.log(3)], [-Math.log(3)])).toBeCloseTo(-Math.log(0.75), 12);
    expect(logLoss([1000], [-1000])).toBe(0);
  });
});

describe('a perfect generator', () => {
  it.each([
    ['ring', ring, 1 - Math.exp(-4.5)],
    ['grid', grid, 1 - Math.exp(-4.5)],
  ] as const)('scores the ceilings on the %s', (_, data, ceiling) => {
    const modes = data.info.modes?.centres.length as number;
    expect(measure('modes', data, perfect(data, 2500))).toBe(modes);
    expect(measure('highQuality', data, perfect(data, 40_000))).toBeCloseTo(ceiling, 2);
    const floor = (modes - 1) / 5000;
    const values = Array.from({ length: 20 }, (_, i) =>
      measure('reverseKl', data, data.sample(new Stream(i, 'again'), 2500).x),
    );
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(mean / floor).toBeGreaterThan(0.6);
    expect(mean / floor).toBeLessThan(1.4);
  });

  it('scores the ceiling of one dimension', async () => {
    const mixture = await open('mixture', { distance: 4, sd: 0.4, share: 0.5 });
    expect(measure('highQuality', mixture, perfect(mixture, 40_000))).toBeCloseTo(0.9973, 3);
  });

  it('has KL and JS within their floors, and no less than zero', async () => {
    const all = (data: Dataset): Record<string, number> => {
      const given = input(data, perfect(data, 10_000));
      return Object.fromEntries(METRICS.filter((one) => one.applies(data)).map((one) => [one.id, one.compute(given)]));
    };
    const exponential = await open('exponential', { mean: 1 });
    for (const data of [screws, exponential]) {
      const found = all(data);
      expect(found.kl).toBeGreaterThan(0);
      expect(found.kl).toBeLessThan(0.02);
      expect(found.js).toBeLessThan(0.005);
      expect(found.ks).toBeLessThan(1.95 * Math.sqrt(2 / 10_000));
      expect(found.w1).toBeLessThan(0.03 * (data.info.scale[0] as number));
    }
    for (const data of [ring, grid, await open('checkerboard', { cells: 4 })]) {
      const found = all(data);
      expect(found.js).toBeGreaterThan(0);
      // (cells − 1) / 4N of two samples of N
      expect(found.js).toBeLessThan(900 / 40_000);
      expect(Math.abs(found.mmd as number)).toBeLessThan(0.005);
      expect(found.coverage).toBeGreaterThan(0.94);
      expect(found.density).toBeCloseTo(1, 0);
      expect(found.slicedW1).toBeLessThan(0.1 * (data.info.scale[0] as number));
    }
  });
});

/** The held-out classifier learns from the first half of the rows and is judged on the second. */
const ORDERED = ['auc', 'logLoss'];

it('metrics do not depend on the order of the rows', () => {
  const rows = (data: Dataset) => {
    const fake = perfect(data, 64);
    const dims = data.info.shape[0] as number;
    const reversed = Array.from({ length: 64 }, (_, row) => [...fake.subarray((63 - row) * dims, (64 - row) * dims)]);
    return [fake, Float32Array.from(reversed.flat())] as const;
  };
  for (const data of [ring, screws]) {
    const [fake, reversed] = rows(data);
    for (const { id } of METRICS.filter((entry) => entry.applies(data) && !ORDERED.includes(entry.id))) {
      expect(measure(id, data, reversed)).toBeCloseTo(measure(id, data, fake), 10);
    }
  }
});

it('a metric knows for which data it is', async () => {
  const names = (data: Dataset) => METRICS.filter((entry) => entry.applies(data)).map(({ id }) => id);
  expect(names(screws)).toEqual(['mean', 'sd', 'w1', 'kl', 'js', 'ks', 'auc', 'logLoss']);
  expect(names(await open('moons', { noise: 0.05 }))).not.toContain('modes');
  expect(names(ring)).toContain('reverseKlHigh');
  expect(names(await open('pen-digits', {}))).toContain('mnistScore');
  expect(names(await open('pen-digits', {}))).not.toContain('mean');
});
