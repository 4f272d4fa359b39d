import { describe, expect, it } from 'vitest';
import { Stream } from '../../src/core/random';
import type { Stage1d } from '../../src/core/stage';
import {
  areaUnderRoc,
  bandOf,
  handMade,
  meanGap,
  rejectRate,
  transportPlan,
  valueAt,
} from '../../src/ui/stage/line/figures';
import { compare, newRound, OF_EACH } from '../../src/ui/stage/line/inspection';

const numbers = (...values: number[]) => Float32Array.from(values);
const grid = numbers(0, 1, 2, 3);

describe('figures of the 1-D stage', () => {
  it('pairs sorted samples: a shift by c costs c, and order does not matter', () => {
    const plan = transportPlan(numbers(13, 11, 12), numbers(1, 3, 2));
    expect([[...plan.from], [...plan.to], plan.distance]).toEqual([[11, 12, 13], [1, 2, 3], 10]);
    expect(transportPlan(numbers(0, 10), numbers(5, 5)).distance).toBe(5);
  });

  it('rejects what lies outside the band of the real ones', () => {
    const band = bandOf(numbers(4, 6), 2); // mean 5, sd 1
    expect([...band]).toEqual([3, 7]);
    expect(rejectRate(numbers(2.9, 3, 5, 7, 7.1), band)).toBeCloseTo(0.4);
  });

  it('reads curves between their points, and their ends beyond', () => {
    expect([-1, 0.5, 2.25, 9].map((x) => valueAt(grid, [0, 1, 0, 4], x))).toEqual([0, 0.5, 1, 4]);
  });

  it('measures the gap between D and D* where D* is known', () => {
    const optimal = [0.5, 0.5, Number.NaN, 0.5];
    expect(meanGap(grid, [1, 0.75, 0, 0], optimal, [numbers(0, 1), numbers(2)])).toBeCloseTo(0.375);
    expect(meanGap(grid, [1, 1, 1, 1], [Number.NaN, Number.NaN, Number.NaN, Number.NaN], [numbers(1)])).toBeNull();
  });

  it('makes by hand what the knobs say', () => {
    const made = handMade({ mean: 7, sd: 0.5 }, 1000);
    const mean = made.reduce((sum, x) => sum + x, 0) / 1000;
    const sd = Math.sqrt(made.reduce((sum, x) => sum + (x - mean) ** 2, 0) / 1000);
    expect([mean, sd]).toEqual([expect.closeTo(7, 4), expect.closeTo(0.5, 2)]);
  });

  it('counts won pairs for the AUC', () => {
    expect(areaUnderRoc([2, 3], [1, 0])).toBe(1);
    expect(areaUnderRoc([1, 1], [1, 1])).toBe(0.5);
    expect(areaUnderRoc([1, 3], [2, 2])).toBe(0.5);
  });
});

describe('the inspector', () => {
  const stage = { real: numbers(1, 1.1), fake: numbers(2, 2.1), grid, score: numbers(3, 3, -3, -3) } as Stage1d;

  it('gets as many real as generated samples, mixed, with D’s scores', () => {
    const stream = new Stream(3);
    const rounds = Array.from({ length: 20 }, () => newRound(stage, () => stream.uniform()));
    for (const round of rounds) {
      expect(round.filter(({ real }) => real)).toHaveLength(OF_EACH);
      for (const { real, value, score } of round) {
        expect((real ? stage.real : stage.fake).includes(value)).toBe(true);
        expect(score > 0).toBe(real);
      }
    }
    const firsts = rounds.filter(([first]) => first?.real).length;
    expect(firsts).toBeGreaterThan(3);
    expect(firsts).toBeLessThan(17);
  });

  it('is compared with D on the same samples', () => {
    const round = newRound(stage, Math.random);
    const right = round.map(({ real }) => real);
    expect(compare(round, right)).toEqual({ own: 1, discriminator: 1 });
    expect(
      compare(
        round,
        right.map((verdict) => !verdict),
      ).own,
    ).toBe(0);
    expect(
      compare(
        round,
        right.map(() => true),
      ).own,
    ).toBe(0.5);
  });
});
