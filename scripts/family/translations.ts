import { Stream } from '../../src/core/random';
import type { FaceSet } from '../../src/data/images/faces/album';
import { faces } from '../../src/data/images/faces/faces';
import { twoPeople } from '../../src/data/images/faces/twoPeople';
import { areaUnder, rocCurve } from '../../src/metrics/roc';
import { slicedWasserstein } from '../../src/metrics/slicedWasserstein';
import { sampleAmong } from '../../src/training/among';
import { toModelUnits } from '../../src/training/moveIO';
import type { Trainer } from '../../src/training/trainer';
import type { Figure, Study } from './figures';

type Given = { trainer: Trainer };

const AREA = 32 * 32 * 3;
/** Faces of the album behind those that a run trains on. */
const HELD_OUT = 200;
const POINTS = 200;

/** Faces `from` and on of an album that goes further than the run's own, and their classes. */
function heldOut(set: typeof faces, params: object, from: number) {
  const album = set.open({ ...params, size: from + HELD_OUT } as never, {} as never) as FaceSet;
  return album.show(Int32Array.from({ length: HELD_OUT }, (_, i) => from + i));
}

/** Mean absolute difference per number. */
const l1 = (a: Float32Array, b: Float32Array): number =>
  a.reduce((sum, value, i) => sum + Math.abs(value - (b[i] as number)), 0) / a.length;

/** L1 error per pixel (of 2) of held-out faces made from their halves; the baseline leaves the half as it is. */
async function targetError({ trainer }: Given): Promise<Figure> {
  const { x } = heldOut(faces, { label: 'hairColour' }, 5000);
  const rows = await trainer.look('scene:translations', x, HELD_OUT);
  const part = (row: number) => rows.slice(row * x.length, (row + 1) * x.length);
  return { name: 'L1 to the target', value: l1(part(1), part(2)), baseline: l1(part(0), part(2)), better: 'lower' };
}

/** What the scene `forth` shows of fresh points of both domains: x, G(x), F(G(x)) and y, model units. */
async function wayThere(trainer: Trainer) {
  const { dataset } = trainer;
  const stream = new Stream(trainer.currentConfig.seed, 'figures');
  const of = (label: number) => toModelUnits(sampleAmong(dataset, stream, POINTS, [label]).x, dataset.info);
  const [x, y] = [of(0), of(1)];
  const rows = await trainer.look('scene:forth', Float32Array.from([...x, ...y]), 2 * POINTS);
  return [0, 1, 2, 3].map((row) => rows.slice(row * x.length, (row + 1) * x.length)) as [
    Float32Array,
    Float32Array,
    Float32Array,
    Float32Array,
  ];
}

/** L1 error per number of F(G(x)); the baseline is another x. */
async function cycleError({ trainer }: Given): Promise<Figure> {
  const [x, , back] = await wayThere(trainer);
  const others = Float32Array.from([...x.subarray(2), ...x.subarray(0, 2)]);
  return { name: 'L1 of the cycle', value: l1(back, x), baseline: l1(others, x), better: 'lower' };
}

/** Sliced Wasserstein distance of G(x) to y; the baseline leaves x where it is. */
async function distanceToDomain({ trainer }: Given): Promise<Figure> {
  const [x, made, , y] = await wayThere(trainer);
  const to = (points: Float32Array) => slicedWasserstein(points, y, POINTS);
  return { name: 'distance of G(x) to y', value: to(made), baseline: to(x), better: 'lower' };
}

/** Share of the G(x) that a classifier, the nearest of fresh real points, takes for y; the baseline leaves x where it is. */
async function takenForTarget({ trainer }: Given): Promise<Figure> {
  const { dataset } = trainer;
  const [x, made] = await wayThere(trainer);
  const known = dataset.sample(new Stream(1, 'classifier'), 10 * POINTS);
  const places = toModelUnits(known.x.slice(), dataset.info);
  const labelOf = (a: number, b: number): number | undefined => {
    let [nearest, least] = [0, Number.POSITIVE_INFINITY];
    for (let i = 0; i < places.length; i += 2) {
      const distance = ((places[i] as number) - a) ** 2 + ((places[i + 1] as number) - b) ** 2;
      if (distance < least) [nearest, least] = [i / 2, distance];
    }
    return known.labels?.[nearest];
  };
  const share = (points: Float32Array): number => {
    let taken = 0;
    for (let i = 0; i < points.length; i += 2) {
      if (labelOf(points[i] as number, points[i + 1] as number) === 1) taken += 2 / points.length;
    }
    return taken;
  };
  return { name: 'taken for y', value: share(made), baseline: share(x), better: 'higher' };
}

