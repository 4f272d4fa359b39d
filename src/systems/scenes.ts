import { concat, exp, mul, reshape, type Tensor, type Tensor2D, tensor2d, tile } from '@tensorflow/tfjs-core';
import type { DatasetInfo } from '../data/types';
import { columns } from '../nn/joined';
import type { Scene, System } from './types';

/** Values of a continuous condition that a scene shows, in [−1, 1]. */
const STEPS = [-1, -0.5, 0, 0.5, 1];

/** The same latents [z, condition] under every class, a row for each; a continuous condition shows five of its values. */
export function conditionScene(generate: System['generate'], { classes, condition }: DatasetInfo): Scene {
  const values =
    classes?.map((_, label) => classes.map((_, i) => Number(i === label))) ?? STEPS.map((value) => [value]);
  const { low = 0, high = 0 } = condition ?? {};
  return {
    id: 'conditions',
    kind: 'rows',
    input: 'latents',
    rows: classes ?? STEPS.map((value) => (low + ((value + 1) / 2) * (high - low)).toFixed(2)),
    compute(latents) {
      const size = values[0]?.length ?? 0;
      const z = columns(latents, 0, (latents.shape[1] as number) - size);
      const under = (value: number[]) => concat([z, tile(tensor2d([value]), [z.shape[0], 1])], 1) as Tensor2D;
      return concat(values.map((value) => generate(under(value))));
    },
  };
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
  const size = shape.reduce((product, axis) => product * axis, 1);
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
