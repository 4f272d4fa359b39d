import { Problem } from '../../core/problem';
import { sizeOf } from '../../core/shape';
import type { Executor, Program, StateShapes } from './executor';
import type { Graph, GraphNode } from './graph';
import { OPERATIONS } from './operations';
import type { Numbers, Operand, Operation } from './operations/types';

/** How numbers are stored between operations. Results of one operation are computed in double precision either way. */
export type Precision = 'float32' | 'float64';

interface Call {
  operation: Operation;
  inputs: Readonly<Record<string, Operand>>;
  outputs: readonly Operand[];
  node: GraphNode;
}

/** Runs graphs as they stand, one operation after the other, in plain TypeScript: the reference of every other executor. */
export class Interpreter implements Executor {
  private readonly arrays: ReadonlyMap<string, Numbers>;
  private held = 0;

  constructor(
    state: StateShapes,
    private readonly precision: Precision = 'float32',
  ) {
    this.arrays = new Map(Object.entries(state).map(([name, shape]) => [name, this.allocate(sizeOf(shape))]));
  }

  get bytes(): number {
    return this.held;
  }

  /** In float64 the numbers are a copy: write them with {@link set}. */
  state(name: string): Float32Array {
    return single(this.array(name));
  }

  /** Sets a state array from numbers of any precision. */
  set(name: string, numbers: ArrayLike<number>): void {
    this.array(name).set(numbers);
  }

  compile(graphs: readonly Graph[]): Program[] {
    return graphs.map((graph) => this.program(graph));
  }

  dispose(): void {
    this.held = 0;
  }

  private array(name: string): Numbers {
    const found = this.arrays.get(name);
    if (!found) throw new Error(`there is no state ${name}`);
    return found;
  }

  private allocate(size: number): Numbers {
    const numbers = this.precision === 'float64' ? new Float64Array(size) : new Float32Array(size);
    this.held += numbers.byteLength;
    return numbers;
  }

  private program(graph: Graph): Program {
    const inputs = new Map<string, { numbers: Numbers; given: Float32Array }>();
    const operands = graph.values.map(({ shape, dtype, source }): Operand => {
      if (source.from === 'state') return { shape, dtype, numbers: this.array(source.name) };
      const numbers = this.allocate(sizeOf(shape));
      if (source.from === 'constant') numbers.set(source.numbers);
      if (source.from === 'input') inputs.set(source.name, { numbers, given: single(numbers) });
      return { shape, dtype, numbers };
    });
    const calls = graph.nodes.map((node) => call(node, operands));
    const outputs = Object.entries(graph.outputs).map(([name, id]) => [name, operands[id] as Operand] as const);
    const writes = Object.entries(graph.writes).map(([name, id]) => {
      const from = (operands[id] as Operand).numbers;
      return { to: this.array(name), from, copy: from.slice() };
    });
    const results = new Map(outputs.map(([name, { numbers }]) => [name, single(numbers)]));
    return {
      operations: calls.length,
      input: (name) => found(inputs.get(name), name).given,
      output: (name) => found(results.get(name), name),
      run: () => {
        for (const { numbers, given } of inputs.values()) if (numbers !== given) numbers.set(given);
        for (const { operation, inputs: own, outputs: made, node } of calls) operation.compute(own, made, node.attrs);
        for (const [name, { numbers }] of outputs) results.get(name)?.set(numbers);
        // One write may read what another writes, so all are copied first.
        for (const { from, copy } of writes) copy.set(from);
        for (const { to, copy } of writes) to.set(copy);
      },
    };
  }
}

function call(node: GraphNode, operands: readonly Operand[]): Call {
  const operation = OPERATIONS[node.kernel];
  if (!operation) throw new Problem('replay.kernel', { kernel: node.kernel, why: 'unknown' });
  const inputs = Object.entries(node.inputs).map(([name, id]) => [name, operands[id] as Operand] as const);
  return {
    operation,
    inputs: Object.fromEntries(inputs),
    outputs: node.outputs.map((id) => operands[id] as Operand),
    node,
  };
}

function found<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`the program has no ${name}`);
  return value;
}

/** The array itself where it is float32, else a copy. */
const single = (numbers: Numbers): Float32Array =>
  numbers instanceof Float32Array ? numbers : Float32Array.from(numbers);
