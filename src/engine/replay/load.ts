import type { MakeExecutor } from './executor';
import type { Graph } from './graph';
import type { Threads } from './threads';
import { makeWasmExecutor } from './wasmExecutor';

/** What makes executors, and how many threads each uses. */
export interface LoadedKernels {
  makeExecutor: MakeExecutor;
  threads: number;
}

/**
 * Compiles the module of kernels, with fused multiply-add where this machine's WebAssembly has it, and tests it. Throws
 * where there is no SIMD at all, or where the numbers are wrong. Where memory cannot be shared, it goes on without threads.
 */
export async function loadKernels(threads: Threads | null = null): Promise<LoadedKernels> {
  const shared =
    threads &&
    (await compile(await import('./wasm/shared'))
      .then((module) => tested(module, threads))
      .catch(() => null));
  return shared ?? tested(await compile(await import('./wasm/single')), null);
}

/** Compiles the module that this machine can run; they come along as `data:` addresses. */
async function compile({ plain, relaxed }: { plain: string; relaxed: string }): Promise<WebAssembly.Module> {
  const fused = await bytesOf(relaxed);
  return WebAssembly.compile(WebAssembly.validate(fused) ? fused : await bytesOf(plain));
}

const bytesOf = async (address: string): Promise<ArrayBuffer> => (await fetch(address)).arrayBuffer();

function tested(module: WebAssembly.Module, threads: Threads | null): LoadedKernels {
  const makeExecutor = makeWasmExecutor(module, threads);
  selfTest(makeExecutor);
  return { makeExecutor, threads: threads?.count ?? 1 };
}

/** [1 2; 3 4] · [5 6; 7 8], of which each number is then squared. */
const SELF_TEST: Graph = {
  values: [
    { shape: [2, 2], dtype: 'float32', source: { from: 'input', name: 'a' } },
    { shape: [2, 2], dtype: 'float32', source: { from: 'constant', numbers: Float32Array.of(5, 6, 7, 8) } },
    { shape: [2, 2], dtype: 'float32', source: { from: 'node', node: 0, output: 0 } },
    { shape: [2, 2], dtype: 'float32', source: { from: 'node', node: 1, output: 0 } },
  ],
  nodes: [
    { kernel: 'BatchMatMul', inputs: { a: 0, b: 1 }, outputs: [2], attrs: { transposeA: false, transposeB: false } },
    { kernel: 'Square', inputs: { x: 2 }, outputs: [3], attrs: {} },
  ],
  outputs: { y: 3 },
  writes: {},
};

function selfTest(make: MakeExecutor): void {
  const executor = make({});
  const [program] = executor.compile([SELF_TEST]);
  program?.input('a').set([1, 2, 3, 4]);
  program?.run();
  const found = String(program?.output('y'));
  executor.dispose();
  if (found !== '361,484,1849,2500') throw new Error(`self-test gave ${found}`);
}
