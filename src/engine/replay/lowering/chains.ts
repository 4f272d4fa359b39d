import type { GraphNode, ValueId } from '../graph';
import { type Reading, readingOf } from './broadcast';
import { addressOf, endsBuffer, type Place, type Places } from './buffers';
import { ADD, ADD_UP, COPY, codesOf, operandsOf } from './codes';
import { isFullSum } from './schedule';
import type { Uses } from './uses';
import { instruction, OP, type Word } from './words';

/** Numbers that are worked off at a time: a chain's temporaries stay in the first-level cache. */
const BLOCK = 512;

/** Modes of a slot, as `assembly/elementwise.ts` numbers them. */
const MODE = { temporary: 0, whole: 1, exact: 2, single: 3, periodic: 4, strided: 5, sum: 6 } as const;

/** A row of numbers that operations read or write. */
interface Slot {
  mode: number;
  place: Place | null;
  reading: Reading;
  /** Where its temporary memory begins in the chain's scratch memory, in bytes. */
  temporary: number;
}

interface Operation {
  code: number;
  d: number;
  a: number;
  b: number;
  c: number;
  number: number;
}

const WHOLE: Reading = { mode: 'whole' };

/** Turns a chain of elementwise nodes over `size` numbers into one instruction. */
export class Chain {
  private readonly slots: Slot[] = [];
  private readonly operations: Operation[] = [];
  private readonly slotOf = new Map<ValueId, number>();
  private readonly external = new Map<string, number>();
  private readonly block: number;
  /** Temporary blocks that hold nothing at present. */
  private readonly free: number[] = [];
  /** Bytes of scratch memory behind the table. */
  private used = 0;

  constructor(
    private readonly size: number,
    private readonly nodes: readonly GraphNode[],
    private readonly uses: Uses,
    private readonly places: Places,
  ) {
    this.block = Math.min(BLOCK, Math.ceil(size / 4) * 4);
    const lastUse = this.lastUses();
    for (const [at, node] of nodes.entries()) this.addNode(node, at, lastUse);
  }

  /** A chain that only copies a value into another place. */
  static copy(from: Place, to: Place, size: number, uses: Uses, places: Places): Chain {
    const chain = new Chain(size, [], uses, places);
    const a = chain.addSlot(MODE.whole, from, WHOLE, 0);
    const exact = !endsBuffer(to, size);
    const d = chain.addSlot(exact ? MODE.exact : MODE.whole, to, WHOLE, exact ? chain.newBlock() : 0);
    chain.operations.push({ code: COPY, d, a, b: 0, c: 0, number: 0 });
    return chain;
  }

  /** Numbers of scratch memory that the instruction needs. */
  get scratchSize(): number {
    return 2 * this.slots.length + 4 + this.used / 4;
  }

  encode(scratch: Place): Word[] {
    const table = { address: () => addressOf(scratch) };
    const temporaries = Math.ceil((8 * this.slots.length) / 16) * 16;
    const tables: Word[] = [];
    const head = 2 + 5 + 6 * (this.slots.length + this.operations.length);
    const slots = this.slots.flatMap(({ mode, place, reading, temporary }): Word[] => {
      const [inner, count, fresh] = this.readingWords(reading, head + tables.length);
      if (reading.mode === 'strided') tables.push(reading.sizes.length, ...reading.sizes, ...reading.strides);
      return [
        mode,
        place ? { address: () => addressOf(place) } : 0,
        { address: () => addressOf(scratch) + temporaries + temporary },
        inner,
        count,
        fresh,
      ];
    });
    const operations = this.operations.flatMap(({ code, d, a, b, c, number }): Word[] => [
      code,
      d,
      a,
      b,
      c,
      { real: number },
    ]);
    const counts = [this.size, this.block, this.slots.length, this.operations.length];
    return instruction(OP.elementwise, [...counts, table, ...slots, ...operations, ...tables]);
  }

  private readingWords(reading: Reading, tableAt: number): [inner: number, count: number, fresh: number] {
    if (reading.mode === 'strided') return [tableAt, 0, 1];
    if (reading.mode !== 'periodic') return [0, 0, 0];
    const { inner, count } = reading;
    return [inner, count, this.block % (inner * count) === 0 ? 0 : 1];
  }

