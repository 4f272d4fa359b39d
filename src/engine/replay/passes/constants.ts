import { sizeOf } from '../../../core/shape';
import type { GraphNode, Value } from '../graph';
import { OPERATIONS } from '../operations';
import type { Pass } from './types';

/** Kernels that ask for their input's shape only. */
const SHAPED: ReadonlySet<string> = new Set(['ZerosLike', 'OnesLike']);

/** Computes once what depends on constants only. */
export const foldConstants: Pass = (graph) => {
  const values: Value[] = [...graph.values];
  const fixed = (id: number): boolean => values[id]?.source.from === 'constant';
  for (const node of graph.nodes) {
    if (!SHAPED.has(node.kernel) && !Object.values(node.inputs).every(fixed)) continue;
    for (const [i, numbers] of compute(node, values).entries()) {
      const id = node.outputs[i] as number;
      values[id] = { ...(values[id] as Value), source: { from: 'constant', numbers } };
    }
  }
  const nodes = graph.nodes.filter(({ outputs }) => !outputs.every(fixed));
  const places = new Map(nodes.map((node, at) => [node, at]));
  for (const node of nodes) {
    for (const [output, id] of node.outputs.entries()) {
      if (!fixed(id))
        values[id] = { ...(values[id] as Value), source: { from: 'node', node: places.get(node) as number, output } };
    }
  }
  return { ...graph, values, nodes };
};

function compute({ kernel, inputs, outputs, attrs }: GraphNode, values: readonly Value[]): Float32Array[] {
  const operand = (id: number) => {
    const { shape, dtype, source } = values[id] as Value;
    return { shape, dtype, numbers: source.from === 'constant' ? source.numbers : new Float32Array(sizeOf(shape)) };
  };
  const made = outputs.map(operand);
  OPERATIONS[kernel]?.compute(
    Object.fromEntries(Object.entries(inputs).map(([name, id]) => [name, operand(id)])),
    made,
    attrs,
  );
  return made.map(({ numbers }) => numbers);
}
