/**
 * A recorded update as data: what TensorFlow.js's kernel registry saw of it, in the order of execution. The recorder
 * writes it; the interpreter runs it as it stands; the planner turns it into a program for the WASM module.
 */

/** Identifies a value of the graph: an index into {@link Graph.values}. */
export type ValueId = number;

/** Where a value comes from. */
export type ValueSource =
  /** Computed by {@link Graph.nodes}[`node`], as its output number `output`. */
  | { from: 'node'; node: number; output: number }
  /** Filled in before every run: a batch, noise, random numbers, a live parameter. */
  | { from: 'input'; name: string }
  /** A variable as it was when the move began. */
  | { from: 'state'; name: string }
  /** The same numbers in every run. */
  | { from: 'constant'; numbers: Float32Array };

/** One tensor of the graph. Everything is float32 in row-major order; booleans and indices are 0, 1, 2 … */
export interface Value {
  shape: readonly number[];
  dtype: 'float32' | 'int32' | 'bool';
  source: ValueSource;
}

/** One kernel call. */
export interface GraphNode {
  /** Name in the kernel registry: `BatchMatMul`, `Add`, `Conv2DBackpropFilter` … */
  kernel: string;
  /** Inputs by TensorFlow.js's own names (`a`, `b`, `x`, `dy`, `filter`, or `0`, `1` … where they are a list). */
  inputs: Readonly<Record<string, ValueId>>;
  outputs: readonly ValueId[];
  attrs: Readonly<Record<string, unknown>>;
}

/** One recorded update or view. */
export interface Graph {
  values: readonly Value[];
  nodes: readonly GraphNode[];
  /** Results to be read after a run, by name: `loss`, the names of `io.see`, `samples` … */
  outputs: Readonly<Record<string, ValueId>>;
  /** Writes of state, all of which take effect when the run is over: variable name → its next value. */
  writes: Readonly<Record<string, ValueId>>;
}
