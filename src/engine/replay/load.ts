import type { MakeExecutor } from './executor';
import type { Graph } from './graph';
import plain from './wasm/kernels.wasm?inline';
import relaxed from './wasm/kernels-relaxed.wasm?inline';
import { makeWasmExecutor } from './wasmExecutor';

/**
 * Compiles the module of kernels, with fused multiply-add where this machine's WebAssembly has it, and tests it. Throws
 * where there is no SIMD at all, or where the numbers are wrong.
 */
export async function loadKernels(): Promise<MakeExecutor> {
  const fused = await bytesOf(relaxed);
  const bytes = WebAssembly.validate(fused) ? fused : await bytesOf(plain);
  const make = makeWasmExecutor(await WebAssembly.compile(bytes));
  selfTest(make);
  return make;
}

/** Both modules are small, and come along as `data:` addresses. */
const bytesOf = async (address: string): Promise<ArrayBuffer> => (await fetch(address)).arrayBuffer();

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
