import { engine, env, findBackendFactory, getBackend, registerBackend, setBackend } from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import { Problem } from '../core/problem';
import type { EngineName } from '../core/run';
import { selfTest } from './selfTest';
import type { EngineHost, LoadedBackend, RunningEngine } from './types';

/** Loads a backend's module, so that `setBackend` finds it. */
type Loader = (host: EngineHost) => Promise<LoadedBackend>;

const processor: LoadedBackend = { renderer: null, software: false, threads: 1, onLost: () => undefined };

/** The TensorFlow.js backend under each engine. Replay builds networks on the plain one, and computes beside it. */
const BACKENDS: Readonly<Record<EngineName, string>> = { cpu: 'cpu', replay: 'cpu', wasm: 'wasm', webgl: 'webgl' };

/** Each backend is a chunk of its own, loaded when it is asked for. */
const LOADERS: Readonly<Record<EngineName, Loader>> = {
  cpu: async () => {
    await import('@tensorflow/tfjs-backend-cpu');
    return processor;
  },
  replay: async (host) => {
    const [{ loadKernels }] = await Promise.all([import('./replay/load'), import('@tensorflow/tfjs-backend-cpu')]);
    return { ...processor, ...(await loadKernels(host.threads)) };
  },
  wasm: async (host) => {
    const { loadWasm } = await import('./wasm');
    loadWasm(host);
    return processor;
  },
  webgl: async () => {
    const { loadWebgl } = await import('./webgl');
    return loadWebgl();
  },
};

/**
 * Starts an engine and tests it. Throws `engine.unavailable` where it cannot be had here, and the engine before stays the
 * present one: TensorFlow.js itself falls back to another backend in silence.
 */
export async function startEngine(name: EngineName, host: EngineHost): Promise<RunningEngine> {
  env().set('PROD', true); // the checks cost time, and the banner is not for our users
  const former = engine().backendName;
  const backend = BACKENDS[name];
  const running = engine().registry[backend];
  try {
    const loaded = await LOADERS[name](host);
    const accepted = await setBackend(backend);
    if (!accepted || getBackend() !== backend) throw new Error(`${name} did not start`);
    await selfTest();
    return { name, backend, ...loaded, stop: () => discard(backend) };
  } catch (thrown) {
    // A backend that failed is not kept: the next try shall begin afresh.
    if (engine().registry[backend] !== running) discard(backend);
    if (former) await setBackend(former);
    throw new Problem('engine.unavailable', { engine: name, reason: thrown instanceof Error ? thrown.message : '' });
  }
}

/** Throws a backend away with all its tensors, but keeps its recipe. */
function discard(name: string): void {
  const factory = findBackendFactory(name);
  if (!factory) return;
  engine().removeBackend(name);
  registerBackend(name, factory);
}
