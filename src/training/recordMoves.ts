import type { Tensor, Tensor2D, Variable } from '@tensorflow/tfjs-core';
import type { Graph } from '../engine/replay/graph';
import { simplify } from '../engine/replay/passes';
import { deadCode } from '../engine/replay/passes/deadCode';
import { record } from '../engine/replay/recording';
import type { System, Turn } from '../systems/types';
import type { Recorder } from './recorder';
import { type BatchShapes, type MoveInput, RecordingIO } from './recordingIO';

/** Runs a take of a recording: the second under other streams, live values and counters, all of which it puts back. */
export type Take = (take: number, work: () => void) => void;

/** What recordings of one run share. */
export interface RecordSetup {
  system: System;
  recorder: Recorder;
  shapes: BatchShapes;
  /** Names of the system's variables. */
  names: ReadonlyMap<Variable, string>;
  take: Take;
}

/** One player's move as a graph, simplified. */
export interface RecordedMove {
  /** With the output {@link WATCHED}. */
  watched: Graph;
  /** The same without outputs, and without what is computed for them only. */
  plain: Graph;
  inputs: readonly MoveInput[];
  /** Curves that {@link WATCHED} holds the values of. */
  indices: readonly number[];
}

/** Name of the output that holds the packed scalars of a watched move. */
export const WATCHED = 'watched';

/** Records a turn's move. Throws a `Problem` where it cannot be recorded (see `record`). */
export function recordMove(setup: RecordSetup, turn: Turn): RecordedMove {
  const { recorder, names, shapes } = setup;
  let inputs: readonly MoveInput[] = [];
  let indices: readonly number[] = [];
  const recorded = record(names, (recording, take) =>
    setup.take(take, () => {
      const io = new RecordingIO(turn.player, recording, shapes, names, recorder.watches);
      try {
        const loss = turn.update(io);
        io.commit();
        const packed = recorder.pack(turn.player, loss, io.sightings);
        recording.output(WATCHED, packed.values);
        indices = packed.indices;
        inputs = io.inputs;
      } finally {
        io.dispose();
      }
    }),
  );
  const watched = simplify(recorded);
  return { watched, plain: deadCode({ ...watched, outputs: {} }), inputs, indices };
}

/**
 * Records what a view, or `generate` where it is null, makes of `count` samples or latents, and simplifies it: input `x`,
 * output `y`.
 */
export function recordPicture(setup: RecordSetup, view: string | null, count: number): Graph {
  const { system, shapes, names } = setup;
  const recorded = record(names, (recording, take) =>
    setup.take(take, () => {
      const shape = view === null ? [count, system.latentSize] : [count, ...shapes.sample];
      const x = recording.input('x', shape);
      const y = view === null ? system.generate(x as Tensor2D) : (system.views[view] as (x: Tensor) => Tensor)(x);
      recording.output('y', y);
    }),
  );
  return simplify(recorded);
}
