import { CLASSES, FEATURES, JUDGED } from '../../core/judged';
import type { Metric } from '../types';
import { isDigits, judgedOf } from './judged';

/**
 * The inception score with the classifier of digits in the place of Inception (Salimans et al. 1606.03498; "MNIST score"
 * in TF-GAN): exp E KL(p(y | x) ‖ p(y)). From 1 (no picture says anything, or all say the same) to 10.
 */
export function mnistScore(judged: Float32Array): number {
  const n = judged.length / JUDGED;
  const marginal = new Float64Array(CLASSES);
  let negativeEntropy = 0;
  for (let i = 0; i < n; i++) {
    for (const [c, p] of softmax(judged.subarray(i * JUDGED + FEATURES, (i + 1) * JUDGED)).entries()) {
      marginal[c] = (marginal[c] as number) + p / n;
      if (p > 0) negativeEntropy += (p * Math.log(p)) / n;
    }
  }
  // E KL(p(y | x) ‖ p(y)) = H(y) − H(y | x)
  return Math.exp(negativeEntropy - marginal.reduce((sum, p) => sum + (p > 0 ? p * Math.log(p) : 0), 0));
}

function softmax(logits: Float32Array): Float64Array {
  const most = logits.reduce((a, b) => Math.max(a, b));
  const powers = Float64Array.from(logits, (value) => Math.exp(value - most));
  const sum = powers.reduce((a, b) => a + b);
  return powers.map((value) => value / sum);
}

/** {@link mnistScore} of the generated pictures. */
export const mnistScoreMetric: Metric = {
  id: 'mnistScore',
  unit: '1',
  better: 'higher',
  applies: isDigits,
  compute: (input) => mnistScore(judgedOf(input).fake),
};
