import { keep, type Scalar, scalar, type Tensor, tensor, tidy } from '@tensorflow/tfjs-core';
import { conditionSize } from '../core/conditions';
import type { Seen } from '../core/moves';
import type { Streams } from '../core/random';
import type { Dataset } from '../data/types';
import type { System, Turn } from '../systems/types';
import type { Kept } from './kept';
import { lookAt } from './look';
import { MoveIO, type MoveSources } from './moveIO';
import type { MoveHost, Moves } from './moves';
import type { Recorder } from './recorder';
import { variablesOf } from './state';

export interface MovesSetup {
  system: System;
  dataset: Dataset;
  streams: Streams;
  batchSize: number;
  recorder: Recorder;
  /** The samples that the run keeps to, where its system says how many. */
  kept: Kept | null;
  host: MoveHost;
}

/** Runs every operation as it comes, on TensorFlow.js's present backend; state lives in the system's variables. */
export class EagerMoves implements Moves {
  private readonly sources: MoveSources;
  private readonly scalars = new Map<string, Scalar>();

  constructor(private readonly setup: MovesSetup) {
    const { dataset, streams, batchSize, system, kept, host } = setup;
    this.sources = {
      dataset,
      streams,
      batchSize,
      latentSize: system.latentSize,
      prior: system.prior,
      kept,
      live: (name) => this.liveScalar(name),
      iteration: () => host.iteration(),
      drew: (count) => host.drew(count),
    };
  }

  move(turn: Turn, watchedAt: number | null): void {
    const { recorder } = this.setup;
    const io = new MoveIO(turn.player, this.sources, watchedAt === null ? () => false : recorder.watches);
    tidy(() => {
      const loss = turn.update(io);
      if (watchedAt === null) return;
      const { indices, values } = recorder.pack(turn.player, loss, io.sightings);
      recorder.record(watchedAt, indices, values);
    });
    io.commit();
  }

  async inspect(turn: Turn, watchedAt: number): Promise<{ loss: number; seen: Seen[] }> {
    const { recorder } = this.setup;
    const io = new MoveIO(turn.player, this.sources, () => true);
    const loss = tidy(() => {
      const value = turn.update(io);
      const { indices, values } = recorder.pack(turn.player, value, io.sightings);
      recorder.record(watchedAt, indices, values);
      return value;
    });
    const seen = await Promise.all(
      io.sightings.map(async ({ name, value }) => ({
        name,
        shape: value.shape,
        values: new Float32Array(await value.data<'float32'>()),
      })),
    );
    io.commit();
    const [number] = await readAndDispose(loss);
    return { loss: number as number, seen };
  }

  liveChanged(name: string): void {
    this.scalars.get(name)?.dispose();
    this.scalars.delete(name);
  }

  generate(latents: Float32Array, count: number): Promise<Float32Array> {
    return this.looked(null, latents, count);
  }

  look(view: string, samples: Float32Array, count: number): Promise<Float32Array> {
    return this.looked(view, samples, count);
  }

  async capture(): Promise<Record<string, Float32Array>> {
    const entries = await Promise.all(
      variablesOf(this.setup.system).map(
        async ([name, value]) => [name, new Float32Array(await value.data<'float32'>())] as const,
      ),
    );
    return Object.fromEntries(entries);
  }

  restore(arrays: Readonly<Record<string, Float32Array>>): void {
    for (const [name, value] of variablesOf(this.setup.system)) {
      const restored = tensor(arrays[name] as Float32Array, value.shape);
      value.assign(restored);
      restored.dispose();
    }
  }

  dispose(): void {
    for (const value of this.scalars.values()) value.dispose();
    this.scalars.clear();
  }

  private looked(view: string | null, numbers: Float32Array, count: number): Promise<Float32Array> {
    const { system, dataset } = this.setup;
    const { shape, compute } = lookAt(system, view, {
      sample: dataset.info.shape,
      conditions: conditionSize(dataset.info),
      words: dataset.info.captions?.length ?? 0,
    });
    return readAndDispose(tidy(() => compute(tensor(numbers, [count, ...shape]))));
  }

  private liveScalar(name: string): Scalar {
    let value = this.scalars.get(name);
    if (!value) {
      value = keep(scalar(this.setup.host.liveNumber(name)));
      this.scalars.set(name, value);
    }
    return value;
  }
}

async function readAndDispose(value: Tensor): Promise<Float32Array> {
  const numbers = await value.data<'float32'>();
  value.dispose();
  return new Float32Array(numbers);
}
