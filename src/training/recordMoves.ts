import type { Tensor, Variable } from '@tensorflow/tfjs-core';
import type { Graph } from '../engine/replay/graph';
import { simplify } from '../engine/replay/passes';
import { deadCode } from '../engine/replay/passes/deadCode';
import { type Recording, record } from '../engine/replay/recording';
import type { System, Turn } from '../systems/types';
import { lookAt } from './look';
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
  const { graph, ...rest } = recordUpdate(setup, turn, setup.recorder.watches, () => undefined);
  return { watched: graph, plain: deadCode({ ...graph, outputs: {} }), ...rest };
}

/** One player's move as a graph whose outputs are its loss and all that the algorithm names. */
export interface InspectedMove extends Pick<RecordedMove, 'inputs' | 'indices'> {
  /** With the outputs {@link WATCHED}, {@link LOSS} and, for each quantity, {@link seenOutput}. */
  graph: Graph;
  seen: readonly { name: string; shape: readonly number[] }[];
}

/** Name of the output that holds an inspected move's loss. */
export const LOSS = 'loss';
/** Name of the output that holds a quantity of an inspected move. */
export const seenOutput = (name: string): string => `seen:${name}`;

/** Records a turn's move with everything that `io.see` names. */
export function recordInspected(setup: RecordSetup, turn: Turn): InspectedMove {
  const seen = new Map<string, readonly number[]>();
  const recorded = recordUpdate(
    setup,
    turn,
    () => true,
    (recording, io, loss) => {
      recording.output(LOSS, loss);
      for (const { name, value } of io.sightings) {
        recording.output(seenOutput(name), value);
        seen.set(name, value.shape);
      }
    },
  );
  return { ...recorded, seen: [...seen].map(([name, shape]) => ({ name, shape })) };
}

function recordUpdate(
  setup: RecordSetup,
  turn: Turn,
  watches: (name: string) => boolean,
  also: (recording: Recording, io: RecordingIO, loss: Tensor) => void,
) {
  const { recorder, names, shapes } = setup;
  let inputs: readonly MoveInput[] = [];
  let indices: readonly number[] = [];
  const recorded = record(names, (recording, take) =>
    setup.take(take, () => {
      const io = new RecordingIO(turn.player, recording, shapes, names, watches);
      try {
        const loss = turn.update(io);
        io.commit();
        const packed = recorder.pack(turn.player, loss, io.sightings);
        recording.output(WATCHED, packed.values);
        also(recording, io, loss);
        indices = packed.indices;
        inputs = io.inputs;
      } finally {
        io.dispose();
      }
    }),
  );
  return { graph: simplify(recorded), inputs, indices };
}

/**
 * Records what a view, or `generate` where it is null, makes of `count` samples or latents, and simplifies it: input `x`,
 * output `y`.
 */
export function recordPicture(setup: RecordSetup, view: string | null, count: number): Graph {
  const { system, shapes, names } = setup;
  const recorded = record(names, (recording, take) =>
    setup.take(take, () => {
      const { shape, compute } = lookAt(system, view, shapes);
      recording.output('y', compute(recording.input('x', [count, ...shape])));
    }),
  );
  return simplify(recorded);
}
