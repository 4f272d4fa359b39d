import { add, div, mul, sub, type Tensor, type Variable, variable, zeros } from '@tensorflow/tfjs-core';
import type { Network } from './network';
import { stateVariable } from './stateVariable';
import { assign, type Stateful, type StepIO } from './step';

/**
 * Exponential moving average of a network's weights (Yazıcı et al. 2018, arXiv 1806.04498): θ̄ ← θ̄ + (1 − β)/w (θ − θ̄) with
 * w ← β w + 1 − β from w = 0, so that θ̄ is at every time the weighted mean of the weights that were visited, and the initial
 * ones do not count. Moving statistics of batch normalizations are averaged alike: those of the latest weights would not
 * fit the averaged ones.
 */
export class MovingAverage implements Stateful {
  private readonly theta: Variable;
  private readonly weight: Variable;
  private readonly moving: Variable | null;

  constructor(
    private readonly network: Network,
    /** Live parameter that holds β. */
    private readonly decay: string,
  ) {
    this.theta = variable(network.theta);
    this.weight = stateVariable(() => zeros([]));
    this.moving = network.moving && variable(network.moving);
  }

  state(): Record<string, Variable> {
    return { theta: this.theta, weight: this.weight, ...(this.moving && { moving: this.moving }) };
  }

  /** Takes the network's new weights [P] in. */
  follow(io: StepIO, theta: Tensor): void {
    const share = sub(1, io.live(this.decay));
    const weight = add(this.weight, mul(share, sub(1, this.weight))); // β w + (1 − β)
    const towards = (average: Variable, latest: Tensor) =>
      assign(io, average, add(average, mul(div(share, weight), sub(latest, average))));
    towards(this.theta, theta);
    if (this.moving) towards(this.moving, this.network.moving as Variable);
    assign(io, this.weight, weight);
  }

  /** The averaged weights as the arrays that the network applies. */
  weights(): Tensor[] {
    return this.network.cut(this.theta);
  }

  /** What the network makes of [n, ...input] with the averaged weights; it only looks. */
  apply(x: Tensor): Tensor {
    return this.network.apply(x, undefined, this.weights(), this.moving);
  }

  dispose(): void {
    this.theta.dispose();
    this.weight.dispose();
    this.moving?.dispose();
  }
}
