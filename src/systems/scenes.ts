import { concat, type Tensor2D, tensor2d, tile } from '@tensorflow/tfjs-core';
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
