import { conv2d, dispose, matMul, tensor, tensor4d, tidy } from '@tensorflow/tfjs-core';
import { readWithTimeout } from './read';

/**
 * Computes a dense and a convolutional product with known results on the present backend: a driver that computes nonsense
 * is worse than none. Throws where the numbers are wrong or do not come.
 */
export async function selfTest(): Promise<void> {
  const made = [
    tidy(() => matMul(tensor([1, 2, 3, 4], [2, 2]), tensor([5, 6, 7, 8], [2, 2]))),
    tidy(() => conv2d(tensor4d([1, 2, 3, 4], [1, 2, 2, 1]), tensor4d([1, 1, 1, 1], [2, 2, 1, 1]), 1, 'valid')),
  ];
  const expected = [19, 22, 43, 50, 10];
  try {
    const found = (await Promise.all(made.map((value) => readWithTimeout(value)))).flatMap((part) => [...part]);
    // Written so that NaN fails too.
    if (!expected.every((value, i) => Math.abs(value - (found[i] ?? Number.NaN)) <= 1e-2)) {
      throw new Error(`self-test gave ${found.join(', ')} for ${expected.join(', ')}`);
    }
  } finally {
    dispose(made);
  }
}
