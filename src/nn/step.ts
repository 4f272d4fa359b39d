import type { Scalar, Tensor, Tensor2D, Variable } from '@tensorflow/tfjs-core';
import type { CurveInfo } from '../core/stage';

/** Whatever holds state that a snapshot must carry: networks, optimizers, averages, pools. */
export interface Stateful {
  /** Every variable by name. Names are stable: a snapshot is read back by them. */
  state(): Readonly<Record<string, Variable>>;
  /** Curves that its moves give values of, where the system has it under that name; it goes by it from then on. */
  curvesAs?(name: string): readonly CurveInfo[];
}

/**
 * Everything that enters or leaves one move of one player. An update is a pure function of it and of the state: batches,
 * noise and live values come from here alone and state is written through {@link assign} alone, so that a move can be
 * recorded once and replayed.
 */
export interface StepIO {
  /** Who is moving. */
  readonly player: string;
  /** A fresh minibatch of real samples, [m, ...sample], model units. */
  real(): Tensor;
  /**
   * A fresh minibatch of real samples with their conditions [m, conditions]: classes one-hot, a continuous one in [−1, 1].
   * Only for data that has them.
   */
  labelled(): { x: Tensor; y: Tensor2D };
  /** A fresh minibatch of real samples of these classes only, [m, ...sample]. Only for data that has classes. */
  among(classes: readonly number[]): Tensor;
  /**
   * A fresh minibatch of real samples with the words of their captions [m, length], by number, −1 behind the last. Only for data
   * that has captions.
   */
  captioned(): { x: Tensor; words: Tensor2D };
  /**
   * A fresh minibatch of the samples that the run keeps to [m, ...sample], and one-hot rows [m, kept] that say which they are.
   * Only for systems that declare how many are kept.
   */
  kept(): { x: Tensor; which: Tensor2D };
  /** A fresh minibatch of latents from the system's prior, N(0, I) where it declares no other, [m, latent]. */
  noise(): Tensor2D;
  /** Fresh U[0, 1) numbers of that shape (interpolation weights, dropout masks). */
  uniform(shape: readonly number[]): Tensor;
  /** Fresh N(0, 1) numbers of that shape (instance noise). */
  normal(shape: readonly number[]): Tensor;
  /** The present value of a live parameter. */
  live(name: string): Scalar;
  /** The number of the iteration that the move belongs to, from 1. */
  iteration(): Scalar;
  /** Names a quantity of the algorithm. The thunk runs only if somebody watches, so naming is free. */
  see(name: string, value: () => Tensor): void;
  /** Queues a write; use {@link assign}. */
  write(variable: Variable, value: Tensor): void;
  /** Queues a write that builds on those before it; use {@link advance}. */
  advance(variable: Variable, next: (present: Tensor) => Tensor): void;
}

/**
 * Writes state: the value takes effect when the move is over, so that everything inside the move reads the state it
 * began with. Shapes must agree.
 */
export function assign(io: StepIO, variable: Variable, value: Tensor): void {
  io.write(variable, value);
}

/**
 * Writes state that may move several times within one move (moving averages of a network that is applied to real and to
 * generated samples): `next` is given what the variable was advanced to so far, or its present value. Takes effect as
 * {@link assign} does.
 */
export function advance(io: StepIO, variable: Variable, next: (present: Tensor) => Tensor): void {
  io.advance(variable, next);
}

/** A step that somebody looks at through names such as `D(x)`; what `see` reported. */
export type Sighting = { name: string; value: Tensor };
