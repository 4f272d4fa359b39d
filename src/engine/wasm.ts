import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { env } from '@tensorflow/tfjs-core';
import type { EngineHost } from './types';
import { registerWasmKernels } from './wasmKernels';

// The threaded build is never loaded, but the backend insists on an address for it.
const FILES = [
  'tfjs-backend-wasm.wasm',
  'tfjs-backend-wasm-simd.wasm',
  'tfjs-backend-wasm-threaded-simd.wasm',
] as const;

/** Prepares the WASM backend: one thread (the threaded build does not survive bundling), SIMD, and our own kernels. */
export function loadWasm(host: EngineHost): void {
  env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  setWasmPaths(Object.fromEntries(FILES.map((file) => [file, host.wasmPath(file)])));
  registerWasmKernels();
}
