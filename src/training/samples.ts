import { Stream } from '../core/random';
import { sizeOf } from '../core/shape';
import { toDataUnits, toModelUnits } from './moveIO';
import { drawStarts } from './starts';
import type { Trainer } from './trainer';

/** Samples that are made at once. */
const CHUNK = { image: 100, other: 10_000 };

const chunkOf = (trainer: Trainer): number => (trainer.dataset.info.kind === 'image' ? CHUNK.image : CHUNK.other);

/** [count × dims] what the generator makes of latents [count × latent], in data units. */
export async function generateSamples(trainer: Trainer, latents: Float32Array, count: number): Promise<Float32Array> {
  return toDataUnits(await trainer.generate(latents, count), trainer.dataset.info);
}

/** [count × dims] generated samples in data units, from a stream of their own, so that the run's streams stay where they are. */
export async function drawSamples(trainer: Trainer, count: number): Promise<Float32Array> {
  const { system, dataset } = trainer;
  const stream = new Stream(trainer.currentConfig.seed, 'samples');
  const size = sizeOf(dataset.info.shape);
  const out = new Float32Array(count * size);
  const chunk = chunkOf(trainer);
  for (let from = 0; from < count; from += chunk) {
    const n = Math.min(chunk, count - from);
    out.set(await generateSamples(trainer, drawStarts(system, dataset, stream, n), n), from * size);
  }
  return out;
}

/** D's raw score of each of the samples [count × dims] in data units, or null where the system has none. */
export async function scoreSamples(
  trainer: Trainer,
  samples: Float32Array,
  count: number,
): Promise<Float32Array | null> {
  if (!trainer.system.views['score']) return null;
  const size = samples.length / count;
  const out = new Float32Array(count);
  const chunk = chunkOf(trainer);
  for (let from = 0; from < count; from += chunk) {
    const n = Math.min(chunk, count - from);
    const part = toModelUnits(samples.slice(from * size, (from + n) * size), trainer.dataset.info);
    out.set(await trainer.look('score', part, n), from);
  }
  return out;
}
