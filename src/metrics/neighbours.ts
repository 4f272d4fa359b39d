import { FEATURES } from '../core/judged';
import { featuresOf, isDigits } from './digits/judged';
import { firstRows, once, squaredDistance } from './input';
import type { Metric } from './types';

/** Fidelity and variety of a generated set, by balls around real and generated samples. */
export interface Neighbours {
  precision: number;
  recall: number;
  density: number;
  coverage: number;
}

const MOST = 1000;
/** Neighbours that a ball holds besides its own sample. */
const K = 5;

/**
 * Precision and recall (Kynkäänniemi et al. 1904.06991), density and coverage (Naeem et al. 2002.09797, whose code this
 * follows) of n rows each; the ball of a sample reaches to its k-th neighbour within its own set. Two samples of the
 * same data give a density near 1 and a coverage near 1 − 2^−k, but a precision and a recall *below* 1.
 */
export function neighbours(real: Float32Array, fake: Float32Array, n: number, dims: number, k = K): Neighbours {
  const realRadius = radii(real, n, dims, k);
  const fakeRadius = radii(fake, n, dims, k);
  const found = { precision: 0, recall: 0, density: 0, coverage: 0 };
  const insideReal = new Int32Array(n);
  for (let r = 0; r < n; r++) {
    let recalled = false;
    let nearest = Number.POSITIVE_INFINITY;
    for (let f = 0; f < n; f++) {
      const distance = squaredDistance(real, r, fake, f, dims);
      if (distance < (realRadius[r] as number)) insideReal[f] = (insideReal[f] as number) + 1;
      if (distance < (fakeRadius[f] as number)) recalled = true;
      if (distance < nearest) nearest = distance;
    }
    if (recalled) found.recall += 1 / n;
    if (nearest < (realRadius[r] as number)) found.coverage += 1 / n;
  }
  for (const balls of insideReal) {
    if (balls > 0) found.precision += 1 / n;
    found.density += balls / (k * n);
  }
  return found;
}

/** [n] squared distance of each row to its k-th neighbour among the others. */
function radii(values: Float32Array, n: number, dims: number, k: number): Float64Array {
  const nearest = new Float64Array(k);
  return Float64Array.from({ length: n }, (_, i) => {
    nearest.fill(Number.POSITIVE_INFINITY);
    for (let j = 0; j < n; j++) {
      if (j === i) continue;
      const distance = squaredDistance(values, i, values, j, dims);
      if (distance >= (nearest[k - 1] as number)) continue;
      let place = k - 1;
      for (; place > 0 && (nearest[place - 1] as number) > distance; place--) {
        nearest[place] = nearest[place - 1] as number;
      }
      nearest[place] = distance;
    }
    return nearest[k - 1] as number;
  });
}

/** Of the points themselves, or of the features of digits. */
const measured = once((input) => {
  const space = input.judged ? { ...input, ...featuresOf(input), dims: FEATURES } : input;
  const { real, fake, n, dims } = firstRows(space, MOST);
  return neighbours(real, fake, n, dims);
});

const ofNeighbours = (id: keyof Neighbours): Metric => ({
  id,
  unit: '1',
  better: 'higher',
  applies: (data) => data.info.kind === '2d' || isDigits(data),
  compute: (input) => measured(input)[id],
});

/** Share of generated samples inside a real ball. */
export const precisionMetric = ofNeighbours('precision');
/** Share of real samples inside a generated ball. */
export const recallMetric = ofNeighbours('recall');
/** Mean number of real balls that hold a generated sample, over k; may exceed 1. */
export const densityMetric = ofNeighbours('density');
/** Share of real balls that hold a generated sample. */
export const coverageMetric = ofNeighbours('coverage');
