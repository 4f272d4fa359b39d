import type { Tensor, Tensor2D } from '@tensorflow/tfjs-core';
import { sizeOf } from '../core/shape';
import { sceneLayer } from '../core/stage';
import type { System } from '../systems/types';
import { PAINTING, paintedGradient, paintingSize } from './painting';

/** The name under which the system reads captions. */
export const READING = 'reading';

interface Looked {
  /** Of one input. */
  shape: readonly number[];
  compute(x: Tensor): Tensor;
}

/** What is computed of what by a view or a scene (`scene:<id>`) of that name, by {@link paintedGradient}, or by `generate` where it is null. */
export function lookAt(
  system: System,
  name: string | null,
  { sample, conditions = 0, words = 0 }: { sample: readonly number[]; conditions?: number; words?: number },
): Looked {
  const labelled = [sizeOf(sample) + conditions];
  const latents = system.from === 'samples' ? labelled : [system.latentSize];
  if (name === null) return { shape: latents, compute: (x) => system.generate(x as Tensor2D) };
  if (name === PAINTING) {
    const shape = [paintingSize(system.latentSize, sample)];
    return { shape, compute: (row) => paintedGradient(system, row, sample) };
  }
  if (name === READING && system.read) return { shape: [words], compute: system.read };
  const view = system.views[name];
  if (view) return { shape: sample, compute: view };
  const scene = system.scenes?.find(({ id }) => sceneLayer(id) === name);
  if (!scene) throw new Error(`the system has no view ${name}`);
  const shapes = { real: sample, labelled, latents, grid: latents, kept: sample };
  return { shape: shapes[scene.input], compute: (x) => scene.compute(x) };
}
