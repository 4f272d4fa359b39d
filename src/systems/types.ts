import type { Scalar, Tensor, Tensor2D } from '@tensorflow/tfjs-core';
import type { DataKind, PaperRef, ScoreMeaning } from '../core/catalog';
import type { Needed, PriorPart } from '../core/conditions';
import type { Edge } from '../core/moves';
import type { ParamSpecs, ParamValue, ParamValues } from '../core/params';
import type { Streams } from '../core/random';
import type { SceneInfo } from '../core/stage';
import type { DatasetInfo } from '../data/types';
import type { Network } from '../nn/network';
import type { Stateful, StepIO } from '../nn/step';

/** One player's place in the paper's loop. */
export interface Turn {
  /** `discriminator`, `generator`, `encoder` … One player may have several turns, of which others come at other times. */
  player: string;
  /** Moves in that iteration, counted from 1; may read a live parameter (k, n_critic). */
  times(live: (name: string) => number, iteration: number): number;
  /** One move: the paper's lines. Returns its loss, unread. */
  update(io: StepIO): Scalar;
}

/** A way to look at the system; nothing moves under it. */
export type View = (x: Tensor) => Tensor;

/**
 * A picture that is particular to the system; the stage draws it without knowing which system it is. Nothing moves under
 * it, and it is recorded like a view: what is random in it comes through its input.
 */
export interface Scene extends SceneInfo {
  /**
   * What it is computed from: the stage's fixed real samples [n, ...sample], the same with their conditions
   * [n, sample + conditions] flat, its fixed latents [n, latentSize], a regular grid of z [n, latentSize] over the
   * quantiles of its first two numbers, row by row from the top, or the first of the samples that the run keeps to [n, ...sample].
   */
  input: 'real' | 'labelled' | 'latents' | 'grid' | 'kept';
  /** Classes of each group of samples that a `real` input consists of, group after group; null: of all classes. */
  groups?: readonly (readonly number[] | null)[];
  /** `rows`: samples [rows × n, ...sample], row after row. `codes`: places in the plane [n, 2]. */
  compute(input: Tensor): Tensor;
}

/** A generative system at work: a game of networks and turns. */
export interface System {
  /** Size of what `generate` and `io.noise` speak of, all parts of the prior together; 0 if there is none. */
  latentSize: number;
  /** What that consists of, in this order, where it is not N(0, I): noise, codes, a class to be drawn. */
  prior?: readonly PriorPart[];
  /** How many samples it keeps to, where it remembers something of each: those of `io.kept`. */
  kept?: number;
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
  /** Named scalars of its moves that are drawn beside the losses: parts of a loss that are worth a curve. */
  terms?: readonly string[];
  /** What `generate` starts from where that is no latents: samples of the set with their conditions [n, sample + conditions] flat. */
  from?: 'samples';
  /** Samples [n, ...sample] in model units from latents [n, latent], or from what `from` says. */
  generate(noise: Tensor2D): Tensor;
  /** Numbers for the part of the prior that is `given`, [n, size], from captions' words by number, [n, length]. */
  read?(words: Tensor): Tensor;
  /** The network that `generate` applies, and the state arrays that may hold its weights: see `nn/channels`. */
  generator?: { network: Network; weights: readonly string[] };
  /** `score`: raw scores [n, 1] of samples in model units; `lossGradient`, `beliefGradient` [n, ...sample]: see `adversarial`. `code`: what an encoder puts out for samples. */
  views: Readonly<Record<string, View>>;
  /** Its own pictures for the stage, the one that is shown first at the front. */
  scenes?: readonly Scene[];
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
  /** Kinds of data, and what each sample must be told with: a class, a class or a number. */
  needs: { kinds: readonly DataKind[]; labels?: Needed };
  params: P;
  /** Whether both players' losses are those of the objective that is chosen and nothing else; see `theoryOf`. */
  contestOnly?: true;
  /** What data of that kind and shape changes in the declared defaults (wider nets for pictures). */
  defaultsFor?(data: { kind: DataKind; shape: readonly number[]; classes?: unknown }): Record<string, ParamValue>;
  /** Builds networks and optimizers. Throws a `Problem` where a network cannot be built. */
  build(setup: SystemSetup<P>): System;
}
