import {
  add,
  concat,
  maximum,
  minimum,
  mul,
  reshape,
  scalar,
  slice,
  split,
  step,
  sub,
  type Tensor,
  tile,
  type Variable,
} from '@tensorflow/tfjs-core';
import { downsampled } from './layers/growth';
import { upsampled } from './layers/styled';
import type { Network } from './network';
import { stateVariable } from './stateVariable';
import { assign, type Stateful, type StepIO } from './step';

/** How a network that grows is run. */
export interface Growth {
  /** The stage up to which it is run, from 0. */
  top: number;
  /** How far the way through that stage has come in over the way past it, α in [0, 1]; null: all the way. */
  fade(stage: number): Tensor | null;
  io?: StepIO;
  weights?: readonly Tensor[];
}

/** How many stages a network has: its layers that stand aside lead to pictures or from them at all but the last. */
export const stagesOf = ({ asides }: Network): number => asides.length + 1;

/** Sides of the pictures that it makes or takes in at each stage, the smallest first. */
export function sidesOf({ asides, rows, input }: Network): number[] {
  const inner = asides.map((place) => rows[place]?.output[0] as number);
  const [side = 1] = input.length === 3 ? input : (rows.at(-1)?.output ?? []);
  return [...inner, side].sort((a, b) => a - b);
}

/** α b + (1 − α) a. */
export const blended = (a: Tensor, b: Tensor, alpha: Tensor): Tensor => add(a, mul(alpha, sub(b, a)));

/**
 * What a generator that grows makes of latents [n, latent]: the picture of every stage up to the top, each of its own side. A
 * stage that fades in is blended with the picture of the stage before, each of whose cells has become four.
 */
export function grownPictures(G: Network, z: Tensor, { top, fade, io, weights }: Growth): Tensor[] {
  const pictures: Tensor[] = [];
  let features = z;
  let from = 0;
  for (let stage = 0; stage <= top; stage++) {
    const place = G.asides[stage];
    features = G.between(features, from, place ?? G.rows.length, io, weights);
    from = place ?? G.rows.length;
    const picture = place === undefined ? features : G.aside(features, place, weights);
    const before = pictures.at(-1);
    const alpha = before ? fade(stage) : null;
    pictures.push(before && alpha ? blended(upsampled(before), picture, alpha) : picture);
  }
  return pictures;
}

/**
 * What a discriminator that grows makes of pictures [n, h, w, c] of the top stage's side: a stage that fades in is blended with
 * what the stage before sees of the same pictures at half their side. `end` is the first layer that is left out.
 */
export function grownScores(D: Network, x: Tensor, growth: Growth, end = D.rows.length): Tensor {
  const { top, fade, io, weights } = growth;
  const places = D.asides.toReversed(); // the smallest stage first
  let picture = x;
  let from = places[top] ?? 0;
  let features = places[top] === undefined ? x : D.aside(x, from, weights);
  for (let stage = top; stage > 0; stage--) {
    const place = places[stage - 1] as number;
    features = D.between(features, from, place, io, weights);
    from = place;
    picture = downsampled(picture);
    const alpha = fade(stage);
    if (alpha) features = blended(D.aside(picture, place, weights), features, alpha);
  }
  return D.between(features, from, end, io, weights);
}

/** How far the networks have grown, for whoever only looks, and what G was at each stage. */
export class Grown implements Stateful {
  /** The number of the stage; where it fades in, of the one before and α. */
  readonly level: Variable = stateVariable(() => scalar(0));
  /** [stages, P] G's weights at the end of each stage, row by row. */
  private readonly past: Variable;

  constructor(
    private readonly stages: number,
    /** G's weights as pictures are made with them, [P]. */
    private readonly present: Variable,
  ) {
    this.past = stateVariable(() => tile(reshape(present, [1, -1]), [stages, 1]));
  }

  state(): Record<string, Variable> {
    return { level: this.level, past: this.past };
  }

  /** How far the way through that stage has come in, α in [0, 1]. */
  fade = (stage: number): Tensor => minimum(maximum(sub(this.level, stage - 1), 0), 1);

  /** The weights [P] that made pictures when that stage was the last; those of the present where it is or will be. */
  weightsAt(stage: number): Tensor {
    const row = reshape(slice(this.past, [stage, 0], [1, -1]), [-1]);
    return add(this.present, mul(step(sub(this.level, stage)), sub(row, this.present)));
  }

  /** A move at that stage, which has faded in as far as α. */
  follow(io: StepIO, stage: number, alpha: Tensor): void {
    assign(io, this.level, add(alpha, stage - 1));
    const rows: Tensor[] = split(this.past, this.stages);
    rows[stage] = reshape(this.present, [1, -1]);
    assign(io, this.past, concat(rows));
  }

  dispose(): void {
    this.level.dispose();
    this.past.dispose();
  }
}
