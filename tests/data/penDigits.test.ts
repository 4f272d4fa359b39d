import { describe, expect, it } from 'vitest';
import { defaultsOf, type ParamValues } from '../../src/core/params';
import { Stream } from '../../src/core/random';
import { penDigits } from '../../src/data/images/penDigits';
import type { Batch, Dataset } from '../../src/data/types';

const AREA = 28 * 28;
const CLASSES = 10;

type Labelled = Required<Pick<Batch, 'x' | 'labels'>>;

async function write(count: number, seed: number, given: ParamValues = {}): Promise<Labelled> {
  const set = await openSet(given);
  const { x, labels } = set.sample(new Stream(seed, 'data'), count);
  if (!labels) throw new Error('pen digits without labels');
  return { x, labels };
}

const noStore = { get: async () => null, put: async () => {} };

async function openSet(given: ParamValues = {}): Promise<Dataset> {
  return penDigits.open({ ...defaultsOf(penDigits.params), ...given }, noStore);
}

const picture = ({ x }: Labelled, i: number): Float32Array => x.subarray(i * AREA, (i + 1) * AREA);

function squaredDistance(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let p = 0; p < AREA; p++) sum += ((a[p] as number) - (b[p] as number)) ** 2;
  return sum;
}

/** Mean picture of each class. */
function classMeans(batch: Labelled): Float64Array[] {
  const means = Array.from({ length: CLASSES }, () => new Float64Array(AREA));
  const counts = countsOf(batch.labels);
  for (const [i, label] of batch.labels.entries()) {
    const mean = means[label] as Float64Array;
    for (const [p, value] of picture(batch, i).entries()) mean[p] = (mean[p] as number) + value;
  }
  return means.map((mean, label) => mean.map((sum) => sum / (counts[label] as number)));
}

function countsOf(labels: Int32Array): number[] {
  const counts = new Array<number>(CLASSES).fill(0);
  for (const label of labels) counts[label] = (counts[label] as number) + 1;
  return counts;
}

function nearest(means: readonly Float64Array[], shown: Float32Array): number {
  const distances = means.map((mean) => squaredDistance(mean, shown));
  return distances.indexOf(Math.min(...distances));
}

/** Share of full ink over all pixels, 0 to 1. */
const inkOf = ({ x }: Labelled): number => x.reduce((sum, value) => sum + (value + 1) / 2, 0) / x.length;

describe('pen digits', () => {
  it('says what it gives, and gives it', async () => {
    const { info } = await openSet();
    expect(info).toMatchObject({ id: 'pen-digits', kind: 'image', shape: [28, 28, 1], shift: [0], scale: [1] });
    expect(info.range).toEqual([[-1, 1]]);
    expect(info.classes).toEqual(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
    expect(info.size).toBeUndefined();
    const batch = await write(37, 1);
    expect(batch.x).toHaveLength(37 * AREA);
    expect(batch.labels).toHaveLength(37);
  });

  it.each([
    { name: 'an ordinary hand', given: {} },
    { name: 'the finest pen', given: { pen: 0.6, slant: 0, warp: 0 } },
    { name: 'the widest pen and the wildest hand', given: { pen: 2.2, slant: 0.5, warp: 2 } },
  ])('has white ink on black paper in every picture: $name', async ({ given }) => {
    const batch = await write(300, 2, given);
    for (let i = 0; i < 300; i++) {
      const pixels = picture(batch, i);
      expect(Math.min(...pixels)).toBe(-1);
      expect(Math.max(...pixels)).toBeLessThanOrEqual(1);
      expect(Math.max(...pixels)).toBeGreaterThan(0.5);
    }
  });

  it('draws the ten classes equally often', async () => {
    const counts = countsOf((await write(5000, 3)).labels);
    // Each count is 500 with a standard deviation of 21.
    for (const count of counts) expect(Math.abs(count - 500)).toBeLessThan(85);
  });

  it('repeats the same bits from the same stream, and others from another', async () => {
    const first = await write(50, 4);
    expect(await write(50, 4)).toEqual(first);
    expect((await write(50, 5)).x).not.toEqual(first.x);
  });

  it('draws the same digits in one batch as in two', async () => {
    const set = await openSet();
    const stream = new Stream(6, 'data');
    const halves = [set.sample(stream, 8), set.sample(stream, 8)];
    const whole = await write(16, 6);
    expect(halves.flatMap(({ x }) => Array.from(x))).toEqual(Array.from(whole.x));
  });

  it('has labels that tell what is drawn: the nearest class mean finds them', async () => {
    const means = classMeans(await write(2000, 7));
    const test = await write(1000, 8);
    const right = test.labels.filter((label, i) => nearest(means, picture(test, i)) === label).length;
    expect(right / 1000).toBeGreaterThan(0.75);
  });

  it('varies within every class about as much as handwriting does', async () => {
    const batch = await write(2000, 9);
    const means = classMeans(batch);
    const counts = countsOf(batch.labels);
    const spread = new Array<number>(CLASSES).fill(0);
    for (const [i, label] of batch.labels.entries()) {
      const gap = squaredDistance(means[label] as Float64Array, picture(batch, i));
      spread[label] = (spread[label] as number) + gap / AREA / (counts[label] as number);
    }
    // MNIST's test digits: 0.20 on average over the classes.
    for (const variance of spread) expect(variance).toBeGreaterThan(0.04);
    expect(spread.reduce((sum, variance) => sum + variance, 0) / CLASSES).toBeGreaterThan(0.12);
  });

  it('spends about as much ink as MNIST, whose mean intensity is 13.1 %', async () => {
    const ink = inkOf(await write(1000, 10));
    expect(ink).toBeGreaterThan(0.115);
    expect(ink).toBeLessThan(0.16);
  });

  it('keeps to the middle: hardly any ink on the border', async () => {
    const batch = await write(1000, 11);
    let inked = 0;
    for (let at = 0; at < batch.x.length; at++) {
      const [row, column] = [Math.floor((at % AREA) / 28), at % 28];
      const border = row === 0 || row === 27 || column === 0 || column === 27;
      if (border && (batch.x[at] as number) > -0.4) inked++;
    }
    expect(inked / 1000).toBeLessThan(0.1);
  });

  it('writes thicker with a wider pen', async () => {
    expect(inkOf(await write(200, 12, { pen: 2 }))).toBeGreaterThan(1.4 * inkOf(await write(200, 12, { pen: 1 })));
  });
});
