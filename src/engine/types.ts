import type { EngineName } from '../core/run';
import type { MakeExecutor } from './replay/executor';
import type { Threads } from './replay/threads';

/** What an engine needs of the place it runs in. */
export interface EngineHost {
  /** Address or path of one of the WASM backend's binaries. */
  wasmPath(file: string): string;
  /** Threads that replay may use; absent or null where it is to work alone. */
  threads?: Threads | null | undefined;
}

/** An engine that has passed its self-test; its backend is TensorFlow.js's present one. */
export interface RunningEngine {
  name: EngineName;
  /** The TensorFlow.js backend that tensors live on. */
  backend: string;
  /** Runs recorded steps, for the engine that replays them; absent where steps run eagerly. */
  makeExecutor?: MakeExecutor | undefined;
  /** Threads that replay shares large work among; 1 where it works alone, and on the other engines. */
  threads: number;
  /** Name of the GPU or software renderer, for WebGL. */
  renderer: string | null;
  /** Whether WebGL is only simulated on the processor. */
  software: boolean;
  /**
   * Calls back once if the engine is lost (a GPU's context can vanish at any time), at once if it is lost already. One
   * listener at a time: a later call replaces the earlier one.
   */
  onLost(callback: () => void): void;
  /** Ends the engine and frees what it holds, tensors included. It can be started again. */
  stop(): void;
}

/** What the loader of a backend knows of the engine. */
export type LoadedBackend = Pick<RunningEngine, 'renderer' | 'software' | 'threads' | 'onLost' | 'makeExecutor'>;
