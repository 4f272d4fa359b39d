import { fillPrior, type PriorPart } from '../core/conditions';
import type { Channel, ChannelLayer, LatentDirections } from '../core/latent';
import { Problem } from '../core/problem';
import { Stream } from '../core/random';
import { sizeOf } from '../core/shape';
import { symmetricEigen } from '../metrics/eigen';
import { channelLayers, silence } from '../nn/channels';
import type { System } from '../systems/types';
import { READING } from '../training/look';
import { toBytes } from '../training/pictures';
import { generateSamples, scoreSamples } from '../training/samples';
import type { Trainer } from '../training/trainer';
import type { Request } from './protocol';

/** Pictures are made so many at a time, however many are wanted: each number of them is a program of its own. */
const FEW = 16;
const MANY = 64;
/** Samples that directions are found from, at least, and for each dimension of the noise. */
const SAMPLES = { least: 512, each: 4 };

/** Answers what is asked of G's latents and of D, while nothing trains. */
export async function answerLatent(
  trainer: Trainer,
  request: Extract<Request, { type: 'generate' | 'judge' | 'read' }>,
): Promise<Uint8Array | Float32Array | null> {
  switch (request.type) {
    case 'generate':
      return picturesOf(trainer, request.latents, request.off);
    case 'judge':
      return judged(trainer, request.pictures);
    case 'read':
      return trainer.system.read ? trainer.look(READING, request.words, 1) : null;
  }
}

/** Hidden channels of the system's generator; none where it does not say which network that is. */
export const channelsOf = ({ generator }: System): ChannelLayer[] =>
  generator ? channelLayers(generator.network.rows, generator.network.input) : [];

/**
 * Pictures as bytes [n, ...shape] of latents [n × latentSize]; without the channels that are named, as if these were 0. What is
 * trained stays as it is. Throws a `Problem` `latent.length` where the latents do not fit the run.
 */
export async function picturesOf(
  trainer: Trainer,
  latents: Float32Array,
  off: readonly Channel[],
): Promise<Uint8Array> {
  const { generator, latentSize } = trainer.system;
  const count = latents.length / latentSize;
  if (!Number.isInteger(count)) throw new Problem('latent.length', { latentSize, length: latents.length });
  if (off.length === 0 || !generator) return toBytes(await padded(trainer, latents, count));
  const arrays = await trainer.captureState();
  const { rows, input } = generator.network;
  const silenced = generator.weights.map((name) => [name, silence(arrays[name] as Float32Array, rows, input, off)]);
  trainer.restoreState({ ...arrays, ...Object.fromEntries(silenced) });
  try {
    return toBytes(await padded(trainer, latents, count));
  } finally {
    trainer.restoreState(arrays);
  }
}

/** [count × dims] samples in data units, made in batches of few sizes. */
async function padded(trainer: Trainer, latents: Float32Array, count: number): Promise<Float32Array> {
  const { latentSize } = trainer.system;
  const size = sizeOf(trainer.dataset.info.shape);
  const out = new Float32Array(count * size);
  for (let from = 0; from < count; ) {
    const batch = count - from <= FEW ? FEW : MANY;
    const given = new Float32Array(batch * latentSize);
    given.set(latents.subarray(from * latentSize, (from + batch) * latentSize));
    const made = await generateSamples(trainer, given, batch);
    out.set(made.subarray(0, Math.min(batch, count - from) * size), from * size);
    from += batch;
  }
  return out;
}

/**
 * D's raw scores [n] of pictures as bytes [n, ...shape]; null where the system has none. A D that looks at the whole batch meets
 * them among real samples, as it does while it trains.
 */
export async function judged(trainer: Trainer, pictures: Uint8Array): Promise<Float32Array | null> {
  const size = sizeOf(trainer.dataset.info.shape);
  const count = Math.floor(pictures.length / size);
  const scores = new Float32Array(count);
  // The same ones at every look.
  const among = trainer.dataset.sample(new Stream(trainer.currentConfig.seed, 'judged'), FEW).x;
  for (let from = 0; from < count; from += FEW) {
    const part = among.slice();
    const bytes = pictures.subarray(from * size, (from + FEW) * size);
    for (let i = 0; i < bytes.length; i++) part[i] = (bytes[i] as number) / 127.5 - 1;
    const own = await scoreSamples(trainer, part, FEW);
    if (!own) return null;
    scores.set(own.subarray(0, Math.min(FEW, count - from)), from);
  }
  return scores;
}

