import { type Tensor, tensor, type Variable } from '@tensorflow/tfjs-core';
import type { Trained } from './optimizers/optimizer';
import { stateVariable } from './stateVariable';
import type { Stateful } from './step';

/** Trained numbers in one flat variable `theta` [P], which an optimizer moves as it does a network's weights. */
export class FlatWeights implements Trained, Stateful {
  readonly theta: Variable;

  /** `numbers`: what they start with. */
  constructor(numbers: Float32Array | number[]) {
    this.theta = stateVariable(() => tensor(numbers));
  }

  get parameterCount(): number {
    return this.theta.size;
  }

  state(): Record<string, Variable> {
    return { theta: this.theta };
  }

  weights(): readonly Tensor[] {
    return [this.theta];
  }

  dispose(): void {
    this.theta.dispose();
  }
}
