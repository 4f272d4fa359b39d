import type { Scalar, Tensor } from '@tensorflow/tfjs-core';
import type { ParamSpecs } from '../../core/params';
import type { StepIO } from '../../nn/step';

/** Maps samples [n, ...sample] to raw scores [n, 1]. */
export type Score = (x: Tensor) => Tensor;

/** Something added to the discriminator's loss for the shape of its scores, whatever the players play for. */
export interface Penalty {
  id: string;
  /** Its own parameters. */
  params: ParamSpecs;
  /** Real and generated samples [n, ...sample]; live numbers (λ, γ) come through `io`. */
  of(score: Score, real: Tensor, fake: Tensor, io: StepIO): Scalar;
}
