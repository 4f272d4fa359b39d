import {
  add,
  concat,
  keep,
  mul,
  reshape,
  split,
  sub,
  type Tensor,
  tensor,
  tidy,
  type Variable,
} from '@tensorflow/tfjs-core';
import {
  checkNetwork,
  isAside,
  type LayerRow,
  type LayerSpec,
  type NetworkEnds,
  type Shape,
  skipSource,
} from '../core/layers';
import { Problem } from '../core/problem';
import type { Stream } from '../core/random';
import { sizeOf } from '../core/shape';
import { type Init, type Layer, makeLayer } from './layers';
import type { WeightedLayer } from './optimizers/optimizer';
import { SpectralNorm } from './spectralNorm';
import { stateVariable } from './stateVariable';
import { advance, type Stateful, type StepIO } from './step';

/** Share of the old moving statistics that a batch keeps. */
const MOVING_MOMENTUM = 0.9;

export interface NetworkSetup {
  /** The player that trains it; moving statistics follow its own moves only. */
  player: string;
  layers: readonly LayerSpec[];
  ends: NetworkEnds;
  init: Init;
  stream: Stream;
  /** Whether its kernels are normalized by their largest singular value. */
  spectralNorm?: boolean;
  /** Model units where an untrained generator's output should lie: the bias of its last dense layer. */
  start?: readonly number[];
}

/**
 * A network built from layer records. All its trained numbers stand in one flat variable `theta` [P], in the order of
 * the layers: an optimizer moves it with a handful of kernels, a snapshot is one array.
 */
export class Network implements Stateful {
  readonly player: string;
  readonly theta: Variable;
  /** Moving means and variances of all batch normalizations, [mean₁, variance₁, mean₂, …]; null without any. */
  readonly moving: Variable | null;
  /** Its layers as records with their shapes, and the shape of one input. */
  readonly rows: readonly LayerRow[];
  readonly input: Shape;
  /** Layers whose gradients are worth a curve each: those with weights, but for normalizations. */
  readonly weighted: readonly WeightedLayer[];
  private readonly spectral: SpectralNorm | null;
  private readonly layers: readonly Layer[];
  private readonly sizes: readonly number[];
  /** For each layer, which output it joins (0: the input, i + 1: layer i), where it is a skip connection. */
  private readonly sources: readonly (number | null)[];
  /** How many layers make the features. */
  private readonly featureDepth: number;
  /** Places of the layers that stand aside, where it grows. */
  readonly asides: readonly number[];
  private views: Tensor[] = [];
  private viewsOf: object | null = null;

  /** Throws a `Problem` where the layers do not fit together (see `checkNetwork`). */
  constructor(setup: NetworkSetup) {
    this.player = setup.player;
    const report = checkNetwork(setup.layers, setup.ends);
    if (report.problem) throw new Problem(report.problem.code, { ...report.problem.values, network: setup.player });
    this.rows = report.rows;
    this.input = report.input;
    let input = report.input;
    this.layers = report.rows.map(({ layer, output }) => {
      const made = makeLayer(layer, input, output, setup.init, sizeOf(report.input));
      input = output;
      return made;
    });
    const shapes = [report.input, ...report.rows.map(({ output }) => output)];
    this.sources = report.rows.map(({ layer }, i) =>
      layer.type === 'skip' ? skipSource(shapes.slice(0, i + 1)) : null,
    );
    this.asides = report.rows.flatMap(({ layer }, i) => (isAside(layer) ? [i] : []));
    this.featureDepth = featureDepth(report.rows, setup.ends);
    this.weighted = weightedOf(this.layers, this.rows);
    this.sizes = this.layers.flatMap((layer) => layer.weights.map(({ shape }) => sizeOf(shape)));
    this.theta = stateVariable(() => tensor(this.initial(setup)));
    const channels = this.layers.map((layer) => layer.normalizes ?? 0).filter((count) => count > 0);
    this.moving = channels.length > 0 ? stateVariable(() => tensor(initialMoving(channels))) : null;
    const specs = this.layers.flatMap(({ weights }) => weights);
    this.spectral = setup.spectralNorm ? new SpectralNorm(specs, setup.stream) : null;
  }

