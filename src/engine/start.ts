import {
  conv2d,
  engine,
  env,
  getBackend,
  matMul,
  setBackend,
  type Tensor,
  tensor,
  tensor4d,
  tidy,
} from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import { Problem } from '../core/problem';
import type { EngineName } from '../core/run';
import type { EngineHost, RunningEngine } from './types';

/** A read that takes longer than this will never end: that is how a lost context shows. */
const READ_LIMIT_MS = 30_000;

/** Loads a backend and makes it the present one; returns the rest of its `RunningEngine`. */
type Loader = (host: EngineHost) => Promise<Pick<RunningEngine, 'renderer' | 'onLost'>>;

const never = { renderer: null, onLost: () => undefined };

/** Each backend is a chunk of its own, loaded when it is asked for. */
const LOADERS: Readonly<Record<EngineName, Loader>> = {
  cpu: async () => {
    await import('@tensorflow/tfjs-backend-cpu');
    return never;
  },
  wasm: async (host) => {
    const { loadWasm } = await import('./wasm');
    await loadWasm(host);
    return never;
  },
  webgl: async () => {
    const { loadWebgl } = await import('./webgl');
    return loadWebgl();
  },
};

/**
 * Starts an engine and tests it. Throws `engine.unavailable` where it cannot be had here: TensorFlow.js itself falls
 * back to another backend in silence.
 */
export async function startEngine(name: EngineName, host: EngineHost): Promise<RunningEngine> {
  env().set('PROD', true); // the checks cost time, and the banner is not for our users
  const former = engine().backendName;
  try {
    const rest = await LOADERS[name](host);
    const accepted = await setBackend(name);
    if (!accepted || getBackend() !== name) throw new Error(`the browser offers no ${name}`);
    await selfTest();
    return { name, ...rest };
  } catch (thrown) {
    if (former) await setBackend(former);
    throw new Problem('engine.unavailable', { engine: name, reason: thrown instanceof Error ? thrown.message : '' });
  }
}

/** A dense and a convolutional product with known results: a driver that computes nonsense is worse than none. */
async function selfTest(): Promise<void> {
  const product = tidy(() => matMul(tensor([1, 2, 3, 4], [2, 2]), tensor([5, 6, 7, 8], [2, 2])));
  const picture = tidy(() =>
    conv2d(tensor4d([1, 2, 3, 4], [1, 2, 2, 1]), tensor4d([1, 1, 1, 1], [2, 2, 1, 1]), 1, 'valid'),
  );
  const found = [...(await readWithTimeout(product)), ...(await readWithTimeout(picture))];
  product.dispose();
  picture.dispose();
  const expected = [19, 22, 43, 50, 10];
  if (found.some((value, i) => Math.abs(value - (expected[i] as number)) > 1e-2)) {
    throw new Error(`self-test gave ${found.join(', ')} for ${expected.join(', ')}`);
  }
}

/** Reads a tensor, or throws `engine.lost` where the read does not end. */
export async function readWithTimeout(value: Tensor, limit = READ_LIMIT_MS): Promise<Float32Array> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Problem('engine.lost', { engine: getBackend() })), limit);
  });
  try {
    return await Promise.race([value.data<'float32'>(), late]);
  } finally {
    clearTimeout(timer);
  }
}
