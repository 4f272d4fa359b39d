import type { Graph, GraphNode, ValueId } from '../graph';
import type { Places } from './buffers';

/** Who computes and who reads the values of a graph, views looked through. */
export class Uses {
  /** Nodes that have something to do, in the graph's order. */
  readonly nodes: readonly GraphNode[];
  private readonly bases: ValueId[] = [];
  private readonly makers = new Map<ValueId, GraphNode>();
  private readonly readers = new Map<ValueId, GraphNode[]>();
  private readonly kept: ReadonlySet<ValueId>;
  private readonly pinned = new Set<ValueId>();

  constructor(
    private readonly graph: Graph,
    places: Places,
  ) {
    for (const id of graph.values.keys()) this.bases[id] = id;
    const nodes: GraphNode[] = [];
    for (const node of graph.nodes) {
      if (places.isView(node)) {
        const from = this.base((node.inputs['x'] ?? node.inputs['input'] ?? node.inputs['value']) as ValueId);
        for (const id of node.outputs) this.bases[id] = from;
        continue;
      }
      nodes.push(node);
      for (const id of node.outputs) this.makers.set(id, node);
      for (const id of new Set(Object.values(node.inputs).map((input) => this.base(input)))) {
        this.readers.set(id, [...(this.readers.get(id) ?? []), node]);
      }
    }
    this.nodes = nodes;
    this.kept = new Set([...Object.values(graph.outputs), ...Object.values(graph.writes)].map((id) => this.base(id)));
  }

  /** The value whose memory a view looks at; itself for any other. */
  base(id: ValueId): ValueId {
    return this.bases[id] as ValueId;
  }

  /** Who computes the value; undefined for inputs, state and constants. */
  maker(id: ValueId): GraphNode | undefined {
    return this.makers.get(this.base(id));
  }

  /** Who reads it, each once. */
  readersOf(id: ValueId): readonly GraphNode[] {
    return this.readers.get(this.base(id)) ?? [];
  }

  /** Whether it is a result, to be there when the program ends. */
  isKept(id: ValueId): boolean {
    return this.kept.has(this.base(id));
  }

  /** Asks for a value to stand in memory, because an instruction reads it that is none of its readers' own. */
  pin(id: ValueId): void {
    this.pinned.add(this.base(id));
  }

  /** Whether somebody beside its readers reads it. */
  isPinned(id: ValueId): boolean {
    return this.pinned.has(this.base(id));
  }

  /** The only node that reads the value, if there is exactly one and it is no result. */
  onlyReader(id: ValueId): GraphNode | undefined {
    const readers = this.readersOf(id);
    return readers.length === 1 && !this.isKept(id) ? readers[0] : undefined;
  }

  shape(id: ValueId): readonly number[] {
    return this.graph.values[id]?.shape ?? [];
  }
}
