import '../support/tf';
import { tensor } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { laplacianDistance } from '../../src/nn/pyramid';

const SIDE = 16;
/** A picture [1, 16, 16, 1] of what is at each place. */
const picture = (of: (row: number, column: number) => number) =>
  tensor(
    Array.from({ length: SIDE * SIDE }, (_, i) => of(Math.floor(i / SIDE), i % SIDE)),
    [1, SIDE, SIDE, 1],
  );
const black = picture(() => 0);

describe('the Laplacian pyramid', () => {
  it('finds a difference in the level that it belongs to, and only there', () => {
    const distance = (of: (row: number, column: number) => number) =>
      laplacianDistance(picture(of), black).dataSync()[0];
    expect(distance(() => 0)).toBe(0);
    expect(distance(() => 0.5)).toBe(0.5); // the same everywhere: the last level
    expect(distance((row, column) => (row + column) % 2 || -1)).toBe(1); // the finest checkerboard: the first level
    // One cell of 4 in a block: 1 − ¼ there and ¼ in the three others at first, ¼ afterwards.
    expect(distance((row, column) => Number(row === 0 && column === 0))).toBeCloseTo(1.5 / 256 + 0.25 / 64, 7);
  });
});
