import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { EngineHost } from '../engine/types';

const find = createRequire(import.meta.url).resolve;

/** Binaries from the installed package. */
export const nodeEngines: EngineHost = {
  wasmPath: (file) => join(dirname(find('@tensorflow/tfjs-backend-wasm/package.json')), 'dist', file),
};
