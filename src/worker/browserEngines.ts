import plain from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import simd from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import type { EngineHost } from '../engine/types';

/** Binaries as the build serves them. */
export const browserEngines: EngineHost = {
  wasmPath: (file) => (file.includes('simd') ? simd : plain),
};
