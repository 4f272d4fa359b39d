import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { MODULES } from '../../../scripts/buildKernels';
import { MOST_PAGES } from '../../../src/engine/replay/threads';
import type { RandomExports } from '../../../src/engine/replay/wasmRandom';
import { root } from '../../support/buildApp';

// Node 20 knows relaxed SIMD, behind a flag.
setFlagsFromString('--experimental-wasm-relaxed-simd');

/** An array in the module's memory. */
export interface Placed {
  address: number;
  numbers: Float32Array;
}

const GUARD = 8;
const MARK = 12345;

/** One build of the module with a memory of its own: arrays are placed one after the other, each between marked borders. */
export class KernelModule {
  private readonly memory: WebAssembly.Memory;
  private readonly floats: Float32Array;
  private readonly words: Int32Array;
  private readonly instance: WebAssembly.Instance;
  private placed: Placed[] = [];
  private next = 1 << 16;

  constructor(readonly name: keyof typeof MODULES) {
    const bytes = readFileSync(join(root, MODULES[name]));
    const shared = name.endsWith('shared');
    this.memory = new WebAssembly.Memory({ initial: 256, ...(shared && { maximum: MOST_PAGES, shared }) });
    this.floats = new Float32Array(this.memory.buffer);
    this.words = new Int32Array(this.memory.buffer);
    this.instance = new WebAssembly.Instance(new WebAssembly.Module(bytes), { env: { memory: this.memory } });
  }

  /** The exports for random numbers, and the memory they work in. */
  forRandom(): { exports: RandomExports; memory: WebAssembly.Memory } {
    return { exports: this.instance.exports as unknown as RandomExports, memory: this.memory };
  }

  /** Forgets all arrays. */
  clear(): void {
    this.placed = [];
    this.next = 1 << 16;
  }

  /** Places an array; `shift` numbers past a multiple of 16 bytes. */
  place(numbers: ArrayLike<number>, shift = 0): Placed {
    const start = (this.next >> 2) + GUARD + shift;
    this.floats.fill(MARK, this.next >> 2, start + numbers.length + GUARD);
    const view = this.floats.subarray(start, start + numbers.length);
    view.set(numbers);
    this.next = ((start + numbers.length + GUARD) * 4 + 15) & ~15;
    const placed = { address: start * 4, numbers: view };
    this.placed.push(placed);
    return placed;
  }

  /** Room for `count` numbers that a kernel may fill as it likes; its border is not looked at. */
  scratch(count: number): number {
    const { address } = this.place(new Float32Array(count));
    this.placed.pop();
    return address;
  }

  /**
   * Runs one instruction: a word is a whole number, or a real one in brackets. Throws where a number outside of the placed
   * arrays was written, except up to the next multiple of 16 bytes where `padded`.
   */
  run(instruction: readonly (number | readonly [number])[], padded: readonly Placed[] = []): void {
    const at = this.next >> 2;
    for (const [i, word] of instruction.entries()) {
      if (typeof word === 'number') this.words[at + i] = word;
      else this.floats[at + i] = word[0] as number;
    }
    const run = this.instance.exports['run'] as (program: number, words: number) => void;
    run(this.next, instruction.length);
    for (const one of this.placed) this.checkBorders(one, padded.includes(one));
  }

  private checkBorders({ address, numbers }: Placed, padded: boolean): void {
    const start = address / 4;
    const end = start + numbers.length;
    const after = padded ? start + ((numbers.length + 3) & ~3) : end;
    const borders = [...this.floats.subarray(start - GUARD, start), ...this.floats.subarray(after, end + GUARD)];
    if (borders.some((one) => one !== MARK)) throw new Error(`wrote outside of ${numbers.length} numbers`);
  }
}

const has = (name: keyof typeof MODULES): boolean => WebAssembly.validate(readFileSync(join(root, MODULES[name])));

/** The builds that this runtime can load. */
export const BUILDS = (Object.keys(MODULES) as (keyof typeof MODULES)[])
  .filter(has)
  .map((name) => new KernelModule(name));

/** Random numbers for a test case from its seed (Mulberry32, T. Ettinger), uniform in [−1, 1). */
export function numbersOf(seed: number, count: number): Float32Array {
  let state = seed | 0;
  return Float32Array.from({ length: count }, () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2147483648 - 1;
  });
}

/** Greatest |a − b| over 1 + the greatest |b|, where NaN and infinity must agree. */
export function distance(found: ArrayLike<number>, expected: ArrayLike<number>): number {
  let worst = found.length === expected.length ? 0 : Number.POSITIVE_INFINITY;
  let scale = 1;
  for (let i = 0; i < expected.length; i++) {
    const [a, b] = [found[i] as number, expected[i] as number];
    if (Object.is(a, b) || a === b) continue;
    const gap = Math.abs(a - b);
    worst = Number.isNaN(gap) ? Number.POSITIVE_INFINITY : Math.max(worst, gap);
    scale = Math.max(scale, Math.abs(b));
  }
  return worst / scale;
}
