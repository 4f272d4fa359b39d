import simd from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import plain from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import type { EngineHost } from '../start';

/** Binaries as the build serves them. */
export const browserEngines: EngineHost = {
  wasmPath: (file) => (file.includes('simd') ? simd : plain),
};
