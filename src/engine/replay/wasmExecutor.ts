import { sizeOf } from '../../core/shape';
import type { Executor, MakeExecutor, Program, StateShapes } from './executor';
import type { Graph } from './graph';
import { type Lowered, lower } from './lowering';
import { type Buffer, outermost, type Place } from './lowering/buffers';
import { bytesOf, layOut } from './lowering/memory';
import { writeWords } from './lowering/words';
import { MOST_PAGES, type Threads } from './threads';
import { type RandomExports, STREAM_BYTES, WasmRandom } from './wasmRandom';

/** The module's own data and stack lie below. */
const BASE = 65_536;
const PAGE = 65_536;
/** Kernels may read a few vectors beyond the last number. */
const SLACK = 256;

/** Bytes of the block that threads talk through; a cache line of its own, wherever it begins. */
const CONTROL_BYTES = 128;

interface Exports extends RandomExports {
  run(program: number, words: number): void;
  /** Says where the block is that threads talk through. */
  lead(control: number): void;
}

/** A Float32Array over the module's memory, made anew when the memory has moved. */
class View {
  private array: Float32Array | null = null;

  constructor(
    private readonly memory: WebAssembly.Memory,
    private readonly address: number,
    private readonly size: number,
  ) {}

  get(): Float32Array {
    if (this.array?.buffer !== this.memory.buffer) {
      this.array = new Float32Array(this.memory.buffer, this.address, this.size);
    }
    return this.array;
  }
}

/** Runs graphs inside the project's own WebAssembly module: one call a program, no JavaScript in between. */
export class WasmExecutor implements Executor {
  private readonly memory: WebAssembly.Memory;
  readonly random: WasmRandom;
  private readonly exports: Exports;
  private readonly states = new Map<string, { address: number; view: View }>();
  private end = BASE;
  private scratch = { address: 0, bytes: 0 };
  /** End the threads that help; none help before there is something to share. */
  private readonly helpers: (() => void)[] = [];

  /** With threads the module must be one for shared memory. */
  constructor(
    private readonly module: WebAssembly.Module,
    state: StateShapes,
    private readonly threads: Threads | null,
  ) {
    this.memory = new WebAssembly.Memory(threads ? { initial: 2, maximum: MOST_PAGES, shared: true } : { initial: 2 });
    const instance = new WebAssembly.Instance(module, { env: { memory: this.memory } });
    this.exports = instance.exports as unknown as Exports;
    this.random = new WasmRandom(this.exports, this.memory, this.allocate(STREAM_BYTES));
    this.reserve(Object.values(state).reduce((sum, shape) => sum + bytesOf({ size: sizeOf(shape) }), 0));
    for (const [name, shape] of Object.entries(state)) {
      const size = sizeOf(shape);
      const address = this.allocate(bytesOf({ size }));
      this.states.set(name, { address, view: new View(this.memory, address, size) });
    }
  }

  get bytes(): number {
    return this.end - BASE;
  }

  state(name: string): Float32Array {
    const found = this.states.get(name);
    if (!found) throw new Error(`there is no state ${name}`);
    return found.view.get();
  }

  compile(graphs: readonly Graph[]): Program[] {
    const lowered = graphs.map((graph) => lower(graph, this.threads?.count));
    if (lowered.some(({ shared }) => shared)) this.callHelpers();
    // Only one program runs at a time, so all use the same scratch memory.
    const needed = Math.max(0, ...lowered.map(({ places }) => layOut(places.buffers, 0)));
    this.reserve(needed + lowered.reduce((sum, one) => sum + bytesBeside(one), 0));
    if (needed > this.scratch.bytes) this.scratch = { address: this.allocate(needed), bytes: needed };
    return lowered.map(({ places, words, instructions }, i) => {
      for (const buffer of places.buffers) if (!buffer.within) this.place(buffer);
      const program = this.allocate(4 * words.length);
      writeWords(words, new DataView(this.memory.buffer), program);
      return this.program(
        graphs[i] as Graph,
        places.buffers,
        (id) => places.of(id),
        program,
        words.length,
        instructions,
      );
    });
  }

  dispose(): void {
    this.states.clear();
    for (const end of this.helpers.splice(0)) end();
  }

  private callHelpers(): void {
    const { threads } = this;
    if (!threads || this.helpers.length > 0) return;
    const control = Math.ceil(this.allocate(CONTROL_BYTES) / 64) * 64;
    this.exports.lead(control);
    for (let thread = 1; thread < threads.count; thread++)
      this.helpers.push(threads.start({ module: this.module, memory: this.memory, control, thread }));
  }

  private program(
    { outputs, values }: Graph,
    buffers: readonly Buffer[],
    placeOf: (id: number) => Place,
    address: number,
    words: number,
    operations: number,
  ): Program {
    const inputs = new Map(
      buffers.flatMap((buffer) =>
        buffer.kind === 'input' ? [[buffer.name, new View(this.memory, buffer.address, buffer.size)] as const] : [],
      ),
    );
    const results = new Map(
      Object.entries(outputs).map(([name, id]) => {
        const { buffer, offset } = outermost(placeOf(id));
        const size = sizeOf(values[id]?.shape ?? []);
        return [name, new View(this.memory, buffer.address + 4 * offset, size)] as const;
      }),
    );
    const found = (views: ReadonlyMap<string | undefined, View>, name: string): Float32Array => {
      const view = views.get(name);
      if (!view) throw new Error(`the program has no ${name}`);
      return view.get();
    };
    return {
      input: (name) => found(inputs, name),
      output: (name) => found(results, name),
      operations,
      run: () => this.exports.run(address, words),
    };
  }

  private place(buffer: Buffer): void {
    if (buffer.kind === 'scratch') buffer.address += this.scratch.address;
    else if (buffer.kind === 'state') buffer.address = this.states.get(buffer.name ?? '')?.address ?? 0;
    else {
      buffer.address = this.allocate(bytesOf(buffer));
      if (buffer.numbers) new Float32Array(this.memory.buffer, buffer.address, buffer.size).set(buffer.numbers);
    }
  }

  private allocate(bytes: number): number {
    const address = this.end;
    this.end += Math.ceil(bytes / 16) * 16;
    this.reserve(0);
    return address;
  }

  /** Grows the memory, if need be, for so many bytes more. */
  private reserve(bytes: number): void {
    const missing = this.end + bytes + SLACK - this.memory.buffer.byteLength;
    if (missing > 0) this.memory.grow(Math.ceil(missing / PAGE));
  }
}

/** Bytes that a program takes beside state and scratch memory. */
function bytesBeside({ places, words }: Lowered): number {
  const own = places.buffers.filter(({ kind, within }) => !within && (kind === 'constant' || kind === 'input'));
  return own.reduce((sum, buffer) => sum + bytesOf(buffer), 4 * words.length + 16);
}

/** Makes executors of a compiled module, which has to be one for shared memory where there are threads. */
export const makeWasmExecutor =
  (module: WebAssembly.Module, threads: Threads | null = null): MakeExecutor =>
  (state) =>
    new WasmExecutor(module, state, threads);
