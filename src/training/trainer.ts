import { keep, type Scalar, scalar, tidy } from '@tensorflow/tfjs-core';
import { makeStreams, type Streams } from '../core/random';
import type { RunConfig } from '../core/run';
import type { Dataset } from '../data/types';
import type { System, SystemDefinition, Turn } from '../systems/types';
import { MoveIO, type MoveSources } from './moveIO';
import { Recorder } from './recorder';

export interface TrainerSetup {
  config: RunConfig;
  definition: SystemDefinition;
  dataset: Dataset;
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
  /** Iterations done; a single move of one player counts as one. */
  iteration = 0;
  /** Real samples drawn so far. */
  drawn = 0;
  private config: RunConfig;
  private readonly recordEvery: number;
  private readonly sources: MoveSources;
  private readonly scalars = new Map<string, Scalar>();

  /** Throws a `Problem` where the system cannot be built from the configuration. */
  constructor({ config, definition, dataset }: TrainerSetup) {
    this.config = { ...config, systemParams: { ...config.systemParams } };
    this.dataset = dataset;
    this.streams = makeStreams(config.seed);
    this.system = definition.build({ params: config.systemParams, data: dataset.info, random: this.streams });
    this.recorder = new Recorder(this.system);
    // Small problems run thousands of iterations a second; a point for each would drown the charts.
    this.recordEvery = dataset.info.kind === 'image' ? 1 : 10;
    this.sources = {
      dataset,
      streams: this.streams,
      batchSize: config.batchSize,
      latentSize: this.system.latentSize,
      live: (name) => this.liveScalar(name),
      drew: (count) => {
        this.drawn += count;
      },
    };
  }

  /** The configuration with the present live values. */
  get currentConfig(): RunConfig {
    return this.config;
  }

  /** Passes over a finite data set; null for procedural data. */
  get epoch(): number | null {
    const size = this.dataset.info.size;
    return size ? this.drawn / size : null;
  }

  /** Changes a live parameter from the next move on. */
  setLive(name: string, value: number): void {
    this.config.systemParams[name] = value;
    this.scalars.get(name)?.dispose();
    this.scalars.delete(name);
  }

  /** One iteration: every turn as often as it moves, or only those of one player. */
  iterate(player?: string): void {
    this.iteration += 1;
    const watch = this.iteration % this.recordEvery === 0 || this.iteration === 1;
    for (const turn of this.system.turns) {
      if (player !== undefined && turn.player !== player) continue;
      const times = turn.times((name) => this.liveNumber(name));
      for (let move = 1; move <= times; move++) this.move(turn, watch && move === times);
    }
  }

  dispose(): void {
    this.recorder.dispose();
    for (const part of Object.values(this.system.parts)) part.dispose();
    for (const value of this.scalars.values()) value.dispose();
    this.scalars.clear();
  }

  private move(turn: Turn, watch: boolean): void {
    const io = new MoveIO(turn.player, this.sources, watch ? this.recorder.watches : () => false);
    tidy(() => {
      const loss = turn.update(io);
      if (watch) this.recorder.record(this.iteration, turn.player, loss, io.sightings);
    });
    io.commit();
  }

  private liveNumber(name: string): number {
    return this.config.systemParams[name] as number;
  }

  private liveScalar(name: string): Scalar {
    let value = this.scalars.get(name);
    if (!value) {
      value = keep(scalar(this.liveNumber(name)));
      this.scalars.set(name, value);
    }
    return value;
  }
}
