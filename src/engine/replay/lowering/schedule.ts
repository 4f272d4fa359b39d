import { sizeOf } from '../../../core/shape';
import type { GraphNode, ValueId } from '../graph';
import { readingOf } from './broadcast';
import type { Places } from './buffers';
import { operandsOf } from './codes';
import type { FusedProduct } from './products';
import type { Uses } from './uses';

/** What becomes one instruction (or a few): one node, or a chain of elementwise ones over equally many numbers. */
export type Unit = { kind: 'chain'; size: number; nodes: readonly GraphNode[] } | { kind: 'node'; node: GraphNode };

/** Longer chains have more temporaries than the first-level cache holds. */
const LONGEST_CHAIN = 48;

/** Whether a node adds up all of its input's numbers. */
export function isFullSum({ kernel, outputs }: GraphNode, uses: Uses): boolean {
  return (kernel === 'Sum' || kernel === 'Mean') && sizeOf(uses.shape(outputs[0] as ValueId)) === 1;
}

/**
 * Puts nodes into an order in which each comes after what it reads, elementwise ones as late and as many at once as can be,
 * so that they can be fused. Nodes that a product has taken in are left out.
 */
export class Scheduler {
  private readonly waiting = new Map<GraphNode, number>();
  private readonly followers = new Map<GraphNode, GraphNode[]>();
  private readonly ready: GraphNode[] = [];
  private readonly absorbed: ReadonlySet<GraphNode>;
  private readonly order = new Map<GraphNode, number>();

  constructor(
    private readonly uses: Uses,
    private readonly places: Places,
    private readonly fused: ReadonlyMap<GraphNode, FusedProduct>,
  ) {
    this.absorbed = new Set([...fused.values()].flatMap((product) => product.absorbed));
  }

  schedule(): Unit[] {
    for (const [i, node] of this.uses.nodes.entries()) {
      this.order.set(node, i);
      // A bias that a product takes in is nobody's result, so it is not waited for.
      const mask = this.fused.get(node)?.mask;
      const read = [...Object.values(node.inputs), ...(mask === undefined ? [] : [mask])];
      const makers = new Set(read.flatMap((id) => this.uses.maker(id) ?? []));
      for (const maker of makers) this.followers.set(maker, [...(this.followers.get(maker) ?? []), node]);
      this.waiting.set(node, makers.size);
      if (makers.size === 0) this.ready.push(node);
    }
    const units: Unit[] = [];
    while (this.ready.length > 0) {
      const other = this.ready.find((node) => !this.isElementwise(node) || this.absorbed.has(node));
      if (!other) {
        units.push(this.takeChain());
        continue;
      }
      this.take(other);
      if (!this.absorbed.has(other)) units.push({ kind: 'node', node: other });
    }
    return units;
  }

  private isElementwise(node: GraphNode): boolean {
    return operandsOf(node) !== null;
  }

  /** Marks a node as done; whoever waited for it last becomes ready. */
  private take(node: GraphNode): void {
    this.ready.splice(this.ready.indexOf(node), 1);
    for (const reader of this.followers.get(node) ?? []) {
      const left = (this.waiting.get(reader) as number) - 1;
      this.waiting.set(reader, left);
      if (left === 0) this.ready.push(reader);
    }
    this.ready.sort((a, b) => (this.order.get(a) as number) - (this.order.get(b) as number));
  }

  private takeChain(): Unit {
    const first = this.ready[0] as GraphNode;
    const size = this.places.size(first.outputs[0] as ValueId);
    const nodes: GraphNode[] = [];
    const inside = new Set<ValueId>();
    const sums = new Set<ValueId>();
    for (;;) {
      const next = this.ready.find((node) => this.fits(node, size, inside, sums));
      if (!next || nodes.length >= LONGEST_CHAIN) return { kind: 'chain', size, nodes };
      this.take(next);
      nodes.push(next);
      (isFullSum(next, this.uses) ? sums : inside).add(next.outputs[0] as ValueId);
    }
  }

  /** Whether a ready node can join a chain over so many numbers that computes the values `inside` and those `sums`. */
  private fits(node: GraphNode, size: number, inside: ReadonlySet<ValueId>, sums: ReadonlySet<ValueId>): boolean {
    const out = node.outputs[0] as ValueId;
    const names = operandsOf(node);
    if (this.absorbed.has(node)) return false;
    if (!names) {
      const x = node.inputs['x'];
      if (x === undefined || !isFullSum(node, this.uses)) return false;
      return size > 1 && inside.has(this.uses.base(x)) && this.places.size(x) === size;
    }
    if (this.places.size(out) !== size) return false;
    return names.every((name) => {
      const id = node.inputs[name] as ValueId;
      const base = this.uses.base(id);
      // A sum of this chain is known only when the chain has ended.
      if (sums.has(base)) return false;
      if (!inside.has(base)) return true;
      return this.places.size(id) === size && readingOf(this.uses.shape(id), this.uses.shape(out)).mode === 'whole';
    });
  }
}