  /** Number of the last node that reads each of the chain's own values. */
  private lastUses(): ReadonlyMap<ValueId, number> {
    const last = new Map<ValueId, number>();
    for (const [at, node] of this.nodes.entries()) {
      for (const id of Object.values(node.inputs)) last.set(this.uses.base(id), at);
    }
    return last;
  }

  private addNode(node: GraphNode, at: number, lastUse: ReadonlyMap<ValueId, number>): void {
    const out = node.outputs[0] as ValueId;
    const names = operandsOf(node);
    const operands = (names ?? ['x']).map((name) => this.operand(node.inputs[name] as ValueId, out, names !== null));
    if (!names) this.addSum(node, operands[0] as number);
    else {
      const d = this.result(out);
      this.slotOf.set(out, d);
      this.perform(node, d, operands);
    }
    for (const id of new Set(Object.values(node.inputs).map((input) => this.uses.base(input)))) {
      const slot = this.slots[this.slotOf.get(id) ?? -1];
      if (slot?.mode === MODE.temporary && lastUse.get(id) === at) this.free.push(slot.temporary);
    }
  }

  private perform(node: GraphNode, d: number, operands: readonly number[]): void {
    const [a = 0, b = 0, c = 0] = operands;
    if (node.kernel === 'AddN') {
      if (operands.length === 1) this.operations.push({ code: COPY, d, a, b: 0, c: 0, number: 0 });
      for (const [i, next] of operands.slice(1).entries()) {
        this.operations.push({ code: ADD, d, a: i === 0 ? a : d, b: next, c: 0, number: 0 });
      }
      return;
    }
    for (const [i, { code, number }] of codesOf(node).entries()) {
      this.operations.push({ code, d, a: i === 0 ? a : d, b, c, number: number ?? 0 });
    }
  }

  private addSum(node: GraphNode, a: number): void {
    if (!isFullSum(node, this.uses)) throw new Error(`${node.kernel} has no place in a chain`);
    const number = node.kernel === 'Mean' ? this.size : 1;
    const d = this.addSlot(MODE.sum, this.places.of(node.outputs[0] as ValueId), WHOLE, this.bytes(16));
    this.operations.push({ code: ADD_UP, d, a, b: 0, c: 0, number });
  }

  /** The slot of an operand: of the chain itself, or from memory, read as broadcasting asks. */
  private operand(id: ValueId, out: ValueId, elementwise: boolean): number {
    const own = this.slotOf.get(this.uses.base(id));
    if (own !== undefined) return own;
    const reading = elementwise ? readingOf(this.uses.shape(id), this.uses.shape(out)) : WHOLE;
    const key = `${id} ${JSON.stringify(reading)}`;
    const known = this.external.get(key);
    if (known !== undefined) return known;
    const temporary = reading.mode === 'whole' ? 0 : reading.mode === 'single' ? this.bytes(16) : this.newBlock();
    const slot = this.addSlot(MODE[reading.mode], this.places.of(id), reading, temporary);
    this.external.set(key, slot);
    return slot;
  }

  /** The slot that a value of the chain is written to: memory where others need it, else a temporary block. */
  private result(id: ValueId): number {
    const inChain = new Set(this.nodes);
    const held = this.uses.isKept(id) || this.uses.isPinned(id);
    const needed = held || this.uses.readersOf(id).some((reader) => !inChain.has(reader));
    if (!needed) return this.addSlot(MODE.temporary, null, WHOLE, this.free.pop() ?? this.newBlock());
    const place = this.places.of(id);
    if (endsBuffer(place, this.size)) return this.addSlot(MODE.whole, place, WHOLE, 0);
    return this.addSlot(MODE.exact, place, WHOLE, this.newBlock());
  }

  private addSlot(mode: number, place: Place | null, reading: Reading, temporary: number): number {
    return this.slots.push({ mode, place, reading, temporary }) - 1;
  }

  private newBlock(): number {
    return this.bytes(4 * this.block);
  }

  private bytes(count: number): number {
    const at = this.used;
    this.used += count;
    return at;
  }
}
