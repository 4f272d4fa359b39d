import type { EngineName } from '../core/run';

/** What an engine needs of the place it runs in. */
export interface EngineHost {
  /** Address or path of one of the WASM backend's binaries. */
  wasmPath(file: string): string;
}

/** An engine that has passed its self-test and is TensorFlow.js's present backend. */
export interface RunningEngine {
  name: EngineName;
  /** Name of the GPU or software renderer, for WebGL. */
  renderer: string | null;
  /** Calls back once if the engine is lost (a GPU's context can vanish at any time). */
  onLost(callback: () => void): void;
}
