/** The words of a program as they are written: whole numbers, reals, and addresses that are known once memory is laid out. */
export type Word = number | { real: number } | { address: () => number };

/** Operations of the WASM module, as `assembly/index.ts` numbers them. */
export const OP = { product: 1, elementwise: 2, reduce: 3, rearrange: 4, convolution: 5 } as const;

/** Flags of a product. */
export const PRODUCT = { transposeA: 1, transposeB: 2, accumulate: 4 } as const;

/** Room that products pack a panel of their right side into, in bytes. */
export const PANEL_BYTES = 384 * 8 * 4;

/** Writes words into memory; returns how many. */
export function writeWords(words: readonly Word[], memory: DataView, at: number): number {
  for (const [i, word] of words.entries()) {
    const to = at + 4 * i;
    if (typeof word === 'number') memory.setInt32(to, word, true);
    else if ('real' in word) memory.setFloat32(to, word.real, true);
    else memory.setInt32(to, word.address(), true);
  }
  return words.length;
}

/** An instruction: its operation, its length in words, its operands. */
export const instruction = (op: number, operands: readonly Word[]): Word[] => [op, operands.length + 2, ...operands];

/** Multiplications that a part of a shared instruction should have at least, so that handing it over is worth it. */
const WORTHWHILE = 1 << 17;

/** In how many parts threads share work of so many multiplications, of at most so many; 1 where it is not worth it. */
export function partsOf(multiplications: number, most: number, threads: number): number {
  if (threads === 1) return 1;
  // Several for each thread: whoever is done early takes the next.
  return Math.max(1, Math.min(4 * threads, most, Math.floor(multiplications / WORTHWHILE)));
}
