import { readFileSync } from 'node:fs';
import { makeWasmExecutor } from '../../../src/engine/replay/wasmExecutor';

const folder = 'src/engine/replay/wasm';

/** Makes executors of the module that every WebAssembly with SIMD can run. */
export const plainKernels = makeWasmExecutor(new WebAssembly.Module(readFileSync(`${folder}/kernels.wasm`)));
