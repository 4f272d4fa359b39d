import {
  add,
  concat,
  div,
  mean,
  mul,
  neg,
  reshape,
  type Scalar,
  slice,
  softplus,
  square,
  sub,
  sum,
  type Tensor,
  type Tensor2D,
  valueAndGrad,
} from '@tensorflow/tfjs-core';
import { sizeOf } from '../core/shape';
import type { System } from '../systems/types';

/** Name under which {@link paintedGradient} is looked at. */
export const PAINTING = 'painting';

/** How much it counts that D takes the picture for real, where its scores are logits. */
const REALISM = 0.01;

/** What one look is given, and its size: a row of z, z₀ (latent each), the strokes, where they are (sample each), and the hold. */
export const paintingSize = (latent: number, sample: readonly number[]): number => 2 * latent + 2 * sizeOf(sample) + 1;

/**
 * Interactive editing (Zhu et al. 2016, arXiv 1609.03552, equation 6): the loss of a latent whose picture should agree with brush
 * strokes s where these are (mask m), stay near the one it comes from, and look real,
 *   Σ m (G(z) − s)² / Σ m + hold ‖z − z₀‖² / d + 0.01 softplus(−D(G(z))),
 * and its gradient, from one row of {@link paintingSize} numbers: [1, latent + 1], the loss last.
 */
export function paintedGradient(
  { latentSize, generate, views, scores }: System,
  row: Tensor,
  sample: readonly number[],
) {
  const size = sizeOf(sample);
  const part = (from: number, length: number) => slice(row as Tensor2D, [0, from], [1, length]);
  const start = part(latentSize, latentSize);
  const strokes = part(2 * latentSize, size);
  const where = part(2 * latentSize + size, size);
  const hold = part(2 * latentSize + 2 * size, 1);
  const judge = scores?.meaning === 'logit' ? views['score'] : undefined;
  const loss = (z: Tensor): Scalar => {
    const made = generate(z as Tensor2D); // [1, ...sample]
    const apart = mul(where, square(sub(reshape(made, [1, size]), strokes)));
    const near = mul(reshape(hold, []), mean(square(sub(z, start))));
    const told = add(div(sum(apart), sum(where)), near);
    return (judge ? add(told, mul(REALISM, mean(softplus(neg(judge(made)))))) : told) as Scalar;
  };
  const { value, grad } = valueAndGrad(loss)(part(0, latentSize));
  return concat([grad, reshape(value, [1, 1])], 1);
}
