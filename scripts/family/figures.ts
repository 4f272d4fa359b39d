import type { ParamValues } from '../../src/core/params';
import { Stream } from '../../src/core/random';
import { mean } from '../../src/core/statistics';
import { classOf } from '../../src/metrics/digits/judged';
import type { Judge } from '../../src/metrics/reference';
import type { Kept } from '../../src/training/kept';
import { drawStarts } from '../../src/training/starts';
import type { Trainer } from '../../src/training/trainer';

/** What a figure is worked out from. */
export interface Given {
  trainer: Trainer;
  judge: Judge;
  /** Test digits [n × 784] in [−1, 1]. */
  test: Float32Array;
}

/** A number, and what a trivial method would get. */
export interface Figure {
  name: string;
  value: number;
  baseline: number;
  better: 'higher' | 'lower';
}

const AREA = 784;
const MADE = 2000;
const CHUNK = 100;

/** In chunks of 100 rows of `width` numbers. */
async function chunked(
  rows: Float32Array,
  width: number,
  of: (part: Float32Array) => Promise<Float32Array>,
): Promise<Float32Array> {
  const parts: Float32Array[] = [];
  for (let from = 0; from < rows.length; from += CHUNK * width) {
    parts.push((await of(rows.slice(from, from + CHUNK * width))).slice());
  }
  const out = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

/** What G makes of latents [n × latentSize]. */
export const generate = (trainer: Trainer, latents: Float32Array): Promise<Float32Array> =>
  chunked(latents, trainer.system.latentSize, (part) => trainer.generate(part, CHUNK));

/** Codes [n × width] that the system's view `code` gives of pictures. */
const codesOf = (trainer: Trainer, x: Float32Array): Promise<Float32Array> =>
  chunked(x, AREA, (part) => trainer.look('code', part, CHUNK));

/** Generated digits with the class that the last ten numbers of their latents name (for InfoGAN, its category). */
async function classified({ trainer, judge }: Given, from: number) {
  const { latentSize } = trainer.system;
  const latents = drawStarts(trainer.system, trainer.dataset, new Stream(trainer.currentConfig.seed, 'figures'), MADE);
  const judged = judge(await generate(trainer, latents));
  return Array.from({ length: MADE }, (_, i) => ({
    asked: latents.subarray(i * latentSize + from, i * latentSize + from + 10).indexOf(1),
    read: classOf(judged, i),
  }));
}

/** Share of digits that are read as the class asked for; a generator that does not listen has 10 %. */
async function classAccuracy(given: Given): Promise<Figure> {
  const pairs = await classified(given, given.trainer.system.latentSize - 10);
  return {
    name: 'class accuracy',
    value: mean(Float32Array.from(pairs, ({ asked, read }) => Number(asked === read))),
    baseline: 0.1,
    better: 'higher',
  };
}

/** Mutual information of two columns of ten values, nats, from counts. */
function information(pairs: readonly { asked: number; read: number }[]): number {
  const joint = new Float64Array(100);
  for (const { asked, read } of pairs)
    joint[10 * asked + read] = (joint[10 * asked + read] as number) + 1 / pairs.length;
  const sum = (of: (i: number) => boolean) => joint.reduce((total, p, i) => total + (of(i) ? p : 0), 0);
  return joint.reduce((total, p, i) => {
    if (p === 0) return total;
    const [a, b] = [Math.floor(i / 10), i % 10];
    return total + p * Math.log(p / (sum((j) => Math.floor(j / 10) === a) * sum((j) => j % 10 === b)));
  }, 0);
}

/** Mutual information of category and class read; the baseline pairs each category with another sample's class. */
async function codeInformation(given: Given): Promise<Figure> {
  const { latentSize, prior } = given.trainer.system;
  const codes = prior?.find(({ kind }) => kind === 'uniform')?.size ?? 0;
  const pairs = await classified(given, latentSize - codes - 10);
  const shifted = pairs.map(({ asked }, i) => ({ asked, read: pairs[(i + 1) % pairs.length]?.read as number }));
  return { name: 'information (nats)', value: information(pairs), baseline: information(shifted), better: 'higher' };
}

const squaredDistance = (a: Float32Array, b: Float32Array, i: number, j = i): number => {
  let sum = 0;
  for (let p = 0; p < AREA; p++) sum += ((a[i * AREA + p] as number) - (b[j * AREA + p] as number)) ** 2;
  return sum;
};

/** E‖x − G(E(x))‖ over E‖x − G(E(x′))‖ of other test digits x′: 1 where the encoder tells nothing. */
async function reconstructionRatio({ trainer, test }: Given): Promise<Figure> {
  const back = await generate(trainer, await codesOf(trainer, test));
  const n = test.length / AREA;
  const own = mean(Float32Array.from({ length: n }, (_, i) => Math.sqrt(squaredDistance(test, back, i))));
  const others = mean(
    Float32Array.from({ length: n }, (_, i) => Math.sqrt(squaredDistance(test, back, i, (i + 1) % n))),
  );
  return { name: 'reconstruction ratio', value: own / others, baseline: 1, better: 'lower' };
}

/** Mean digit. */
function meanDigit(x: Float32Array): Float32Array {
  const n = x.length / AREA;
  return Float32Array.from({ length: AREA }, (_, p) => {
    let sum = 0;
    for (let i = 0; i < n; i++) sum += x[i * AREA + p] as number;
    return sum / n;
  });
}

/** Mean squared error per pixel of test digits; the baseline is the mean test digit. */
async function reconstructionError({ trainer, test }: Given): Promise<Figure> {
  const back = await generate(trainer, await codesOf(trainer, test));
  const n = test.length / AREA;
  const middle = meanDigit(test);
  const errorOf = (at: (i: number) => number) => mean(Float32Array.from({ length: n }, (_, i) => at(i) / AREA));
  return {
    name: 'reconstruction MSE',
    value: errorOf((i) => squaredDistance(test, back, i)),
    baseline: errorOf((i) => squaredDistance(test, middle, i, 0)),
    better: 'lower',
  };
}

/** Mean absolute error per pixel (of 2) of the digits that a run keeps to; the baseline is their mean. */
async function keptError({ trainer }: Given): Promise<Figure> {
  const { all, count } = trainer.kept as Kept;
  const rows = await trainer.look('scene:reconstructions', all.slice(), count);
  const middle = meanDigit(all);
  const errorOf = (at: (i: number) => number) =>
    all.reduce((sum, value, i) => sum + Math.abs(value - at(i)), 0) / all.length;
  return {
    name: 'L1 of what is kept',
    value: errorOf((i) => rows[all.length + i] as number),
    baseline: errorOf((i) => middle[i % AREA] as number),
    better: 'lower',
  };
}

/** −log p of test digits under Bernoulli pixels with means (y + 1) / 2, nats, the j-th y for the i-th x. */
function surprise(x: Float32Array, y: Float32Array, i: number, j: number): number {
  let nats = 0;
  for (let p = 0; p < AREA; p++) {
    const ink = ((x[i * AREA + p] as number) + 1) / 2;
    const q = Math.min(1 - 1e-6, Math.max(1e-6, ((y[j * AREA + p] as number) + 1) / 2));
    nats -= ink * Math.log(q) + (1 - ink) * Math.log(1 - q);
  }
  return nats;
}

/** Negative evidence lower bound of test digits, nats, from one draw each; the baseline has no latent: the mean digit. */
async function negativeBound({ trainer, test }: Given): Promise<Figure> {
  const n = test.length / AREA;
  const codes = await codesOf(trainer, test); // means and logarithms of variances
  const d = codes.length / n / 2;
  const stream = new Stream(trainer.currentConfig.seed, 'figures');
  const z = new Float32Array(n * d);
  let divergence = 0;
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < d; k++) {
      const [mu, logVariance] = [codes[2 * i * d + k] as number, codes[2 * i * d + d + k] as number];
      z[i * d + k] = mu + Math.exp(logVariance / 2) * stream.normal();
      divergence += (mu * mu + Math.exp(logVariance) - 1 - logVariance) / 2 / n;
    }
  }
  const back = await generate(trainer, z);
  const middle = meanDigit(test);
  const over = (of: (i: number) => number) => mean(Float32Array.from({ length: n }, (_, i) => of(i)));
  return {
    name: 'negative bound (nats)',
    value: over((i) => surprise(test, back, i, i)) + divergence,
    baseline: over((i) => surprise(test, middle, i, 0)),
    better: 'lower',
  };
}

