import type { Graph, GraphNode, Value } from '../graph';

/** How two recordings of one update differ. */
export interface Difference {
  /** Number of the node at which it shows, or the number of nodes where the graphs' ends differ. */
  node: number;
  kernel: string;
  /** `kernel`, `attribute`, `constant`, `shape`, `flow`, `length`, `results`. */
  what: string;
}

/** The first place where two recordings of the same update differ; null where they are the same program. */
export function compareGraphs(first: Graph, second: Graph): Difference | null {
  const count = Math.min(first.nodes.length, second.nodes.length);
  for (let node = 0; node < count; node++) {
    const [a, b] = [first.nodes[node] as GraphNode, second.nodes[node] as GraphNode];
    const what = compareNodes(a, b, first, second);
    if (what) return { node, kernel: a.kernel, what };
  }
  const kernel = (first.nodes[count] ?? second.nodes[count])?.kernel ?? '';
  if (first.nodes.length !== second.nodes.length) return { node: count, kernel, what: 'length' };
  const ends = (graph: Graph) => Object.entries({ ...graph.outputs, ...graph.writes });
  const [left, right] = [ends(first), ends(second)];
  const same =
    left.length === right.length &&
    left.every(([name, id], i) => {
      const [otherName, otherId] = right[i] as [string, number];
      return name === otherName && id === otherId && !compareValues(first.values[id], second.values[otherId]);
    });
  return same ? null : { node: count, kernel, what: 'results' };
}

function compareNodes(a: GraphNode, b: GraphNode, first: Graph, second: Graph): string | null {
  if (a.kernel !== b.kernel) return 'kernel';
  if (stable(a.attrs) !== stable(b.attrs)) return 'attribute';
  const names = Object.keys(a.inputs);
  if (names.length !== Object.keys(b.inputs).length) return 'flow';
  for (const name of names) {
    const [left, right] = [a.inputs[name] as number, b.inputs[name]];
    if (right === undefined || left !== right) return 'flow';
    const what = compareValues(first.values[left], second.values[right]);
    if (what) return what;
  }
  return null;
}

function compareValues(a: Value | undefined, b: Value | undefined): string | null {
  if (!a || !b || a.dtype !== b.dtype || String(a.shape) !== String(b.shape)) return 'shape';
  const [x, y] = [a.source, b.source];
  if (x.from === 'constant' && y.from === 'constant') {
    return sameNumbers(x.numbers, y.numbers) ? null : 'constant';
  }
  return stable(x) === stable(y) ? null : 'flow';
}

/** Bit for bit, NaN included; the loop is plain because constants may be as large as an activation. */
function sameNumbers(a: Float32Array, b: Float32Array): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  const [x, y] = [bitsOf(a), bitsOf(b)];
  for (let i = 0; i < x.length; i++) if (x[i] !== y[i]) return false;
  return true;
}

const bitsOf = ({ buffer, byteOffset, length }: Float32Array): Int32Array => new Int32Array(buffer, byteOffset, length);

const stable = (record: object): string =>
  JSON.stringify(
    Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)),
    (_key, value) => (typeof value === 'number' && !Number.isFinite(value) ? String(value) : value),
  );
