import { FEATURES } from '../../core/judged';
import type { Metric } from '../types';
import { featuresOf, isDigits } from './judged';

/** Rows of each set in a block; the blocks' estimates are averaged. */
const BLOCK = 1000;

/**
 * Kernel inception distance (Bińkowski et al. 1801.01401): the unbiased squared MMD of n rows each with the kernel
 * (x·y / d + 1)³. Near 0, and then of either sign, for equal distributions.
 */
export function kernelDistance(a: Float32Array, b: Float32Array, n: number, d: number): number {
  const kernel = (x: Float32Array, i: number, y: Float32Array, j: number): number => {
    let product = 0;
    for (let k = 0; k < d; k++) product += (x[i * d + k] as number) * (y[j * d + k] as number);
    const base = product / d + 1;
    return base * base * base;
  };
  let [within, between] = [0, 0];
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) within += kernel(a, i, a, j) + kernel(b, i, b, j);
    for (let j = 0; j < n; j++) between += kernel(a, i, b, j);
  }
  return (2 * within) / (n * (n - 1)) - (2 * between) / (n * n);
}

/** {@link kernelDistance} in the classifier's 64 features, the mean over blocks of 1,000 pictures. */
export const kidMetric: Metric = {
  id: 'kid',
  unit: '1',
  better: 'lower',
  applies: isDigits,
  compute: (input) => {
    const { real, fake } = featuresOf(input);
    const n = Math.min(BLOCK, input.count);
    const blocks = Math.floor(input.count / n);
    let sum = 0;
    for (let block = 0; block < blocks; block++) {
      const rows = (set: Float32Array) => set.subarray(block * n * FEATURES, (block + 1) * n * FEATURES);
      sum += kernelDistance(rows(real), rows(fake), n, FEATURES);
    }
    return sum / blocks;
  },
};
