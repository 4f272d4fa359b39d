import '../support/tf';
import { tensor2d } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { Stream } from '../../src/core/random';
import { TextEncoder } from '../../src/nn/textEncoder';

const T = new TextEncoder(6, 3, 5, new Stream(1, 'text'));
const codeOf = (...words: number[]) => {
  const padded = [...words, ...new Array<number>(8 - words.length).fill(-1)];
  return [...T.apply(tensor2d([padded])).mu.dataSync()];
};
const expectClose = (a: number[], b: number[], near: boolean) =>
  expect(Math.max(...a.map((value, i) => Math.abs(value - (b[i] as number)))) < 1e-5).toBe(near);

describe('the reader of captions', () => {
  it('gives a code of its size for every sentence, and what it expects of it', () => {
    const { mu, logVariance } = T.apply(tensor2d([[0, 1, -1, -1, -1, -1, -1, -1], new Array(8).fill(-1)]));
    expect([mu.shape, logVariance.shape]).toEqual([
      [2, 3],
      [2, 3],
    ]);
    expect(T.expected(mu).shape).toEqual([2, 5]);
  });

  it('tells words, and which of them are neighbours, apart', () => {
    expectClose(codeOf(0, 1, 2, 3), codeOf(0, 1, 2, 4), false);
    expectClose(codeOf(0, 1, 2, 3), codeOf(2, 1, 0, 3), false);
  });

  it('knows a group of words wherever it stands', () => {
    // Two groups that do not touch give the same sum in either order.
    expectClose(codeOf(-1, 0, 1, -1, -1, 2, 3, -1), codeOf(-1, 2, 3, -1, -1, 0, 1, -1), true);
  });
});