/** A run and its figures. */
export interface Study {
  id: string;
  system: string;
  /** MNIST where it is not said. */
  dataset?: string;
  params: ParamValues;
  batchSize: number;
  steps: number;
  figures: readonly ((given: Given) => Promise<Figure>)[];
  /** Whose figures after as long a training take the baselines' places. */
  rival?: Pick<Study, 'system' | 'params' | 'batchSize'>;
}

const averaging = true;

/** What is trained and what is asked of it. */
export const STUDIES: readonly Study[] = [
  { id: 'cgan', system: 'cgan', params: { averaging }, batchSize: 32, steps: 3000, figures: [classAccuracy] },
  { id: 'acgan', system: 'acgan', params: { averaging }, batchSize: 32, steps: 1500, figures: [classAccuracy] },
  { id: 'infogan', system: 'infogan', params: { averaging }, batchSize: 32, steps: 2000, figures: [codeInformation] },
  { id: 'bigan', system: 'bigan', params: {}, batchSize: 64, steps: 1500, figures: [reconstructionRatio] },
  { id: 'vae-2', system: 'vae', params: { latentSize: 2 }, batchSize: 128, steps: 2500, figures: [negativeBound] },
  { id: 'vae-20', system: 'vae', params: { latentSize: 20 }, batchSize: 128, steps: 2500, figures: [negativeBound] },
  {
    id: 'autoencoder',
    system: 'autoencoder',
    params: { latentSize: 16 },
    batchSize: 64,
    steps: 1500,
    figures: [reconstructionError],
  },
  { id: 'glo', system: 'glo', params: {}, batchSize: 32, steps: 4000, figures: [keptError] },
  { id: 'aae', system: 'aae', params: { latentSize: 8 }, batchSize: 64, steps: 1500, figures: [reconstructionError] },
];
