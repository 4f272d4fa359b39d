import type { EngineName } from '../../../src/core/run';
import { startEngine } from '../../../src/engine/start';
import { makeCases } from '../cases';
import type { ParityCase } from '../pytorch';

/** What one case gave here. */
export type Found = Record<string, number[]>;

/** What the page offers to the program that drives it. */
export interface ParityPage {
  /** Starts an engine and says what draws, and what is asked of the reference, case by case. */
  start(engine: EngineName): Promise<{ renderer: string | null; cases: Omit<ParityCase, 'ours'>[] }>;
  run(index: number): Found;
}

let cases: readonly ParityCase[] = [];
const page: ParityPage = {
  async start(engine) {
    const host = { wasmPath: (file: string) => file };
    // What is asked is the same on every engine, and made in a second on this one; its tensors move over when they are used.
    await startEngine('cpu', host);
    cases = makeCases();
    const { renderer } = await startEngine(engine, host);
    return { renderer, cases: cases.map(({ name, request }) => ({ name, request })) };
  },
  run(index) {
    const { ours } = cases[index] as ParityCase;
    return Object.fromEntries(Object.entries(ours()).map(([what, numbers]) => [what, Array.from(numbers)]));
  },
};
(window as unknown as { parity: ParityPage }).parity = page;
