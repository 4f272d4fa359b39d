import type { Graph, GraphNode, ValueId } from '../graph';
import type { Pass } from './types';
import { replaceValues, sameShape, uniformOf } from './values';

/** Takes away what changes nothing: copies, products with 1, sums with 0. */
export const removeIdentities: Pass = (graph) => {
  const replaced = new Map<ValueId, ValueId>();
  for (const node of graph.nodes) {
    const [out] = node.outputs;
    const same = unchanged(graph, node);
    if (out === undefined || same === undefined) continue;
    if (sameShape(graph.values[out], graph.values[same])) replaced.set(out, same);
  }
  return replaceValues(graph, replaced);
};

/** The input that such a node hands on, if only the shapes agree. */
function unchanged(graph: Graph, { kernel, inputs, attrs }: GraphNode): ValueId | undefined {
  const { x, a, b } = inputs;
  switch (kernel) {
    case 'Identity':
    case 'Reshape':
      return x;
    case 'Cast':
      // Numbers are kept as float32 whatever they are called; only a cut to whole numbers or to truth changes them.
      return attrs['dtype'] === 'float32' || graph.values[x as ValueId]?.dtype === attrs['dtype'] ? x : undefined;
    case 'Multiply':
      if (uniformOf(graph, b as ValueId) === 1) return a;
      return uniformOf(graph, a as ValueId) === 1 ? b : undefined;
    case 'RealDiv':
      return uniformOf(graph, b as ValueId) === 1 ? a : undefined;
    case 'Add':
      if (uniformOf(graph, b as ValueId) === 0) return a;
      return uniformOf(graph, a as ValueId) === 0 ? b : undefined;
    case 'Sub':
      return uniformOf(graph, b as ValueId) === 0 ? a : undefined;
    case 'Tile':
      return (attrs['reps'] as number[]).every((count) => count === 1) ? x : undefined;
    case 'Transpose':
      return (attrs['perm'] as number[]).every((axis, i) => axis === i) ? x : undefined;
    default:
      return undefined;
  }
}
