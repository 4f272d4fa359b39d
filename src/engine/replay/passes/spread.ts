import type { Graph, GraphNode, Value, ValueId } from '../graph';
import { isBinary } from '../operations/elementwise';
import type { Pass } from './types';
import { sameShape, uniformOf } from './values';

/**
 * A gradient of a mean or a sum is spread over its input's shape by a product with ones. Elementwise operations spread
 * their operands by themselves, so they are given the small operand instead; what then follows with a single number (the
 * division by a mean's count) is computed while it is small. `deadCode` then removes products and ones.
 */
export const dropSpreads: Pass = (graph) => new Spreads(graph).run();

class Spreads {
  private readonly values: Value[];
  private readonly nodes: GraphNode[] = [];
  /** What was spread, by the value that it was spread to. */
  private readonly small = new Map<ValueId, ValueId>();

  constructor(private readonly graph: Graph) {
    this.values = [...graph.values];
  }

  run(): Graph {
    for (const node of this.graph.nodes) this.add(this.rewritten(node));
    return this.small.size === 0 ? this.graph : { ...this.graph, values: this.values, nodes: this.nodes };
  }

  private rewritten(node: GraphNode): GraphNode {
    const { kernel, inputs, outputs } = node;
    const { a, b } = inputs;
    const [out] = outputs;
    if (!isBinary(kernel) || a === undefined || b === undefined || out === undefined) return node;
    const [smallA, smallB] = [this.small.get(a), this.small.get(b)];
    if (kernel === 'Multiply' && uniformOf(this.graph, b) === 1) this.small.set(out, smallA ?? a);
    else if (kernel === 'Multiply' && uniformOf(this.graph, a) === 1) this.small.set(out, smallB ?? b);
    // The other operand alone must already have the shape of the result.
    else if (smallA !== undefined && this.sameShape(b, out)) return { ...node, inputs: { a: smallA, b } };
    else if (smallB !== undefined && this.sameShape(a, out)) return { ...node, inputs: { a, b: smallB } };
    else if (smallA !== undefined && this.isSingle(b)) this.shrink(node, { a: smallA, b }, smallA);
    else if (smallB !== undefined && this.isSingle(a)) this.shrink(node, { a, b: smallB }, smallB);
    return node;
  }

  /** Computes a node with a single number on the small operand too. */
  private shrink({ kernel, outputs, attrs }: GraphNode, inputs: GraphNode['inputs'], like: ValueId): void {
    const [out] = outputs as [ValueId];
    const id = this.values.push({ ...(this.values[out] as Value), shape: this.values[like]?.shape ?? [] }) - 1;
    this.add({ kernel, inputs, outputs: [id], attrs });
    this.small.set(out, id);
  }

  private add(node: GraphNode): void {
    const at = this.nodes.push(node) - 1;
    for (const [output, id] of node.outputs.entries()) {
      this.values[id] = { ...(this.values[id] as Value), source: { from: 'node', node: at, output } };
    }
  }

  private sameShape(a: ValueId, b: ValueId): boolean {
    return sameShape(this.values[a], this.values[b]);
  }

  /** One number without axes, so that it takes the shape of whatever it meets. */
  private isSingle(id: ValueId): boolean {
    return this.values[id]?.shape.length === 0;
  }
}
