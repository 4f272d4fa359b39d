import type { ParamValues } from './params';

/**
 * How a step can be run. `replay` runs recorded steps in a WebAssembly module of our own; `auto` starts on it at once and
 * moves to WebGL where that measures faster.
 */
export const ENGINES = ['auto', 'replay', 'webgl', 'wasm', 'cpu'] as const;
/** One of {@link ENGINES}. */
export type EngineChoice = (typeof ENGINES)[number];
/** An engine that can run; `auto` only chooses one. */
export type EngineName = Exclude<EngineChoice, 'auto'>;

/** Everything that defines a run: the link, the file, the lesson's start, the export. */
export interface RunConfig {
  system: string;
  systemParams: ParamValues;
  dataset: string;
  datasetParams: ParamValues;
  batchSize: number;
  seed: number;
  engine: EngineChoice;
}

/** Samples in a minibatch. */
export const BATCH_LIMITS = { min: 2, max: 1024 } as const;
/** Seeds are whole numbers that JavaScript and JSON keep exactly. */
export const SEED_LIMITS = { min: 0, max: Number.MAX_SAFE_INTEGER } as const;
