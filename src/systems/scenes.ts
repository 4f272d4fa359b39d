import { concat, exp, mul, reshape, slice, type Tensor, type Tensor2D, tensor2d, tile } from '@tensorflow/tfjs-core';
import { sizeOf } from '../core/shape';
import type { DatasetInfo } from '../data/types';
import { columns } from '../nn/joined';
import type { Scene, System } from './types';

/** Values of a continuous condition that a scene shows, in [−1, 1]. */
const STEPS = [-1, -0.5, 0, 0.5, 1];
/** How far a code is moved to either side: a little further than it was drawn, as the paper shows it. */
const SWEEP = 1.5;

/** The latents with other numbers [n, size] in the columns from that one on. */
function replaced(latents: Tensor, from: number, by: Tensor2D): Tensor2D {
  const to = from + by.shape[1];
  const rest = to < (latents.shape[1] as number) ? [columns(latents, to)] : [];
  return concat([columns(latents, 0, from), by, ...rest], 1);
}

/** The same latents under every row of values, which take the place of those from column `from` on. */
function underEach(
  id: string,
  rows: readonly string[],
  generate: System['generate'],
  from: number,
  values: readonly (readonly number[])[],
): Scene {
  return {
    id,
    kind: 'rows',
    input: 'latents',
    rows,
    compute(latents) {
      const n = latents.shape[0] as number;
      const under = (value: readonly number[]) =>
        replaced(latents, from, tile(tensor2d([[...value]]), [n, 1]) as Tensor2D);
      return concat(values.map((value) => generate(under(value))));
    },
  };
}

/** One-hot rows of every class. */
const oneHots = (size: number): number[][] =>
  Array.from({ length: size }, (_, label) => Array.from({ length: size }, (_, i) => Number(i === label)));

/** Latents [z, condition] under every class, a row for each; a continuous condition shows five of its values. */
export function conditionScene(
  generate: System['generate'],
  { classes, condition }: DatasetInfo,
  latentSize: number,
): Scene {
  const { low = 0, high = 0 } = condition ?? {};
  const rows = classes ?? STEPS.map((value) => (low + ((value + 1) / 2) * (high - low)).toFixed(2));
  const values = classes ? oneHots(classes.length) : STEPS.map((value) => [value]);
  return underEach('conditions', rows, generate, latentSize, values);
}

/** Latents [z, category, codes] under every category; and one of them as each code goes from end to end. */
export function infoScenes(
  generate: System['generate'],
  { latentSize, categories, codes }: { latentSize: number; categories: number; codes: number },
): Scene[] {
  const names = Array.from({ length: categories }, (_, i) => `c = ${i + 1}`);
  const byCategory = underEach('categories', names, generate, latentSize, oneHots(categories));
  if (codes === 0) return [byCategory];
  const sweeps: Scene = {
    id: 'sweeps',
    kind: 'rows',
    input: 'latents',
    rows: Array.from({ length: codes }, (_, i) => `c′${i + 1}`),
    compute(latents) {
      const n = latents.shape[0] as number;
      const first = tile(slice(latents as Tensor2D, [0, 0], [1, -1]), [n, 1]);
      const course = tensor2d(
        Array.from({ length: n }, (_, i) => -SWEEP + (2 * SWEEP * i) / Math.max(1, n - 1)),
        [n, 1],
      );
      const along = (code: number) => {
        return replaced(first, latentSize + categories + code, course);
      };
      return concat(Array.from({ length: codes }, (_, code) => generate(along(code))));
    },
  };
  return [byCategory, sweeps];
}

/**
 * What an encoder knows: real samples and what becomes of them through their codes; the codes in the plane of their first two
 * numbers, a posterior's with its standard deviations; and what a regular grid of codes means. `encode` gives codes
 * [n, latent], means and logarithms of variances where they are distributions.
 */
export function codeScenes(
  generate: System['generate'],
  encode: (x: Tensor) => { mu: Tensor; logVariance?: Tensor },
): Scene[] {
  return [
    {
      id: 'reconstructions',
      kind: 'rows',
      input: 'real',
      rows: ['original', 'reconstruction'],
      compute: (x) => concat([x, generate(encode(x).mu as Tensor2D)]),
    },
    {
      id: 'codes',
      kind: 'codes',
      input: 'real',
      rows: [],
      compute(x) {
        const { mu, logVariance } = encode(x);
        const places = columns(mu, 0, 2);
        return logVariance ? concat([places, exp(mul(0.5, columns(logVariance, 0, 2)))], 1) : places;
      },
    },
    { id: 'manifold', kind: 'rows', input: 'grid', rows: [], compute: (z) => generate(z as Tensor2D) },
  ];
}

/** Real samples, and what becomes of them where their conditions are known too. */
export function labelledReconstructions({ shape }: DatasetInfo, reconstruct: (x: Tensor, y: Tensor) => Tensor): Scene {
  const size = sizeOf(shape);
  return {
    id: 'reconstructions',
    kind: 'rows',
    input: 'labelled',
    rows: ['original', 'reconstruction'],
    compute(input) {
      const x = reshape(columns(input, 0, size), [input.shape[0] as number, ...shape]);
      return concat([x, reconstruct(x, columns(input, size))]);
    },
  };
}
