import { describe, expect, it } from 'vitest';
import { Stream } from '../../src/core/random';
import { penDigits } from '../../src/data/images/penDigits';
import type { Dataset } from '../../src/data/types';
import { Kept } from '../../src/training/kept';

const digits = penDigits.open({ pen: 1.25, slant: 0.16, warp: 1 }, {} as never) as Dataset;
const AREA = 784;

describe('the samples that a run keeps to', () => {
  it('are the same for a seed, and others for another', () => {
    const [first, again, other] = [1, 1, 2].map((seed) => new Kept(digits, seed, 5).all);
    expect(again).toEqual(first);
    expect(other).not.toEqual(first);
  });

  it('are picked with a row that says which they are', () => {
    const kept = new Kept(digits, 1, 5);
    const [x, which] = [new Float32Array(8 * AREA), new Float32Array(8 * 5).fill(9)];
    kept.pick(new Stream(3), x, which);
    const seen = new Set<number>();
    for (let i = 0; i < 8; i++) {
      const row = [...which.subarray(5 * i, 5 * i + 5)];
      expect(row.toSorted()).toEqual([0, 0, 0, 0, 1]);
      const at = row.indexOf(1);
      seen.add(at);
      expect(x.subarray(i * AREA, (i + 1) * AREA)).toEqual(kept.all.subarray(at * AREA, (at + 1) * AREA));
    }
    expect(seen.size).toBeGreaterThan(1);
  });
});
