import {
  clone,
  keep,
  type Scalar,
  scalar,
  type Tensor,
  type Tensor2D,
  tensor,
  type Variable,
} from '@tensorflow/tfjs-core';
import { type Conditioned, conditionSize, fillPrior, type PriorPart } from '../core/conditions';
import type { Stream, Streams } from '../core/random';
import { sizeOf } from '../core/shape';
import type { Batch, Dataset } from '../data/types';
import type { Sighting, StepIO } from '../nn/step';
import { sampleAmong } from './among';

/** The fixed samples that a run keeps to (see `Kept`). */
export interface KeptSamples {
  readonly count: number;
  pick(stream: Stream, x: Float32Array, which: Float32Array): void;
}

/** What every move of a run draws from. */
export interface MoveSources {
  dataset: Dataset;
  streams: Streams;
  batchSize: number;
  latentSize: number;
  /** Parts of the prior, where it is not N(0, I). */
  prior: readonly PriorPart[] | undefined;
  /** The samples that the run keeps to, where its system says how many. */
  kept: KeptSamples | null;
  live(name: string): Scalar;
  iteration(): number;
  /** Told how many real samples were drawn. */
  drew(count: number): void;
}

/** The `StepIO` of one move: draws from the run's named streams, queues writes, and collects what is watched. */
export class MoveIO implements StepIO {
  readonly sightings: Sighting[] = [];
  private readonly writes = new Map<Variable, Tensor>();

  constructor(
    readonly player: string,
    private readonly sources: MoveSources,
    private readonly watched: (name: string) => boolean,
  ) {}

  real(): Tensor {
    return this.samples(this.batch());
  }

  among(classes: readonly number[]): Tensor {
    const { dataset, streams, batchSize } = this.sources;
    this.sources.drew(batchSize);
    return this.samples(sampleAmong(dataset, streams.data, batchSize, classes));
  }

  labelled(): { x: Tensor; y: Tensor2D } {
    const { dataset, batchSize } = this.sources;
    const batch = this.batch();
    const y = tensor(conditionsOf(batch, dataset.info), [batchSize, conditionSize(dataset.info)]) as Tensor2D;
    return { x: this.samples(batch), y };
  }

  captioned(): { x: Tensor; words: Tensor2D } {
    const { dataset, batchSize } = this.sources;
    const batch = this.batch();
    const words = tensor(captionsOf(batch), [batchSize, dataset.info.captions?.length ?? 0]) as Tensor2D;
    return { x: this.samples(batch), words };
  }

  kept(): { x: Tensor; which: Tensor2D } {
    const { dataset, streams, batchSize } = this.sources;
    const kept = this.sources.kept as KeptSamples;
    const shape = [batchSize, ...dataset.info.shape];
    const x = new Float32Array(sizeOf(shape));
    const which = new Float32Array(batchSize * kept.count);
    kept.pick(streams.data, x, which);
    this.sources.drew(batchSize);
    return { x: tensor(x, shape), which: tensor(which, [batchSize, kept.count]) };
  }

  noise(): Tensor2D {
    const { streams, batchSize, latentSize, prior } = this.sources;
    return tensor(fillPrior(new Float32Array(batchSize * latentSize), prior, streams.noise), [batchSize, latentSize]);
  }

  uniform(shape: readonly number[]): Tensor {
    const count = sizeOf(shape);
    return tensor(this.sources.streams.dropout.fillUniform(new Float32Array(count)), [...shape]);
  }

  normal(shape: readonly number[]): Tensor {
    const count = sizeOf(shape);
    return tensor(this.sources.streams.dropout.fillNormal(new Float32Array(count)), [...shape]);
  }

  live(name: string): Scalar {
    return this.sources.live(name);
  }

  iteration(): Scalar {
    return scalar(this.sources.iteration());
  }

  see(name: string, value: () => Tensor): void {
    // A copy that outlives the gradient's own scope; `commit` lets it go.
    if (this.watched(name)) this.sightings.push({ name, value: keep(clone(value())) });
  }

  write(variable: Variable, value: Tensor): void {
    const former = this.writes.get(variable);
    this.writes.set(variable, keep(value));
    former?.dispose();
  }

  advance(variable: Variable, next: (present: Tensor) => Tensor): void {
    this.write(variable, next(this.writes.get(variable) ?? variable));
  }

  /** Ends the move: queued writes take effect, watched quantities are let go. */
  commit(): void {
    for (const [variable, value] of this.writes) {
      variable.assign(value);
      value.dispose();
    }
    this.writes.clear();
    for (const { value } of this.sightings) value.dispose();
    this.sightings.length = 0;
  }

  private batch(): Batch {
    const { dataset, streams, batchSize } = this.sources;
    this.sources.drew(batchSize);
    return dataset.sample(streams.data, batchSize);
  }

  private samples({ x }: Batch): Tensor {
    const { info } = this.sources.dataset;
    return tensor(toModelUnits(x, info), [this.sources.batchSize, ...info.shape]);
  }
}

/** Conditions of a batch as networks see them, [n × conditions]: classes one-hot, a continuous one in [−1, 1]. */
export function conditionsOf({ labels, condition }: Batch, info: Conditioned): Float32Array {
  if (info.condition && condition) {
    const { low, high } = info.condition;
    return condition.map((value) => (2 * (value - low)) / (high - low) - 1);
  }
  const size = conditionSize(info);
  const out = new Float32Array((labels?.length ?? 0) * size);
  for (const [i, label] of labels?.entries() ?? []) out[i * size + label] = 1;
  return out;
}

/** Words of a batch's captions as networks read them, [n × length]. */
export const captionsOf = ({ words }: Batch): Float32Array => Float32Array.from(words ?? []);

interface Units {
  shift: readonly number[];
  scale: readonly number[];
}

/** (x − shift) / scale per coordinate, in place. Pictures have one shift and scale for all pixels. */
export function toModelUnits(x: Float32Array, { shift, scale }: Units): Float32Array {
  if (shift.every((value) => value === 0) && scale.every((value) => value === 1)) return x;
  const dims = shift.length;
  for (let i = 0; i < x.length; i++)
    x[i] = ((x[i] as number) - (shift[i % dims] as number)) / (scale[i % dims] as number);
  return x;
}

/** The inverse of {@link toModelUnits}, in place. */
export function toDataUnits(x: Float32Array, { shift, scale }: Units): Float32Array {
  const dims = shift.length;
  for (let i = 0; i < x.length; i++)
    x[i] = (x[i] as number) * (scale[i % dims] as number) + (shift[i % dims] as number);
  return x;
}
