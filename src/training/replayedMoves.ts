import { conditionSize, fillPrior } from '../core/conditions';
import type { Seen } from '../core/moves';
import type { Executor, MakeExecutor, Program } from '../engine/replay/executor';
import type { Turn } from '../systems/types';
import { sampleAmong } from './among';
import type { MovesSetup } from './eagerMoves';
import type { Kept } from './kept';
import { captionsOf, conditionsOf, toModelUnits } from './moveIO';
import type { Moves } from './moves';
import { liveName, type MoveInput } from './recordingIO';
import {
  type InspectedMove,
  LOSS,
  type RecordedMove,
  type RecordSetup,
  recordInspected,
  recordMove,
  recordPicture,
  seenOutput,
  type Take,
  WATCHED,
} from './recordMoves';
import { variablesOf } from './state';

/** A recorded move's program, and where its inputs lie at present. */
interface PlannedMove extends Pick<RecordedMove, 'inputs' | 'indices'> {
  program: Program;
  /** Fill the random inputs, in the order in which the update asks for them. */
  fills: readonly (() => void)[];
}

/**
 * Replays recorded moves. State lives in the executor's memory: the system's own variables keep what they were built with,
 * and nothing but recording runs on TensorFlow.js.
 */
export class ReplayedMoves implements Moves {
  private readonly executor: Executor;
  private readonly names: readonly string[];
  private readonly record: RecordSetup;
  private readonly moves: readonly { turn: Turn; plain: PlannedMove; watched: PlannedMove }[];
  /** Recorded when somebody first looks into a move. */
  private readonly inspected = new Map<Turn, PlannedMove & Pick<InspectedMove, 'seen'>>();
  private readonly pictures = new Map<string, Program>();

  /** Throws a `Problem` `replay.…` where the system cannot be recorded or has an operation that cannot be run. */
  constructor(
    private readonly setup: MovesSetup,
    makeExecutor: MakeExecutor,
    take: Take,
  ) {
    const { system, recorder, dataset, batchSize } = setup;
    const variables = variablesOf(system);
    this.names = variables.map(([name]) => name);
    this.record = {
      system,
      recorder,
      shapes: {
        batchSize,
        latentSize: system.latentSize,
        sample: dataset.info.shape,
        conditions: conditionSize(dataset.info),
        words: dataset.info.captions?.length ?? 0,
        kept: system.kept ?? 0,
      },
      names: new Map(variables.map(([name, variable]) => [variable, name])),
      take,
    };
    const recorded = system.turns.map((turn) => recordMove(this.record, turn));
    this.executor = makeExecutor(Object.fromEntries(variables.map(([name, { shape }]) => [name, shape])));
    try {
      const programs = this.executor.compile(recorded.flatMap(({ plain, watched }) => [plain, watched]));
      const planned = ({ inputs, indices }: RecordedMove, program: Program | undefined): PlannedMove => ({
        inputs,
        indices,
        program: program as Program,
        fills: [],
      });
      this.moves = recorded.map((move, i) => ({
        turn: system.turns[i] as Turn,
        plain: planned(move, programs[2 * i]),
        watched: planned(move, programs[2 * i + 1]),
      }));
    } catch (thrown) {
      this.executor.dispose();
      throw thrown;
    }
    for (const [name, variable] of variables) this.executor.state(name).set(variable.dataSync());
    this.bind();
  }

  move(turn: Turn, watchedAt: number | null): void {
    const own = this.moves.find((known) => known.turn === turn);
    const planned = watchedAt === null ? own?.plain : own?.watched;
    if (!planned) throw new Error(`the turn of ${turn.player} was not recorded`);
    this.run(planned);
    if (watchedAt === null) return;
    this.setup.recorder.record(watchedAt, planned.indices, planned.program.output(WATCHED).slice());
  }

  async inspect(turn: Turn, watchedAt: number): Promise<{ loss: number; seen: Seen[] }> {
    const planned = this.inspectedMove(turn);
    const { program, indices, seen } = planned;
    this.run(planned);
    this.setup.recorder.record(watchedAt, indices, program.output(WATCHED).slice());
    return {
      loss: program.output(LOSS)[0] as number,
      seen: seen.map(({ name, shape }) => ({ name, shape, values: program.output(seenOutput(name)).slice() })),
    };
  }

  liveChanged(name: string): void {
    for (const planned of this.planned()) this.setLive(planned, name);
  }

