import { beforeAll, describe, expect, it } from 'vitest';
import { CLASSES, FEATURES, JUDGED } from '../../src/core/judged';
import { Stream } from '../../src/core/random';
import { openDataset } from '../../src/data';
import { openTestDigits } from '../../src/data/images/mnist';
import { folderStore } from '../../src/headless/folderStore';
import { nodeWeights } from '../../src/headless/nodeWeights';
import { accuracy } from '../../src/metrics/digits/accuracy';
import { classHistogram } from '../../src/metrics/digits/classHistogram';
import { frechetDistance } from '../../src/metrics/digits/frechet';
import { kernelDistance } from '../../src/metrics/digits/kid';
import { mnistScore } from '../../src/metrics/digits/mnistScore';
import { symmetricEigen } from '../../src/metrics/eigen';
import { nearestPicture } from '../../src/metrics/nearest';
import { type Judge, Reference } from '../../src/metrics/reference';
import { judgeFor } from '../../src/worker/digitJudge';
import { datasetsFolder, mnistFiles } from '../support/datasetsFolder';
import '../support/tf';
import { emptyStore } from '../support/stores';

const normals = (seed: number, n: number, d: number, shift = 0): Float32Array =>
  new Stream(seed, 'normals').fillNormal(new Float32Array(n * d)).map((x) => x + shift);

/** What a classifier might say: the logit of one class is that high, all else zero. */
const said = (...classes: number[]): Float32Array =>
  Float32Array.from(
    classes.flatMap((one) => Array.from({ length: JUDGED }, (_, i) => (i === FEATURES + one ? 50 : 0))),
  );

describe('metrics of judged pictures', () => {
  it('eigenvalues of a matrix that is known', () => {
    const { values, vectors } = symmetricEigen(Float64Array.of(2, 1, 0, 1, 2, 0, 0, 0, 5), 3);
    expect([...values].sort().map((value) => Number(value.toFixed(10)))).toEqual([1, 3, 5]);
    // A v = λ v for the first one
    const [x = 0, y = 0] = [vectors[0], vectors[3]];
    expect(2 * x + y).toBeCloseTo((values[0] as number) * x, 10);
  });

  it('Fréchet distance: on a line from its formula, in more dimensions at the floors of finite samples', () => {
    // Means 1 and 6, variances 2 and 8: 25 + 2 + 8 − 2 √16.
    expect(frechetDistance(Float32Array.of(0, 2), Float32Array.of(4, 8), 1)).toBeCloseTo(27, 10);
    // (2d + d²/2) / N is 0.028
    const small = frechetDistance(normals(1, 2500, 10), normals(2, 2500, 10), 10);
    expect(small).toBeGreaterThan(0.014);
    expect(small).toBeLessThan(0.056);
    const floor = frechetDistance(normals(1, 2500, 64), normals(2, 2500, 64), 64);
    expect(Math.abs(floor - 0.89)).toBeLessThan(0.1);
    expect(frechetDistance(normals(1, 2500, 64), normals(2, 2500, 64, 1), 64)).toBeCloseTo(64 + floor, -1);
  });

  it('KID: nothing for equal distributions, 0.128 for a shift of 0.2 in 64 dimensions', () => {
    expect(Math.abs(kernelDistance(normals(1, 1000, 64), normals(2, 1000, 64), 1000, 64))).toBeLessThan(0.004);
    const shifted = kernelDistance(normals(1, 1000, 64), normals(2, 1000, 64, 0.2), 1000, 64);
    expect(Math.abs(shifted - 0.128)).toBeLessThan(0.021);
  });

  it('MNIST score: 10 for every digit surely, 1 for one digit or for no digit at all', () => {
    expect(mnistScore(said(0, 1, 2, 3, 4, 5, 6, 7, 8, 9))).toBeCloseTo(10, 6);
    expect(mnistScore(said(3, 3, 3))).toBeCloseTo(1, 6);
    expect(mnistScore(new Float32Array(5 * JUDGED))).toBeCloseTo(1, 6);
    expect(mnistScore(said(0, 1))).toBeCloseTo(2, 6);
  });

  it('class histogram and accuracy', () => {
    expect(classHistogram(said(1, 1, 7, 0))).toEqual([0.25, 0.5, 0, 0, 0, 0, 0, 0.25, 0, 0]);
    expect(accuracy(said(1, 1, 7, 0), Int32Array.of(1, 2, 7, 0))).toBe(0.75);
  });

  it('the nearest stored picture, and the nearest other one', () => {
    const stored = Uint8Array.of(0, 0, 255, 255, 250, 255);
    expect(nearestPicture(Uint8Array.of(255, 255), stored)).toEqual({ index: 1, distance: 0 });
    const other = nearestPicture(Uint8Array.of(255, 255), stored, 1);
    expect(other.index).toBe(2);
    expect(other.distance).toBeCloseTo(Math.sqrt(12.5) / 255, 12);
  });
});

describe('the classifier of digits', () => {
  let judge: Judge;
  beforeAll(async () => {
    const pen = await openDataset('pen-digits', { pen: 1.25, slant: 0.16, warp: 1 }, emptyStore);
    judge = (await judgeFor(pen, nodeWeights)) as Judge;
  });

  it('is asked about digits only', async () => {
    const ring = await openDataset('ring', { modes: 8, sigma: 0.05 }, emptyStore);
    expect(await judgeFor(ring, nodeWeights)).toBeNull();
  });

  it('reads pen digits, and measures them at their floors', async () => {
    const pen = await openDataset('pen-digits', { pen: 1.25, slant: 0.16, warp: 1 }, emptyStore);
    const { x, labels } = pen.sample(new Stream(1, 'check'), 1000);
    expect(accuracy(judge(x), labels as Int32Array)).toBeGreaterThan(0.99);
    const reference = new Reference(pen, 1000, 1, judge);
    const floor = reference.floors();
    expect(floor['mnistScore']).toBeGreaterThan(9.5);
    expect(floor['classKl']).toBeLessThan((3 * (CLASSES - 1)) / 1000);
    expect(Math.abs(floor['kid'] as number)).toBeLessThan(0.02);
    expect(floor['coverage']).toBeGreaterThan(0.9);
    expect(Math.abs((floor['auc'] as number) - 0.5)).toBeLessThan(0.06);
    const noise = new Stream(2, 'noise').fillUniform(new Float32Array(x.length)).map((u) => 2 * u - 1);
    const { values } = reference.measure(noise);
    expect(values['coverage']).toBeLessThan(0.05);
    expect(values['auc']).toBeGreaterThan(0.99);
    for (const id of ['fdFeatures', 'fdLogits', 'kid']) expect(values[id]).toBeGreaterThan(20 * (floor[id] as number));
    expect(values['mnistScore']).toBeLessThan(5);
  });

  // Without the files this would prove nothing; `mnistFiles` has said so loudly.
  if (mnistFiles()) {
    it('knows at least 99 % of the test digits of MNIST', async () => {
      const { x, labels } = await openTestDigits(folderStore(datasetsFolder));
      expect(accuracy(judge(x), labels)).toBeGreaterThanOrEqual(0.99);
    });
  }
});
