import '../support/tf';
import { type Tensor2D, tensor2d } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { fittedGaussian } from '../../src/nn/gaussian';

const close = (found: Tensor2D, wanted: readonly number[]) => {
  const numbers = [...found.dataSync()];
  expect(numbers.length).toBe(wanted.length);
  for (const [i, number] of numbers.entries()) expect(number).toBeCloseTo(wanted[i] as number, 4);
};

describe('the Gaussian that fits rows', () => {
  it('has their mean, and the lower triangular root of their covariance', () => {
    // About their mean (1, 0) they are (±2, ±1 ± 2): covariance [[4, 2], [2, 5]], its root [[2, 0], [1, 2]].
    const rows = tensor2d([
      [3, 3],
      [3, -1],
      [-1, 1],
      [-1, -3],
    ]);
    const { middle, root } = fittedGaussian(rows);
    close(middle, [1, 0]);
    close(root, [2, 0, 1, 2]);
  });

  it('has a finite root where a number is the same in all rows', () => {
    const { middle, root } = fittedGaussian(
      tensor2d([
        [1, 7],
        [-1, 7],
      ]),
    );
    close(middle, [0, 7]);
    close(root, [1, 0, 0, 1e-3]);
  });
});
