import { Problem } from '../../../core/problem';
import type { Graph, GraphNode } from '../graph';
import { encodeArrays } from './arrays';
import { type Buffer, outermost, Places } from './buffers';
import { Chain } from './chains';
import { encodeConvolution } from './convolutions';
import { encodeProduct, type FusedProduct, fuseProducts } from './products';
import { encodeReduction } from './reductions';
import { Scheduler, type Unit } from './schedule';
import { Uses } from './uses';
import { PANEL_BYTES, type Word } from './words';

/** A graph as instructions whose addresses are still open. */
export interface Lowered {
  words: Word[];
  /** Instructions of a run. */
  instructions: number;
  /** Whether threads share any of them. */
  shared: boolean;
  places: Places;
}

/**
 * Turns a graph into instructions of the WASM module, for so many threads. Throws a `Problem` `replay.kernel` for what it
 * cannot do.
 */
export function lower(graph: Graph, threads = 1): Lowered {
  const places = new Places(graph);
  const uses = new Uses(graph, places);
  return new Lowering(graph, places, uses, threads).run();
}

class Lowering {
  private readonly words: Word[] = [];
  private readonly fused: ReadonlyMap<GraphNode, FusedProduct>;
  private readonly panels: Buffer;
  private instructions = 0;
  private shared = false;

  constructor(
    private readonly graph: Graph,
    private readonly places: Places,
    private readonly uses: Uses,
    private readonly threads: number,
  ) {
    this.fused = fuseProducts(uses);
    this.panels = places.scratch((threads * PANEL_BYTES) / 4);
  }

  run(): Lowered {
    const units = new Scheduler(this.uses, this.places, this.fused).schedule();
    for (const unit of units) this.emit(unit);
    this.emitWrites();
    for (const id of Object.values(this.graph.outputs)) this.touch(this.places.of(id).buffer, this.instructions);
    return { words: this.words, instructions: this.instructions, shared: this.shared, places: this.places };
  }

  private emit(unit: Unit): void {
    if (unit.kind === 'node') {
      this.emitNode(unit.node);
      return;
    }
    const chain = new Chain(unit.size, unit.nodes, this.uses, this.places);
    const values = unit.nodes.flatMap(({ inputs, outputs }) => [...Object.values(inputs), ...outputs]);
    this.emitChain(
      chain,
      values.map((id) => this.places.of(id).buffer),
    );
  }

  private emitChain(chain: Chain, buffers: readonly Buffer[]): void {
    const scratch = this.places.scratch(chain.scratchSize);
    this.push(chain.encode({ buffer: scratch, offset: 0 }), [...buffers, scratch]);
  }

  private emitNode(node: GraphNode): void {
    const fused = this.fused.get(node);
    const mask = fused?.mask === undefined ? [] : [fused.mask];
    const ids = [...Object.values(node.inputs), ...mask, ...(fused ? [fused.out] : node.outputs)];
    const buffers = ids.map((id) => this.places.of(id).buffer);
    if (node.kernel === 'BatchMatMul') {
      const room = { panels: { buffer: this.panels, offset: 0 }, threads: this.threads };
      this.pushShared(encodeProduct(node, fused, this.uses, this.places, room), [...buffers, this.panels]);
      return;
    }
    const convolution = encodeConvolution(node, this.uses, this.places, this.threads);
    if (convolution) {
      this.pushShared(convolution.words, [...buffers, ...convolution.scratch]);
      return;
    }
    const words = encodeReduction(node, this.uses, this.places) ?? encodeArrays(node, this.uses, this.places);
    if (!words) throw new Problem('replay.kernel', { kernel: node.kernel, why: 'noInstruction' });
    // A join whose parts were all computed in their place has nothing left to do.
    this.push(words, buffers);
  }

  /** Copies the new values of the state. One that is another state's present value is put aside first. */
  private emitWrites(): void {
    const writes = Object.entries(this.graph.writes).map(([name, id]) => ({ name, id, from: this.places.of(id) }));
    const copies = writes.map(({ name, id, from }) => {
      const size = this.places.size(id);
      if (outermost(from).buffer.kind !== 'state') return { name, size, from };
      const aside = { buffer: this.places.scratch(size), offset: 0 };
      this.emitChain(Chain.copy(from, aside, size, this.uses, this.places), [from.buffer, aside.buffer]);
      return { name, size, from: aside };
    });
    for (const { name, size, from } of copies) {
      const state = this.places.state(name, size);
      const to = { buffer: state, offset: 0 };
      this.emitChain(Chain.copy(from, to, size, this.uses, this.places), [from.buffer, state]);
    }
  }

  /** An instruction whose last word says in how many parts threads share it. */
  private pushShared(words: readonly Word[], buffers: readonly Buffer[]): void {
    this.shared ||= (words.at(-1) as number) > 1;
    this.push(words, buffers);
  }

  private push(words: readonly Word[], buffers: readonly Buffer[]): void {
    for (const buffer of buffers) this.touch(buffer, this.instructions);
    this.words.push(...words);
    this.instructions += 1;
  }

  private touch(buffer: Buffer, at: number): void {
    for (let part: Buffer | undefined = buffer; part; part = part.within?.buffer) {
      part.first = Math.min(part.first, at);
      part.last = Math.max(part.last, at);
    }
  }
}
