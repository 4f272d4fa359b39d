import { describe, expect, it } from 'vitest';
import { startEngine } from '../../src/engine/start';
import { nodeEngines } from '../../src/headless/nodeEngines';
import { relativeError } from '../support/fakes';
import { makeCases } from './cases';
import { askPyTorch, findPython, tolerance } from './pytorch';

const python = findPython();
if (!python) {
  console.error(
    'SKIPPED: no Python with PyTorch was found, so nothing is compared with it here (apt install python3-torch).',
  );
}

describe.skipIf(!python)('in step with PyTorch’s double precision', () => {
  let answers: Record<string, number[]>[] | null = null;

  it.each(['cpu', 'wasm'] as const)('every objective, penalty, layer, run and optimizer on %s', async (engine) => {
    await startEngine(engine, nodeEngines);
    const cases = makeCases();
    expect(cases.length).toBeGreaterThan(80);
    answers ??= askPyTorch(python as string, cases);
    const off: string[] = [];
    for (const [i, { name, ours }] of cases.entries()) {
      const found = ours();
      const answer = answers[i] as Record<string, number[]>;
      expect([name, Object.keys(found).sort()]).toEqual([name, Object.keys(answer).sort()]);
      for (const [what, truth] of Object.entries(answer)) {
        const error = relativeError(found[what] as ArrayLike<number>, truth);
        if (!(error < tolerance(name, what)) || found[what]?.length !== truth.length) {
          off.push(`${name}, ${what}: ${error.toExponential(1)}`);
        }
      }
    }
    expect(off).toEqual([]);
  }, 120_000);
});
