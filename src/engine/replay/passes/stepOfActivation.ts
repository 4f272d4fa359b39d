import type { GraphNode, ValueId } from '../graph';
import type { Pass } from './types';

/**
 * The derivative of (leaky) ReLU depends on its input's sign alone, which is its output's sign too. Asked of the output,
 * the input need not be kept.
 */
export const stepOfActivation: Pass = (graph) => {
  const outputOf = new Map<ValueId, ValueId>();
  for (const { kernel, inputs, outputs, attrs } of graph.nodes) {
    const keepsSign = kernel === 'Relu' || (kernel === 'LeakyRelu' && (attrs['alpha'] as number) > 0);
    if (keepsSign) outputOf.set(inputs['x'] as ValueId, outputs[0] as ValueId);
  }
  if (outputOf.size === 0) return graph;
  const known = new Set<ValueId>();
  const nodes = graph.nodes.map((node): GraphNode => {
    const x = node.inputs['x'];
    const y = x === undefined ? undefined : outputOf.get(x);
    for (const id of node.outputs) known.add(id);
    return node.kernel === 'Step' && y !== undefined && known.has(y) ? { ...node, inputs: { x: y } } : node;
  });
  return { ...graph, nodes };
};
