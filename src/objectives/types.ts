import type { Scalar, Tensor } from '@tensorflow/tfjs-core';
import type { ObjectiveEntry } from '../core/catalog';
import type { ParamSpecs } from '../core/params';
import type { StepIO } from '../nn/step';

/**
 * An adversarial objective with all its hooks, so that choosing WGAN-GP cannot mean half of it. Scores are raw outputs
 * of the discriminator (logits, or the critic's values), [batch, 1]; all losses are minimised. Live numbers (λ, c, γ)
 * come through `io`.
 */
export interface Objective extends ObjectiveEntry {
  /** Its own parameters. */
  params: ParamSpecs;
  discriminatorLoss(real: Tensor, fake: Tensor): Scalar;
  generatorLoss(fake: Tensor, real?: Tensor): Scalar;
  /** Added to the discriminator's loss. `critic` maps samples to raw scores. */
  penalty?(critic: Critic, real: Tensor, fake: Tensor, io: StepIO): Scalar;
  /** Projects the discriminator's new weights [P] after its move. */
  constrain?(theta: Tensor, io: StepIO): Tensor;
}

export type Critic = (x: Tensor) => Tensor;
