import type { Scalar, Tensor } from '@tensorflow/tfjs-core';
import type { ObjectiveEntry } from '../core/catalog';
import type { ParamSpecs } from '../core/params';
import type { StepIO } from '../nn/step';
import type { Penalty } from './penalties/types';

/** What a loss may use beside scores: live numbers (margins, weights), and what the objective remembers. */
export interface Play {
  live(name: string): Scalar;
  /** The choice that a parameter makes. */
  choice(name: string): string;
  /** Present values of the objective's {@link Objective.memory}. */
  memory: Readonly<Record<string, Tensor>>;
}

/**
 * An adversarial objective with all its hooks, so that choosing WGAN-GP cannot mean half of it. Scores are raw outputs C of
 * the discriminator (logits, or the critic's values; for an autoencoder, minus its energy), [batch, 1], high for what D
 * takes for real. All losses are minimised.
 */
export interface Objective extends ObjectiveEntry {
  /** Its own parameters. */
  params: ParamSpecs;
  discriminatorLoss(real: Tensor, fake: Tensor, play: Play): Scalar;
  /** `real` is there for objectives that are `paired`. */
  generatorLoss(fake: Tensor, real: Tensor | undefined, play: Play): Scalar;
  /** Mean loss of D's scores against labels of that shape, 1 for real and 0 for generated, where D tells labels. */
  labelled?(scores: Tensor, labels: Tensor): Scalar;
  /** Penalties that are part of it. */
  penalties?: readonly Penalty[];
  /** Projects the discriminator's new weights [P] after its move. */
  constrain?(theta: Tensor, io: StepIO): Tensor;
  /** Scalars that it keeps from move to move, with the value each starts from (BEGAN's k). */
  memory?: Readonly<Record<string, number>>;
  /** New values of the memory after a move of D with these scores. */
  remember?(real: Tensor, fake: Tensor, play: Play): Readonly<Record<string, Tensor>>;
  /** Energy of each sample [n, 1] from its reconstruction, where D is an autoencoder. */
  energy?(x: Tensor, reconstruction: Tensor): Tensor;
  /** Added to G's loss, from D's codes [n, c] of generated samples. */
  codeTerm?(codes: Tensor, play: Play): Scalar;
}