/**
 * Share of held-out faces that are taken for the other person once they are swapped, by which person's mean training picture is
 * nearer; the baseline leaves them as they are.
 */
async function swappedIdentity({ trainer }: Given): Promise<Figure> {
  const { x, labels } = heldOut(twoPeople as typeof faces, {}, 4000);
  const known = trainer.dataset.sample(new Stream(1, 'figures'), 1000);
  const means = [0, 1].map((label) => {
    const mean = new Float32Array(AREA);
    const own = [...(known.labels as Int32Array).keys()].filter((i) => known.labels?.[i] === label);
    for (const i of own)
      for (let p = 0; p < AREA; p++) mean[p] = (mean[p] as number) + (known.x[i * AREA + p] as number) / own.length;
    return mean;
  });
  const taken = (pictures: Float32Array): number => {
    const others = [...labels.keys()].filter((i) => {
      const picture = pictures.subarray(i * AREA, (i + 1) * AREA);
      const [first, second] = means.map((mean) => l1(picture, mean)) as [number, number];
      return Number(second < first) !== labels[i];
    });
    return others.length / labels.length;
  };
  const swapped = new Float32Array(x.length);
  for (const [label, scene] of ['forth', 'back'].entries()) {
    const rows = await trainer.look(`scene:swap-${scene}`, x.slice(), HELD_OUT);
    for (const [i, own] of labels.entries()) {
      if (own !== label) continue;
      const at = 2 * x.length + i * AREA;
      swapped.set(rows.subarray(at, at + AREA), i * AREA);
    }
  }
  return { name: 'taken for the other', value: taken(swapped), baseline: taken(x), better: 'higher' };
}

/**
 * Area under the ROC curve of the anomaly score: digits of the class that was left out against the others; the baseline is how
 * much ink there is, whichever way round.
 */
async function foundAnomalies({ trainer }: Given): Promise<Figure> {
  const { x, labels } = trainer.dataset.sample(new Stream(trainer.currentConfig.seed, 'figures'), 10 * HELD_OUT);
  const n = labels?.length ?? 0;
  const size = x.length / n;
  const scores = new Float32Array(n);
  const featureWeight = trainer.currentConfig.systemParams['featureWeight'] as number;
  for (let from = 0; from < n; from += HELD_OUT) {
    const residuals = await trainer.look('anomaly', x.slice(from * size, (from + HELD_OUT) * size), HELD_OUT); // [n, 2]
    for (let i = 0; i < HELD_OUT; i++) {
      scores[from + i] = (residuals[2 * i] as number) + featureWeight * (residuals[2 * i + 1] as number);
    }
  }
  const ink = Float32Array.from({ length: n }, (_, i) =>
    x.subarray(i * size, (i + 1) * size).reduce((a, b) => a + b, 0),
  );
  const area = (by: Float32Array): number => {
    const of = (left: boolean) => by.filter((_, i) => (labels?.[i] === 9) === left);
    return areaUnder(rocCurve(of(true), of(false)));
  };
  return { name: 'AUC of nines', value: area(scores), baseline: Math.max(area(ink), 1 - area(ink)), better: 'higher' };
}

const pairs = (pairing: string): Study => ({
  id: `pix2pix-${pairing}`,
  system: 'pix2pix',
  dataset: 'faces',
  params: { pairing },
  batchSize: 16,
  steps: 500,
  figures: [targetError],
});

/** Translations between pictures and between points, on sets that need no download. */
export const TRANSLATIONS: readonly Study[] = [
  pairs('edges'),
  pairs('blocks'),
  pairs('hole'),
  {
    id: 'cyclegan',
    system: 'cyclegan',
    dataset: 'moons',
    params: {},
    batchSize: 64,
    steps: 3000,
    figures: [cycleError, distanceToDomain, takenForTarget],
  },
  {
    id: 'deepfake',
    system: 'deepfake',
    dataset: 'two-people',
    params: {},
    batchSize: 16,
    steps: 400,
    figures: [swappedIdentity],
  },
  {
    id: 'fanogan',
    system: 'fanogan',
    dataset: 'pen-digits',
    params: {},
    batchSize: 32,
    steps: 1500,
    figures: [foundAnomalies],
  },
];
