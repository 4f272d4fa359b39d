import { CLASSES, FEATURES } from '../../core/judged';
import { symmetricEigen } from '../eigen';
import type { Metric } from '../types';
import { featuresOf, isDigits, judgedOf, logitsOf } from './judged';

/**
 * Fréchet distance of two samples taken for Gaussians (Dowson and Landau 1982; Heusel et al. 1706.08500): ‖m₁ − m₂‖² +
 * tr S₁ + tr S₂ − 2 tr (S₁^½ S₂ S₁^½)^½. Of two samples of N from one Gaussian of d dimensions about (2d + d²/2) / N, so
 * distances of different N do not compare.
 *
 * @param a [n × d]
 * @param b [m × d]
 */
export function frechetDistance(a: Float32Array, b: Float32Array, d: number): number {
  const [one, two] = [gaussianOf(a, d), gaussianOf(b, d)];
  const root = squareRoot(one.covariance, d);
  const product = multiply(multiply(root, two.covariance, d), root, d);
  const shift = one.mean.reduce((sum, value, i) => sum + (value - (two.mean[i] as number)) ** 2, 0);
  const overlap = symmetricEigen(product, d).values.reduce((sum, value) => sum + Math.sqrt(Math.max(0, value)), 0);
  return shift + trace(one.covariance, d) + trace(two.covariance, d) - 2 * overlap;
}

function gaussianOf(rows: Float32Array, d: number): { mean: Float64Array; covariance: Float64Array } {
  const n = rows.length / d;
  const mean = new Float64Array(d);
  for (let i = 0; i < rows.length; i++) mean[i % d] = (mean[i % d] as number) + (rows[i] as number) / n;
  const covariance = new Float64Array(d * d);
  const centred = new Float64Array(d);
  for (let r = 0; r < n; r++) {
    for (let i = 0; i < d; i++) centred[i] = (rows[r * d + i] as number) - (mean[i] as number);
    for (let i = 0; i < d; i++) {
      const x = (centred[i] as number) / (n - 1);
      for (let j = 0; j < d; j++)
        covariance[i * d + j] = (covariance[i * d + j] as number) + x * (centred[j] as number);
    }
  }
  return { mean, covariance };
}

function squareRoot(matrix: Float64Array, n: number): Float64Array {
  const { values, vectors } = symmetricEigen(matrix, n);
  const out = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      let sum = 0;
      for (let k = 0; k < n; k++) {
        const root = Math.sqrt(Math.max(0, values[k] as number));
        sum += (vectors[i * n + k] as number) * root * (vectors[j * n + k] as number);
      }
      out[i * n + j] = sum;
    }
  }
  return out;
}

function multiply(a: Float64Array, b: Float64Array, n: number): Float64Array {
  const out = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < n; k++) {
      const x = a[i * n + k] as number;
      for (let j = 0; j < n; j++) out[i * n + j] = (out[i * n + j] as number) + x * (b[k * n + j] as number);
    }
  }
  return out;
}

const trace = (matrix: Float64Array, n: number): number => {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += matrix[i * n + i] as number;
  return sum;
};

/** {@link frechetDistance} in the classifier's 64 penultimate features, each in units of its deviation over real digits. */
export const frechetFeaturesMetric: Metric = {
  id: 'fdFeatures',
  unit: '1',
  better: 'lower',
  applies: isDigits,
  compute: (input) => {
    const { real, fake } = featuresOf(input);
    return frechetDistance(real, fake, FEATURES);
  },
};

/** {@link frechetDistance} in the classifier's ten logits, as TF-GAN's "MNIST Fréchet distance". */
export const frechetLogitsMetric: Metric = {
  id: 'fdLogits',
  unit: '1',
  better: 'lower',
  applies: isDigits,
  compute: (input) => {
    const { real, fake } = judgedOf(input);
    return frechetDistance(logitsOf(real), logitsOf(fake), CLASSES);
  },
};
