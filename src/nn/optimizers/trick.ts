import type { Tensor, Variable } from '@tensorflow/tfjs-core';
import type { StepIO } from '../step';

/** Something that changes how an optimizer moves its network, whatever its rule. */
export interface UpdateTrick {
  /** Its memory by name. */
  state?: Readonly<Record<string, Variable>>;
  /** Another gradient [P] in the place of this one, at weights θ [P]. */
  gradient?(gradient: Tensor, theta: Tensor, io: StepIO): Tensor;
  /** A factor for the learning rate of this move. */
  rate?(io: StepIO): Tensor;
  /** Told the new weights [P]. */
  follow?(theta: Tensor, io: StepIO): void;
}