  get parameterCount(): number {
    return this.theta.size;
  }

  state(): Record<string, Variable> {
    return {
      theta: this.theta,
      ...(this.moving && { moving: this.moving }),
      ...(this.spectral && { singular: this.spectral.u }),
    };
  }

  /**
   * The trained arrays as tensors, cut from `theta`. They are kept until `theta` changes, and they are the tensors that
   * gradients are asked for.
   */
  weights(): readonly Tensor[] {
    if (this.viewsOf === this.theta.dataId) return this.views;
    for (const view of this.views) view.dispose();
    this.views = tidy(() => this.cut(this.theta).map((part) => keep(part)));
    this.viewsOf = this.theta.dataId;
    return this.views;
  }

  /** Other numbers [P] in the place of `theta`, as the arrays that `apply` takes. */
  cut(theta: Tensor): Tensor[] {
    const shapes = this.layers.flatMap((layer) => layer.weights.map(({ shape }) => shape));
    return split(theta, [...this.sizes]).map((part, i) => reshape(part, [...(shapes[i] as number[])]));
  }

  /**
   * What the network makes of [n, ...input] on the way, [n, features]: the input of the last layer that a discriminator's ends
   * add, or the code of an autoencoder, which is its narrowest inner layer.
   */
  features(x: Tensor, io?: StepIO, weights: readonly Tensor[] = this.weights()): Tensor {
    const y = this.run(this.layers.slice(0, this.featureDepth), x, io, weights);
    return reshape(y, [x.shape[0] as number, -1]);
  }

  /**
   * Applies the network to [n, ...input]. With `io` it trains (dropout, batch statistics); without, it only looks
   * (no dropout, moving statistics) and nothing moves. Other weights than its own may be given (see `cut`), and moving
   * statistics that belong to them.
   */
  apply(x: Tensor, io?: StepIO, weights: readonly Tensor[] = this.weights(), moving = this.moving): Tensor {
    return this.run(this.layers, x, io, weights, moving);
  }

  /**
   * What every layer makes of [n, ...input], in their order, with these weights, moving statistics and singular vectors; it only
   * looks.
   */
  outputs(x: Tensor, weights: readonly Tensor[], moving: Tensor | null, singular: Tensor | null): Tensor[] {
    const passed: Tensor[] = [];
    const made = (output: Tensor) => passed.push(output);
    this.run(this.layers, x, undefined, weights, moving, undefined, made, singular ?? undefined);
    return passed;
  }

  /**
   * Looks as `apply` does, with the style of each of the style layers, by its place among them, from an input [n, styles] of its own.
   */
  mix(styleAt: (place: number) => Tensor, weights: readonly Tensor[] = this.weights()): Tensor {
    return this.run(this.layers, styleAt(0), undefined, weights, this.moving, styleAt);
  }

  /**
   * Applies the layers from one place up to before another to what comes before them. Only for networks whose layers know
   * nothing of the others: those that grow (see `checkNetwork`).
   */
  between(x: Tensor, from: number, to: number, io?: StepIO, weights: readonly Tensor[] = this.weights()): Tensor {
    return this.layers
      .slice(from, to)
      .reduce((y, layer, i) => layer.apply(y, this.weightsAt(from + i, weights), io ? { io } : {}), x);
  }

  /** What the layer at that place, which stands aside, makes of [n, ...]. */
  aside(x: Tensor, place: number, weights: readonly Tensor[] = this.weights()): Tensor {
    return this.layers[place]?.aside?.(x, this.weightsAt(place, weights)) as Tensor;
  }

  private weightsAt(place: number, weights: readonly Tensor[]): Tensor[] {
    const from = this.layers.slice(0, place).reduce((count, layer) => count + layer.weights.length, 0);
    return weights.slice(from, from + (this.layers[place]?.weights.length ?? 0));
  }