  generate(latents: Float32Array, count: number): Promise<Float32Array> {
    return this.picture(null, latents, count);
  }

  look(view: string, samples: Float32Array, count: number): Promise<Float32Array> {
    return this.picture(view, samples, count);
  }

  async capture(): Promise<Record<string, Float32Array>> {
    return Object.fromEntries(this.names.map((name) => [name, this.executor.state(name).slice()]));
  }

  restore(arrays: Readonly<Record<string, Float32Array>>): void {
    for (const name of this.names) this.executor.state(name).set(arrays[name] as Float32Array);
  }

  dispose(): void {
    this.executor.dispose();
  }

  private planned(): PlannedMove[] {
    return [...this.moves.flatMap(({ plain, watched }) => [plain, watched]), ...this.inspected.values()];
  }

  private run({ fills, program }: PlannedMove): void {
    for (const fill of fills) fill();
    program.run();
  }

  private inspectedMove(turn: Turn): PlannedMove & Pick<InspectedMove, 'seen'> {
    let planned = this.inspected.get(turn);
    if (!planned) {
      const { graph, inputs, indices, seen } = recordInspected(this.record, turn);
      planned = { inputs, indices, seen, program: this.executor.compile([graph])[0] as Program, fills: [] };
      this.inspected.set(turn, planned);
      this.bind(); // memory may have moved
    }
    return planned;
  }

  private async picture(view: string | null, numbers: Float32Array, count: number): Promise<Float32Array> {
    const program = this.pictureProgram(view, count);
    program.input('x').set(numbers);
    program.run();
    return program.output('y').slice();
  }

  private pictureProgram(view: string | null, count: number): Program {
    const key = `${view ?? ''} ${count}`;
    let program = this.pictures.get(key);
    if (!program) {
      const graph = recordPicture(this.record, view, count);
      program = this.executor.compile([graph])[0] as Program;
      this.pictures.set(key, program);
      this.bind(); // memory may have moved
    }
    return program;
  }

  /** Finds the inputs' present places. */
  private bind(): void {
    for (const planned of this.planned()) {
      planned.fills = planned.inputs.flatMap(({ name, from, conditions, words, which, among }) => {
        if (from === 'live') return [];
        const { program } = planned;
        if (which !== undefined) return [this.keptFiller(program.input(name), program.input(which))];
        const told = {
          conditions: conditions === undefined ? null : program.input(conditions),
          words: words === undefined ? null : program.input(words),
        };
        return [this.filler(from, program.input(name), told, among)];
      });
      for (const { name, from } of planned.inputs) if (from === 'live') this.setLive(planned, liveName(name));
    }
  }

  private keptFiller(place: Float32Array, which: Float32Array): () => void {
    const { kept, streams, batchSize, host } = this.setup;
    return () => {
      (kept as Kept).pick(streams.data, place, which);
      host.drew(batchSize);
    };
  }

  private filler(
    from: Exclude<MoveInput['from'], 'live'>,
    place: Float32Array,
    { conditions, words }: { conditions: Float32Array | null; words: Float32Array | null },
    among: MoveInput['among'],
  ): () => void {
    const { streams, dataset, batchSize, host, system } = this.setup;
    const { random } = this.executor;
    switch (from) {
      case 'real':
        return () => {
          const batch = among
            ? sampleAmong(dataset, streams.data, batchSize, among)
            : dataset.sample(streams.data, batchSize);
          conditions?.set(conditionsOf(batch, dataset.info));
          words?.set(captionsOf(batch));
          place.set(toModelUnits(batch.x, dataset.info));
          host.drew(batchSize);
        };
      case 'noise':
        return random && !system.prior
          ? () => random.fillNormal(streams.noise, place)
          : () => void fillPrior(place, system.prior, streams.noise);
      case 'iteration':
        return () => {
          place[0] = host.iteration();
        };
      case 'normal':
        return random ? () => random.fillNormal(streams.dropout, place) : () => streams.dropout.fillNormal(place);
      case 'uniform':
        return random ? () => random.fillUniform(streams.dropout, place) : () => streams.dropout.fillUniform(place);
    }
  }

  private setLive({ inputs, program }: PlannedMove, parameter: string): void {
    for (const { name, from } of inputs) {
      if (from === 'live' && liveName(name) === parameter) {
        program.input(name)[0] = this.setup.host.liveNumber(parameter);
      }
    }
  }
}
