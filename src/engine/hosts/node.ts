import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { EngineHost } from '../start';

const require = createRequire(import.meta.url);

/** Binaries from the installed package. */
export const nodeEngines: EngineHost = {
  wasmPath: (file) => join(dirname(require.resolve('@tensorflow/tfjs-backend-wasm/package.json')), 'dist', file),
};
