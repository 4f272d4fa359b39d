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
    const { renderer } = await startEngine(engine, { wasmPath: (file) => file });
    cases = makeCases();
    return { renderer, cases: cases.map(({ name, request }) => ({ name, request })) };
  },
  run(index) {
    const { ours } = cases[index] as ParityCase;
    return Object.fromEntries(Object.entries(ours()).map(([what, numbers]) => [what, Array.from(numbers)]));
  },
};
(window as unknown as { parity: ParityPage }).parity = page;
