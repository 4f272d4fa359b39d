import type { GraphNode, Value, ValueId } from '../graph';
import type { Pass } from './types';
import { replaceValues } from './values';

/** Computes once what is computed twice from the same values, and keeps equal constants once. */
export const mergeDuplicates: Pass = (graph) => {
  const replaced = new Map<ValueId, ValueId>();
  const known = new Map<string, readonly ValueId[]>();
  const find = (id: ValueId): ValueId => replaced.get(id) ?? id;
  const meet = (key: string, outputs: readonly ValueId[]): void => {
    const twin = known.get(key);
    if (!twin) known.set(key, outputs);
    else for (const [i, id] of outputs.entries()) replaced.set(id, twin[i] as ValueId);
  };
  for (const [id, value] of graph.values.entries()) {
    const key = constantKey(value);
    if (key !== null) meet(key, [id]);
  }
  for (const node of graph.nodes) meet(nodeKey(node, find), node.outputs);
  return replaceValues(graph, replaced);
};

/** Longer constants are rarely equal. */
const LONGEST = 64;

function constantKey({ shape, dtype, source }: Value): string | null {
  if (source.from !== 'constant' || source.numbers.length > LONGEST) return null;
  return `${dtype} [${shape}] ${Array.from(source.numbers, (number) => (Object.is(number, -0) ? '-0' : number))}`;
}

function nodeKey({ kernel, inputs, attrs }: GraphNode, find: (id: ValueId) => ValueId): string {
  const sorted = Object.entries(attrs).sort(([a], [b]) => (a < b ? -1 : 1));
  const text = JSON.stringify(sorted, (_name, value) =>
    Number.isFinite(value) || typeof value !== 'number' ? value : String(value),
  );
  return `${kernel} ${Object.entries(inputs).map(([name, id]) => `${name}:${find(id)}`)} ${text}`;
}
