import type { Scalar, Tensor, Tensor2D } from '@tensorflow/tfjs-core';
import type { DataKind, PaperRef, ScoreMeaning } from '../core/catalog';
import type { Edge } from '../core/moves';
import type { ParamSpecs, ParamValue, ParamValues } from '../core/params';
import type { Streams } from '../core/random';
import type { DatasetInfo } from '../data/types';
import type { Stateful, StepIO } from '../nn/step';

/** One player's place in the paper's loop. */
export interface Turn {
  /** `discriminator`, `generator`, `encoder` … */
  player: string;
  /** Moves per iteration; may read a live parameter (k, n_critic). */
  times(live: (name: string) => number): number;
  /** One move: the paper's lines. Returns its loss, unread. */
  update(io: StepIO): Scalar;
}

/** A way to look at the system; nothing moves under it. */
export type View = (x: Tensor) => Tensor;

/** A generative system at work: a game of networks and turns. */
export interface System {
  /** Size of z; 0 if there is no prior. */
  latentSize: number;
  /** Networks, optimizers, averages: what a snapshot carries. */
  parts: Readonly<Record<string, Stateful & { dispose(): void }>>;
  /** Trained numbers of each network, for display. */
  parameters: Readonly<Record<string, number>>;
  /** The paper's loop body, in order. */
  turns: readonly Turn[];
  flow: readonly Edge[];
  /**
   * Which named quantities are D's raw scores of real and generated samples, how they read, and whether the difference of their
   * means estimates the Wasserstein-1 distance in model units.
   */
  scores: { real: string; fake: string; meaning: ScoreMeaning; distance?: boolean } | null;
  /** Objectives whose gradient's norm on G's weights the system names `gradient/<objective>`, for comparison. */
  compared?: readonly string[];
  /** Samples [n, ...sample] in model units from latents [n, latent]. */
  generate(noise: Tensor2D): Tensor;
  /** `score`: raw scores [n, 1] of samples in model units; `lossGradient`, `beliefGradient` [n, ...sample]: see `adversarial`. */
  views: Readonly<Record<string, View>>;
}

export interface SystemSetup<P extends ParamSpecs> {
  params: ParamValues<P>;
  data: DatasetInfo;
  random: Streams;
}

export interface SystemDefinition<P extends ParamSpecs = ParamSpecs> {
  id: string;
  paper: PaperRef | null;
  /** Players in the order of the paper's loop. */
  players: readonly string[];
  needs: { kinds: readonly DataKind[]; labels?: boolean };
  params: P;
  /** What data of that kind and shape changes in the declared defaults (wider nets for pictures). */
  defaultsFor?(data: { kind: DataKind; shape: readonly number[] }): Record<string, ParamValue>;
  /** Builds networks and optimizers. Throws a `Problem` where a network cannot be built. */
  build(setup: SystemSetup<P>): System;
}