  private run(
    layers: readonly Layer[],
    x: Tensor,
    io: StepIO | undefined,
    given: readonly Tensor[],
    looked: Tensor | null = this.moving,
    styleAt: (place: number) => Tensor = () => x,
    made?: (output: Tensor) => void,
    singular?: Tensor,
  ): Tensor {
    const statistics = looked && !io ? this.statistics(looked) : [];
    const normalized = this.spectral?.apply(given, singular);
    const weights = normalized?.weights ?? given;
    const observed: Tensor[] = [];
    let next = 0;
    let norms = 0;
    let styled = 0;
    let y = x;
    const passed = [x];
    for (const [i, layer] of layers.entries()) {
      const own = weights.slice(next, next + layer.weights.length);
      next += layer.weights.length;
      const moving = layer.normalizes ? statistics[norms++] : undefined;
      const earlier = passed[this.sources[i] ?? -1];
      y = layer.apply(y, own, {
        ...(io && { io }),
        ...(earlier && { earlier }),
        ...(this.rows[i]?.layer.type === 'style' && { style: styleAt(styled++) }),
        ...(moving && { moving }),
        observed: (mu, variance) => observed.push(mu, variance),
      });
      passed.push(y);
      made?.(y);
    }
    if (io && io.player === this.player && layers === this.layers) {
      if (this.moving) {
        const batch = concat(observed.map((part) => reshape(part, [-1])));
        advance(io, this.moving, (present) => add(present, mul(sub(batch, present), 1 - MOVING_MOMENTUM)));
      }
      // Every application of a move starts from the same vectors.
      if (this.spectral && normalized) advance(io, this.spectral.u, () => normalized.u);
    }
    return y;
  }

  dispose(): void {
    for (const view of this.views) view.dispose();
    this.views = [];
    this.theta.dispose();
    this.moving?.dispose();
    this.spectral?.u.dispose();
  }

  private statistics(moving: Tensor): { mean: Tensor; variance: Tensor }[] {
    const channels = this.layers.flatMap((layer) => (layer.normalizes ? [layer.normalizes, layer.normalizes] : []));
    const parts = split(moving, channels);
    return parts.flatMap((mean, i) => (i % 2 === 0 ? [{ mean, variance: parts[i + 1] as Tensor }] : []));
  }

  private initial({ stream, start }: NetworkSetup): Float32Array {
    const theta = new Float32Array(this.sizes.reduce((sum, n) => sum + n, 0));
    let offset = 0;
    const specs = this.layers.flatMap((layer) => layer.weights);
    for (const [i, spec] of specs.entries()) {
      const n = this.sizes[i] as number;
      spec.fill(theta.subarray(offset, offset + n), stream);
      offset += n;
    }
    if (start) theta.set(start, theta.length - start.length);
    return theta;
  }
}

function featureDepth(rows: readonly LayerRow[], { role }: NetworkEnds): number {
  const own = rows.filter(({ index }) => index !== null).length;
  if (role !== 'autoencoder' || own === 0) return rows.length - 1;
  const sizes = rows.map(({ output, index }) => (index === null ? Number.POSITIVE_INFINITY : sizeOf(output)));
  const narrowest = Math.min(...sizes);
  // The last of the narrowest, so that an activation behind the layer counts with it.
  return sizes.lastIndexOf(narrowest) + 1;
}

function initialMoving(channels: readonly number[]): Float32Array {
  const values = channels.flatMap((n) => [...new Array<number>(n).fill(0), ...new Array<number>(n).fill(1)]);
  return new Float32Array(values);
}

function weightedOf(layers: readonly Layer[], rows: readonly LayerRow[]): WeightedLayer[] {
  let to = 0;
  return layers.flatMap(({ weights }, row) => {
    const from = to;
    to += weights.length;
    const { type } = (rows[row] as LayerRow).layer;
    return to > from && !type.endsWith('Norm') ? [{ type, row, arrays: [from, to] as const }] : [];
  });
}
