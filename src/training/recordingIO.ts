import { clone, keep, type Scalar, type Tensor, type Tensor2D, type Variable } from '@tensorflow/tfjs-core';
import type { Recording } from '../engine/replay/recording';
import type { Sighting, StepIO } from '../nn/step';

/** What a recorded move needs before every run, in the order in which the update asks for it. */
export interface MoveInput {
  /** Name of the program's input. */
  name: string;
  /** Where its numbers come from; a `live` one is named by the parameter. */
  from: 'real' | 'noise' | 'uniform' | 'normal' | 'iteration' | 'live';
  /** Classes that real samples are drawn from, where not from all. */
  among?: readonly number[];
  /** Name of the input that the same samples' conditions go into, where they are asked for. */
  conditions?: string;
  /** Name of the input that the same samples' captions go into, where they are asked for. */
  words?: string;
  /** Name of the input that says which of the kept samples they are, where they come from these. */
  which?: string;
}

/** Sizes of a run's batches. */
export interface BatchShapes {
  batchSize: number;
  latentSize: number;
  sample: readonly number[];
  /** Numbers of a sample's condition; 0 where it is not said. */
  conditions?: number;
  /** Words of a sample's caption; 0 where it has none. */
  words?: number;
  /** Samples that the run keeps to; 0 where it is not said. */
  kept?: number;
}

/** Prefix that keeps names of live parameters apart from those of random inputs. */
const LIVE = 'live:';

/** The `StepIO` of a move that is recorded: everything that enters becomes an input, everything written a result. */
export class RecordingIO implements StepIO {
  readonly sightings: Sighting[] = [];
  readonly inputs: MoveInput[] = [];
  private readonly advanced = new Map<Variable, Tensor>();

  constructor(
    readonly player: string,
    private readonly recording: Recording,
    private readonly shapes: BatchShapes,
    private readonly names: ReadonlyMap<Variable, string>,
    private readonly watched: (name: string) => boolean,
  ) {}

  real(): Tensor {
    return this.fresh('real', [this.shapes.batchSize, ...this.shapes.sample]);
  }

  among(classes: readonly number[]): Tensor {
    const x = this.real();
    (this.inputs.at(-1) as MoveInput).among = classes;
    return x;
  }

  labelled(): { x: Tensor; y: Tensor2D } {
    const { batchSize, sample, conditions = 0 } = this.shapes;
    const x = this.fresh('real', [batchSize, ...sample]);
    const input = this.inputs.at(-1) as MoveInput;
    input.conditions = `${input.name}.conditions`;
    return { x, y: this.recording.input(input.conditions, [batchSize, conditions]) as Tensor2D };
  }

  captioned(): { x: Tensor; words: Tensor2D } {
    const { batchSize, sample, words = 0 } = this.shapes;
    const x = this.fresh('real', [batchSize, ...sample]);
    const input = this.inputs.at(-1) as MoveInput;
    input.words = `${input.name}.words`;
    return { x, words: this.recording.input(input.words, [batchSize, words]) as Tensor2D };
  }

  kept(): { x: Tensor; which: Tensor2D } {
    const { batchSize, sample, kept = 0 } = this.shapes;
    const x = this.fresh('real', [batchSize, ...sample]);
    const input = this.inputs.at(-1) as MoveInput;
    input.which = `${input.name}.which`;
    return { x, which: this.recording.input(input.which, [batchSize, kept]) as Tensor2D };
  }

  noise(): Tensor2D {
    return this.fresh('noise', [this.shapes.batchSize, this.shapes.latentSize]) as Tensor2D;
  }

  uniform(shape: readonly number[]): Tensor {
    return this.fresh('uniform', shape);
  }

  normal(shape: readonly number[]): Tensor {
    return this.fresh('normal', shape);
  }

  live(name: string): Scalar {
    const input: MoveInput = { name: LIVE + name, from: 'live' };
    if (!this.inputs.some((known) => known.name === input.name)) this.inputs.push(input);
    return this.recording.input(input.name, []) as Scalar;
  }

  iteration(): Scalar {
    return this.fresh('iteration', []) as Scalar;
  }

  see(name: string, value: () => Tensor): void {
    // A copy that outlives the gradient's own scope.
    if (this.watched(name)) this.sightings.push({ name, value: keep(clone(value())) });
  }

  write(variable: Variable, value: Tensor): void {
    this.recording.write(this.names.get(variable) ?? '', value);
  }

  advance(variable: Variable, next: (present: Tensor) => Tensor): void {
    const former = this.advanced.get(variable);
    this.advanced.set(variable, keep(next(former ?? variable)));
    former?.dispose();
  }

  /** Ends the move: what was advanced is written. */
  commit(): void {
    for (const [variable, value] of this.advanced) this.write(variable, value);
  }

  /** Lets kept tensors go. */
  dispose(): void {
    for (const { value } of this.sightings) value.dispose();
    for (const value of this.advanced.values()) value.dispose();
  }

  private fresh(from: MoveInput['from'], shape: readonly number[]): Tensor {
    const name = `${from}${this.inputs.length}`;
    this.inputs.push({ name, from });
    return this.recording.input(name, shape);
  }
}

/** The parameter behind the name of a live input. */
export const liveName = (input: string): string => input.slice(LIVE.length);
