import type { Value, ValueId } from '../graph';
import type { Pass } from './types';

/**
 * Leaves out nodes whose results nobody needs, and values that nobody mentions. Inputs stay: random numbers are drawn for
 * them whether they matter or not, as they are eagerly.
 */
export const deadCode: Pass = (graph) => {
  const needed = new Set<ValueId>([...Object.values(graph.outputs), ...Object.values(graph.writes)]);
  const kept = new Set<number>();
  for (let at = graph.nodes.length - 1; at >= 0; at--) {
    const node = graph.nodes[at];
    if (!node?.outputs.some((id) => needed.has(id))) continue;
    kept.add(at);
    for (const id of Object.values(node.inputs)) needed.add(id);
    for (const id of node.outputs) needed.add(id);
  }
  const numbers = new Map<ValueId, ValueId>();
  const nodeNumbers = new Map([...kept].sort((a, b) => a - b).map((old, now) => [old, now]));
  const values: Value[] = [];
  for (const [id, value] of graph.values.entries()) {
    if (!needed.has(id) && value.source.from !== 'input') continue;
    numbers.set(id, values.length);
    const { source } = value;
    const moved = source.from === 'node' ? { ...source, node: nodeNumbers.get(source.node) as number } : source;
    values.push({ ...value, source: moved });
  }
  const renumber = (id: ValueId): ValueId => numbers.get(id) as ValueId;
  const record = (ids: Readonly<Record<string, ValueId>>) =>
    Object.fromEntries(Object.entries(ids).map(([name, id]) => [name, renumber(id)]));
  return {
    values,
    nodes: graph.nodes
      .filter((_, at) => kept.has(at))
      .map((node) => ({ ...node, inputs: record(node.inputs), outputs: node.outputs.map(renumber) })),
    outputs: record(graph.outputs),
    writes: record(graph.writes),
  };
};
