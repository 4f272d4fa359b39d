import '../support/tf';
import { grad, square, sum, tensor2d } from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { classLoss, logSumExp } from '../../src/nn/classLoss';

/** Rows so far apart that the greatest number of all would leave nothing of the others. */
const rows = [
  [0, 0],
  [200, 200],
  [-300, -301],
];
const logits = () => tensor2d(rows);

it('is the logarithm of the sum of exponentials, each row by itself', () => {
  const found = logSumExp(logits()).dataSync();
  const expected = [Math.LN2, 200 + Math.LN2, -300 + Math.log1p(Math.exp(-1))];
  for (const [i, value] of expected.entries()) expect(found[i]).toBeCloseTo(value, 4);
});

it('has the softmax as its gradient, also where it is differentiated twice', () => {
  const softmax = (x: ReturnType<typeof logits>) => grad((l) => sum(logSumExp(l)))(x);
  const p = 1 / (1 + Math.exp(-1));
  const expected = [0.5, 0.5, 0.5, 0.5, p, 1 - p];
  for (const [i, value] of [...softmax(logits()).dataSync()].entries())
    expect(value).toBeCloseTo(expected[i] as number, 5);
  const second = [...grad((x) => sum(square(softmax(x as ReturnType<typeof logits>))))(logits()).dataSync()];
  for (const [i, value] of second.entries()) {
    // d/dx of p² + (1 − p)² by the row's first logit, and by its second.
    const first = expected[2 * Math.floor(i / 2)] as number;
    const slope = 2 * first * (1 - first) * (2 * first - 1);
    expect(value).toBeCloseTo(i % 2 === 0 ? slope : -slope, 5);
  }
});

it('gives the cross-entropy of each row', () => {
  const y = tensor2d([
    [1, 0],
    [0, 1],
    [1, 0],
  ]);
  const expected = (2 * Math.LN2 + Math.log1p(Math.exp(-1))) / 3;
  expect(classLoss(logits(), y).dataSync()[0]).toBeCloseTo(expected, 4);
});
