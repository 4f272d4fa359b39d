import { env, registerKernel, setBackend } from '@tensorflow/tfjs-core';
import { ENGINES, type EngineName } from '../../../src/core/run';
import { startEngine } from '../../../src/engine/start';
import { conv2DBackpropFilter } from '../../../src/engine/wasmKernels/conv2DBackpropFilter';
import { makeMatMul } from '../../../src/engine/wasmKernels/matMul';
import { limitEngine } from './limit';
import { projectEngine } from './project';
import { stockEngine } from './stock';
import { type BenchEngine, type BenchEngineName, type EngineSetup, Unavailable } from './types';

/** TensorFlow.js's WASM backend as it comes, and where convolutions train, with the one kernel that it lacks for that. */
async function startStockWasm({ one, host }: EngineSetup): Promise<string> {
  const { setWasmPaths } = await import('@tensorflow/tfjs-backend-wasm');
  env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  const files = ['tfjs-backend-wasm.wasm', 'tfjs-backend-wasm-simd.wasm', 'tfjs-backend-wasm-threaded-simd.wasm'];
  setWasmPaths(Object.fromEntries(files.map((file) => [file, host.wasmPath(file)])) as never);
  const convolves = one.sample.length === 3;
  if (convolves) {
    const kernelFunc = conv2DBackpropFilter(makeMatMul());
    registerKernel({ kernelName: 'Conv2DBackpropFilter', backendName: 'wasm', kernelFunc });
  }
  await begin('wasm');
  return convolves ? 'with Conv2DBackpropFilter, which it lacks' : '';
}

async function begin(backend: string): Promise<void> {
  env().set('PROD', true);
  await import('@tensorflow/tfjs-core/dist/register_all_gradients');
  if (!(await setBackend(backend))) throw new Unavailable(`${backend} does not start here`);
}

async function project(engine: string, setup: EngineSetup): Promise<BenchEngine> {
  if (!(ENGINES as readonly string[]).includes(engine)) throw new Unavailable(`the project has no engine ${engine}`);
  const running = await startEngine(engine as EngineName, setup.host);
  const made = await projectEngine(setup, engine as EngineName, running.makeExecutor);
  const threads = running.threads > 1 ? `${running.threads} threads` : '';
  return { ...made, note: running.renderer ?? threads };
}

/** Starts an engine on a case. Throws `Unavailable` where it cannot be had. */
export async function startBenchEngine(name: BenchEngineName, setup: EngineSetup): Promise<BenchEngine> {
  switch (name) {
    case 'replay':
    case 'replay-1':
      return project('replay', setup);
    case 'eager-wasm':
      return project('wasm', setup);
    case 'eager-webgl':
      return project('webgl', setup);
    case 'stock-wasm':
      return stockEngine(setup, await startStockWasm(setup));
    case 'stock-cpu':
      await import('@tensorflow/tfjs-backend-cpu');
      await begin('cpu');
      return stockEngine(setup, '');
    case 'stock-webgl':
      await import('@tensorflow/tfjs-backend-webgl');
      await begin('webgl');
      return stockEngine(setup, '');
    case 'limit':
      return limitEngine(setup);
    case 'pytorch':
    case 'pytorch-cuda':
      throw new Unavailable('PyTorch runs in Python');
  }
}
