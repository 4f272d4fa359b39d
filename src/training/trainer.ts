import type { MoveReport } from '../core/moves';
import { otherValue, type ParamSpecs, type ParamValue } from '../core/params';
import { makeStreams, restoreStreams, type Streams, streamsState } from '../core/random';
import type { RunConfig } from '../core/run';
import type { Dataset } from '../data/types';
import type { MakeExecutor } from '../engine/replay/executor';
import type { System, SystemDefinition, Turn } from '../systems/types';
import { EagerMoves } from './eagerMoves';
import { Kept } from './kept';
import type { Moves } from './moves';
import { Recorder } from './recorder';
import { ReplayedMoves } from './replayedMoves';

export interface TrainerSetup {
  config: RunConfig;
  definition: SystemDefinition;
  dataset: Dataset;
  /** Replays recorded moves on such an executor; without it, moves run eagerly. */
  makeExecutor?: MakeExecutor | undefined;
}

/**
 * Trains any system: plays its turns, feeds the moves, keeps the counters. Nothing here is about any one algorithm.
 *
 * The engine must be running before a trainer is made: networks are built on it.
 */
export class Trainer {
  readonly system: System;
  readonly dataset: Dataset;
  readonly streams: Streams;
  readonly recorder: Recorder;
  /** The samples that the run keeps to, where its system says how many. */
  readonly kept: Kept | null;
  /** Iterations done; a single move of one player counts as one. */
  iteration = 0;
  /** Moves done of an iteration that single moves began; 0 between iterations. */
  moved = 0;
  /** Real samples drawn so far. */
  drawn = 0;
  private config: RunConfig;
  private readonly recordEvery: number;
  private readonly specs: ParamSpecs;
  private readonly moves: Moves;

  /** Throws a `Problem` where the system cannot be built from the configuration, or not be replayed (`replay.…`). */
  constructor({ config, definition, dataset, makeExecutor }: TrainerSetup) {
    this.config = { ...config, systemParams: { ...config.systemParams } };
    this.dataset = dataset;
    this.streams = makeStreams(config.seed);
    this.system = definition.build({ params: this.config.systemParams, data: dataset.info, random: this.streams });
    this.recorder = new Recorder(this.system);
    this.kept = this.system.kept ? new Kept(dataset, config.seed, this.system.kept) : null;
    // Small problems run thousands of iterations a second; a point for each would drown the charts.
    this.recordEvery = ['image', 'point'].includes(dataset.info.kind) ? 1 : 10;
    this.specs = definition.params;
    const setup = {
      system: this.system,
      dataset,
      streams: this.streams,
      batchSize: config.batchSize,
      recorder: this.recorder,
      kept: this.kept,
      host: {
        liveNumber: (name: string) => this.liveNumber(name),
        iteration: () => this.iteration,
        drew: (count: number) => {
          this.drawn += count;
        },
      },
    };
    try {
      this.moves = makeExecutor
        ? new ReplayedMoves(setup, makeExecutor, (take, work) => this.take(take, work))
        : new EagerMoves(setup);
    } catch (thrown) {
      this.disposeParts();
      throw thrown;
    }
  }

  /** The configuration with the present live values. */
  get currentConfig(): RunConfig {
    return this.config;
  }

  /** Passes over a finite data set, or over the samples that the run keeps to; null for procedural data. */
  get epoch(): number | null {
    const size = this.kept?.count ?? this.dataset.info.size;
    return size ? this.drawn / size : null;
  }

  /** Changes a live parameter from the next move on. */
  setLive(name: string, value: number): void {
    this.config.systemParams[name] = value;
    this.moves.liveChanged(name);
  }

  /**
   * One iteration: every turn as often as it moves, or only those of one player. Where single moves began an iteration, all
   * players finish it first.
   */
  iterate(player?: string): void {
    const done = player === undefined ? this.moved : 0;
    this.moved = 0;
    if (done === 0) this.iteration += 1;
    const watch = done > 0 || this.iteration % this.recordEvery === 0 || this.iteration === 1;
    const schedule = this.schedule(player);
    for (let i = done; i < schedule.length; i++) {
      const turn = schedule[i] as Turn;
      const last = schedule[i + 1] !== turn;
      this.moves.move(turn, watch && last ? this.iteration : null);
    }
  }

  /** The next single move of the present iteration, or the first of another, with everything that it computes. */
  async moveOnce(): Promise<MoveReport> {
    const place = this.moved < this.schedule().length ? this.moved : 0; // a live k may have become smaller
    if (place === 0) this.iteration += 1;
    const schedule = this.schedule();
    const turn = schedule[place] as Turn;
    const result = await this.moves.inspect(turn, this.iteration);
    this.moved = (place + 1) % schedule.length;
    const first = schedule.indexOf(turn);
    const times = schedule.filter((other) => other === turn).length;
    return { player: turn.player, iteration: this.iteration, number: place - first + 1, times, ...result };
  }

  /** Samples [count, ...sample], model units, from latents [count, latent]; nothing moves. */
  generate(latents: Float32Array, count: number): Promise<Float32Array> {
    return this.moves.generate(latents, count);
  }

  /** What a view of the system shows of samples [count, ...sample] in model units, or a scene (`scene:<id>`) of its input. */
  look(view: string, samples: Float32Array, count: number): Promise<Float32Array> {
    return this.moves.look(view, samples, count);
  }

  /** Every state array by `part/name`. Nothing may train until it resolves. */
  captureState(): Promise<Record<string, Float32Array>> {
    return this.moves.capture();
  }

  /** Puts state arrays back, which fit. */
  restoreState(arrays: Readonly<Record<string, Float32Array>>): void {
    this.moves.restore(arrays);
  }

  dispose(): void {
    this.recorder.dispose();
    this.moves.dispose();
    this.disposeParts();
  }

  /** The moves of an iteration, in order. */
  private schedule(player?: string): Turn[] {
    return this.system.turns
      .filter((turn) => player === undefined || turn.player === player)
      .flatMap((turn) => new Array<Turn>(turn.times((name) => this.liveNumber(name), this.iteration)).fill(turn));
  }

  private disposeParts(): void {
    for (const part of Object.values(this.system.parts)) part.dispose();
  }

  private liveNumber(name: string): number {
    return this.config.systemParams[name] as number;
  }

  /** The second take of a recording sees other live values, streams and counters; afterwards all is as it was. */
  private take(take: number, work: () => void): void {
    const { iteration, drawn } = this;
    const params = { ...this.config.systemParams };
    const streams = streamsState(this.streams);
    if (take > 0) {
      for (const [name, spec] of Object.entries(this.specs)) {
        if (spec.live) this.config.systemParams[name] = otherValue(spec, params[name] as ParamValue);
      }
      restoreStreams(this.streams, streamsState(makeStreams(this.config.seed + take)));
      this.iteration += 1000 * take;
      this.drawn += 1000 * take;
    }
    try {
      work();
    } finally {
      Object.assign(this.config.systemParams, params);
      restoreStreams(this.streams, streams);
      this.iteration = iteration;
      this.drawn = drawn;
    }
  }
}
