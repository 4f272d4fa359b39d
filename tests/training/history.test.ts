import { describe, expect, it } from 'vitest';
import { History } from '../../src/training/history';
import type { RunState } from '../../src/training/snapshot';

const BYTES = 4 * 100;
const state = (iteration: number) => ({ iteration, arrays: { w: new Float32Array(100) } }) as unknown as RunState;

/** A run of that length that offers a moment every `every` iterations. */
function recorded(length: number, every: number, moments: number): History {
  const history = new History(BYTES * moments);
  for (let i = 0; i <= length; i += every) if (history.isDue(i)) history.keep(state(i));
  return history;
}

describe('a history', () => {
  it('spreads its moments evenly over a run of any length, within its budget, the first among them', () => {
    for (const [length, every, most] of [
      [500, 1, 20],
      [100_000, 7, 50],
      [1_000_000, 130, 300],
    ] as const) {
      const { moments, bytes, budget } = recorded(length, every, most).describe();
      expect(bytes).toBeLessThanOrEqual(budget);
      expect(moments[0]).toBe(0);
      expect(moments.length).toBeGreaterThan(Math.min(most, 240) / 2.5);
      const gaps = moments.slice(1).map((moment, i) => moment - (moments[i] as number));
      expect(Math.max(...gaps)).toBeLessThan((4 * length) / moments.length);
    }
  });

  it('gives back the last moment up to an iteration', () => {
    const history = recorded(10, 5, 99);
    expect([0, 4, 5, 9, 10, 1e9].map((i) => history.at(i)?.iteration)).toEqual([0, 0, 5, 5, 10, 10]);
  });

  it('leaves the later moments as another course when the run goes on from an earlier one, and swaps the two', () => {
    const history = recorded(40, 10, 99);
    const first = history.describe();
    history.goOn(40);
    expect(history.describe()).toEqual(first);
    history.goOn(20);
    history.keep(state(25));
    const second = history.describe();
    expect(second).toMatchObject({ moments: [0, 10, 20, 25], other: { from: 20, to: 40 } });
    expect(second.course).not.toBe(first.course);
    expect(history.swap()?.iteration).toBe(40);
    expect(history.describe()).toMatchObject({ ...first, other: { from: 20, to: 25 }, bytes: 6 * BYTES });
    expect(history.swap()?.iteration).toBe(25);
    expect(history.describe()).toEqual(second);
  });

  it('gives up the other course where the budget is too small for both', () => {
    const history = new History(3 * BYTES);
    for (const i of [0, 1, 2]) history.keep(state(i));
    history.goOn(1);
    history.keep(state(2));
    history.keep(state(3));
    expect(history.describe().bytes).toBeLessThanOrEqual(3 * BYTES);
    expect(history.at(99)?.iteration).toBe(3);
  });
});