/**
 * Principal components of what noise does to G's samples x (after GANSpace: Härkönen et al. 2020, arXiv 2004.02546, which takes
 * them from activations): the covariance B of z and x, from samples of both, is G's best linear likeness; the left singular
 * vectors of B are the directions in z along which x changes most, and their squared singular values the variance explained.
 */
export async function findDirections(trainer: Trainer, most: number): Promise<LatentDirections> {
  const { latentSize, prior } = trainer.system;
  const stream = new Stream(trainer.currentConfig.seed, 'directions');
  const n = Math.max(SAMPLES.least, SAMPLES.each * latentSize);
  const columns = movable(latentSize, prior);
  const latents = uncorrelated(fillPrior(new Float32Array(n * latentSize), prior, stream), n, latentSize, columns);
  const x = await padded(trainer, latents, n);
  const dims = x.length / n;
  const k = columns.length;
  const mean = new Float64Array(dims);
  for (let i = 0; i < x.length; i++) mean[i % dims] = (mean[i % dims] as number) + (x[i] as number) / n;
  const b = new Float64Array(k * dims);
  let variance = 0;
  for (let i = 0; i < n; i++) {
    for (let p = 0; p < dims; p++) {
      const difference = (x[i * dims + p] as number) - (mean[p] as number);
      variance += (difference * difference) / n;
      for (let j = 0; j < k; j++) {
        const z = latents[i * latentSize + (columns[j] as number)] as number;
        b[j * dims + p] = (b[j * dims + p] as number) + (z * difference) / n;
      }
    }
  }
  const { directions, shares } = strongest(b, k, dims, variance, Math.min(most, k));
  const whole = new Float32Array(shares.length * latentSize);
  for (let i = 0; i < directions.length; i++) {
    whole[Math.floor(i / k) * latentSize + (columns[i % k] as number)] = directions[i] as number;
  }
  return { iteration: trainer.iteration, directions: whole, shares };
}

/** Which of a latent's numbers one may move along: all but those that say a class or a caption. */
function movable(latentSize: number, prior: readonly PriorPart[] = [{ kind: 'normal', size: latentSize }]): number[] {
  const kinds = prior.flatMap(({ kind, size }) => new Array<PriorPart['kind']>(size).fill(kind));
  return [...kinds.keys()].filter((i) => kinds[i] === 'normal' || kinds[i] === 'uniform');
}

/** The same latents [n × size], those columns made uncorrelated and of variance 1 (Gram–Schmidt), so that no chance link is left. */
function uncorrelated(latents: Float32Array, n: number, size: number, columns: readonly number[]): Float32Array {
  for (const [place, j] of columns.entries()) {
    for (const other of columns.slice(0, place)) {
      let product = 0;
      for (let i = 0; i < n; i++) {
        product += ((latents[i * size + j] as number) * (latents[i * size + other] as number)) / n;
      }
      for (let i = 0; i < n; i++) {
        latents[i * size + j] = (latents[i * size + j] as number) - product * (latents[i * size + other] as number);
      }
    }
    let square = 0;
    for (let i = 0; i < n; i++) square += (latents[i * size + j] as number) ** 2 / n;
    for (let i = 0; i < n; i++) latents[i * size + j] = (latents[i * size + j] as number) / Math.sqrt(square);
  }
  return latents;
}

function strongest(
  b: Float64Array,
  k: number,
  dims: number,
  variance: number,
  count: number,
): Omit<LatentDirections, 'iteration'> {
  const product = new Float64Array(k * k);
  for (let i = 0; i < k; i++) {
    for (let j = i; j < k; j++) {
      let sum = 0;
      for (let p = 0; p < dims; p++) sum += (b[i * dims + p] as number) * (b[j * dims + p] as number);
      product[i * k + j] = sum;
      product[j * k + i] = sum;
    }
  }
  const { values, vectors } = symmetricEigen(product, k);
  const order = [...values.keys()].sort((i, j) => (values[j] as number) - (values[i] as number)).slice(0, count);
  const directions = new Float32Array(count * k);
  for (const [place, column] of order.entries()) {
    const vector = Array.from({ length: k }, (_, i) => vectors[i * k + column] as number);
    // A direction and its opposite are the same component: the greatest number is made positive.
    const greatest = vector.reduce((most, value) => (Math.abs(value) > Math.abs(most) ? value : most), 0);
    directions.set(
      vector.map((value) => (greatest < 0 ? -value : value)),
      place * k,
    );
  }
  return { directions, shares: order.map((column) => Math.max(0, values[column] as number) / (variance || 1)) };
}
