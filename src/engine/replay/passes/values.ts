import type { Graph, GraphNode, Value, ValueId } from '../graph';

/** Numbers of a value that is the same in every run; null for any other. */
export function constantOf({ values }: Graph, id: ValueId): Float32Array | null {
  const source = values[id]?.source;
  return source?.from === 'constant' ? source.numbers : null;
}

/** Whether an array consists of one number, bit for bit. */
export function isUniform(numbers: Float32Array): boolean {
  const bits = new Int32Array(numbers.buffer, numbers.byteOffset, numbers.length);
  const first = bits[0];
  let at = 1;
  while (at < bits.length && bits[at] === first) at += 1;
  return at >= bits.length;
}

/** Constants that were looked at: some are large, every pass asks, and nobody changes them. */
const looked = new WeakMap<Float32Array, boolean>();

/** The one number that a constant consists of, or null. */
export function uniformOf(graph: Graph, id: ValueId): number | null {
  const numbers = constantOf(graph, id);
  if (!numbers) return null;
  const uniform = looked.get(numbers) ?? isUniform(numbers);
  looked.set(numbers, uniform);
  return uniform ? (numbers[0] ?? null) : null;
}

/** Whether two values have the same shape. */
export const sameShape = (a: Value | undefined, b: Value | undefined): boolean => String(a?.shape) === String(b?.shape);

/**
 * The graph with every mention of some values replaced by others. The replaced values' nodes stay, for `deadCode` to
 * remove. Replacements are followed to their end.
 */
export function replaceValues(graph: Graph, replaced: ReadonlyMap<ValueId, ValueId>): Graph {
  if (replaced.size === 0) return graph;
  const find = (id: ValueId): ValueId => {
    let at = id;
    for (let next = replaced.get(at); next !== undefined; next = replaced.get(at)) at = next;
    return at;
  };
  const record = (ids: Readonly<Record<string, ValueId>>) =>
    Object.fromEntries(Object.entries(ids).map(([name, id]) => [name, find(id)]));
  return {
    values: graph.values,
    nodes: graph.nodes.map((node): GraphNode => ({ ...node, inputs: record(node.inputs) })),
    outputs: record(graph.outputs),
    writes: record(graph.writes),
  };
}
