import type { GraphNode, ValueId } from '../graph';
import { isBinary } from '../operations/elementwise';
import type { Pass } from './types';
import { sameShape, uniformOf } from './values';

/**
 * A gradient of a mean or a sum is spread over its input's shape by a product with ones. Elementwise operations spread
 * their operands by themselves, so they are given the small operand instead; `deadCode` then removes product and ones.
 */
export const dropSpreads: Pass = (graph) => {
  const small = new Map<ValueId, ValueId>();
  for (const { kernel, inputs, outputs } of graph.nodes) {
    const { a, b } = inputs;
    if (kernel !== 'Multiply' || a === undefined || b === undefined) continue;
    if (uniformOf(graph, b) === 1) small.set(outputs[0] as ValueId, small.get(a) ?? a);
    else if (uniformOf(graph, a) === 1) small.set(outputs[0] as ValueId, small.get(b) ?? b);
  }
  if (small.size === 0) return graph;
  const nodes = graph.nodes.map((node): GraphNode => {
    const { a, b } = node.inputs;
    if (!isBinary(node.kernel) || a === undefined || b === undefined) return node;
    const out = graph.values[node.outputs[0] as ValueId];
    // The other operand alone must already have the shape of the result.
    const spreadA = small.get(a);
    if (spreadA !== undefined && sameShape(graph.values[b], out)) return { ...node, inputs: { a: spreadA, b } };
    const spreadB = small.get(b);
    if (spreadB !== undefined && sameShape(graph.values[a], out)) return { ...node, inputs: { a, b: spreadB } };
    return node;
  });
  return { ...graph, nodes };
};
