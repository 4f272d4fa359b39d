import type { EngineHost } from '../../../src/engine/types';
import type { BenchCase, Pool } from '../cases';

/** Every engine that can be named. */
export const ENGINE_NAMES = [
  'replay',
  'replay-1',
  'eager-wasm',
  'eager-webgl',
  'stock-wasm',
  'stock-cpu',
  'stock-webgl',
  'pytorch',
  'pytorch-cuda',
  'limit',
] as const;
/** One of {@link ENGINE_NAMES}. */
export type BenchEngineName = (typeof ENGINE_NAMES)[number];

/** Where an engine runs. */
export type Place = 'node' | 'chromium';

/** What is there where. */
export const ENGINES_OF: Readonly<Record<Place, readonly BenchEngineName[]>> = {
  node: ['replay', 'replay-1', 'eager-wasm', 'stock-wasm', 'stock-cpu', 'pytorch', 'pytorch-cuda', 'limit'],
  chromium: ['replay', 'replay-1', 'eager-wasm', 'eager-webgl', 'stock-wasm', 'stock-webgl', 'limit'],
};

/** A training loop that is ready to be timed. */
export interface BenchEngine {
  /** Trains so many steps and ends with a read of both losses, so that queued work is done. */
  run(steps: number): Promise<void>;
  /** Kernels that a step starts, views of the same numbers (Reshape, Identity) left out; null where nothing counts them. */
  kernels: number | null;
  /** Bytes of numbers that it keeps: tensors, or the module's memory. */
  bytes(): number;
  /** What a reader of the table should know. */
  note: string;
}

/** What it takes to start one. */
export interface EngineSetup {
  one: BenchCase;
  pool: Pool;
  host: EngineHost;
  /** The hand-written kernels, compiled. */
  limit: { plain: Uint8Array; relaxed: Uint8Array };
}

/** An engine that cannot run here, which is no error: the table says why. */
export class Unavailable extends Error {}
