import type { Graph } from './graph';

/**
 * What runs recorded graphs: the interpreter in plain TypeScript (the reference), or the WASM module.
 *
 * All programs of one run share the same state and the same scratch memory; one program runs at a time.
 */
export interface Executor {
  /**
   * Turns graphs into programs, all at once so that memory is laid out and grown once. May be called again (a picture of
   * another size is asked for); the programs made before stay valid, but every `Float32Array` handed out before may not be.
   * Throws a `Problem` `replay.kernel` (values: `kernel`, `why`) where an operation cannot be run.
   */
  compile(graphs: readonly Graph[]): Program[];
  /** Present numbers of a state array: read and write it freely between runs. Valid until the next `compile`. */
  state(name: string): Float32Array;
  /** Bytes that state, constants and scratch memory take. */
  readonly bytes: number;
  dispose(): void;
}

/** One graph, ready to run. */
export interface Program {
  /** Where the numbers of an input are put before a run; they stay until something else is put there. Valid until the next `compile`. */
  input(name: string): Float32Array;
  /** What the last run left for an output. Valid until any program of the executor runs, or until the next `compile`. */
  output(name: string): Float32Array;
  /** Runs it: outputs can be read, and all writes of state have taken effect. */
  run(): void;
}

/** Shapes of a run's state arrays by name (`G/theta`, `optD/beta1Power` …). */
export type StateShapes = Readonly<Record<string, readonly number[]>>;

/** Makes an executor with that state, zeros at first. */
export type MakeExecutor = (state: StateShapes) => Executor;
