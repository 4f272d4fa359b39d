import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** The same case for both: what PyTorch is told, and what the laboratory finds. */
export interface ParityCase {
  name: string;
  request: object;
  ours(): Record<string, ArrayLike<number>>;
}

/** Largest relative error: gradients of gradients 1e-3, optimizers on fixed gradients 1e-6, all else 1e-4. */
export const tolerance = (name: string, what: string): number =>
  what.endsWith('gradient') ? 1e-3 : name.startsWith('optimizer') ? 1e-6 : 1e-4;

/** A Python that has PyTorch; null where there is none. */
export function findPython(): string | null {
  const has = (path: string) => spawnSync(path, ['-c', 'import torch'], { stdio: 'ignore' }).status === 0;
  return ['/usr/bin/python3', 'python3'].find(has) ?? null;
}

/** The parts of the program, in order. */
const PROGRAM = ['reference', 'systems', 'answer'];

/** PyTorch's answers to all cases, from one process. */
export function askPyTorch(python: string, cases: readonly ParityCase[]): Record<string, number[]>[] {
  const program = PROGRAM.map((name) => readFileSync(`tests/parity/${name}.py`, 'utf8')).join('\n');
  const { status, stdout, stderr } = spawnSync(python, ['-c', program], {
    input: JSON.stringify(cases.map(({ request }) => request)),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Record<string, number[]>[];
}
