import '@tensorflow/tfjs-backend-cpu';
import {
  engine,
  getBackend,
  getKernel,
  type KernelFunc,
  matMul,
  memory,
  registerKernel,
  setBackend,
  tensor,
  tensor2d,
  unregisterKernel,
} from '@tensorflow/tfjs-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readWithTimeout } from '../../src/engine/read';
import { startEngine } from '../../src/engine/start';
import { nodeEngines } from '../../src/headless/nodeEngines';

beforeEach(async () => {
  await setBackend('cpu');
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** Puts another product in place of the CPU backend's for the length of some work. */
async function withProduct(change: (stock: KernelFunc) => KernelFunc, work: () => Promise<void>): Promise<void> {
  const stock = getKernel('BatchMatMul', 'cpu');
  unregisterKernel('BatchMatMul', 'cpu');
  registerKernel({ ...stock, kernelFunc: change(stock.kernelFunc) });
  try {
    await work();
  } finally {
    unregisterKernel('BatchMatMul', 'cpu');
    registerKernel(stock);
  }
}

/** A product that is right in all but its first number. */
const spoiled =
  (value: number) =>
  (stock: KernelFunc): KernelFunc =>
  (args) => {
    const out = stock(args);
    const { dataId } = Array.isArray(out) ? (out[0] as never) : out;
    (engine().backend as unknown as { data: Map<object, { values: Float32Array }> }).data.get(dataId)!.values[0] =
      value;
    return out;
  };

const product = () => matMul(tensor2d([[1, 2]]), tensor2d([[3], [4]])).dataSync()[0];

describe('starting an engine', () => {
  it.each(['cpu', 'wasm'] as const)('makes %s the present backend, tested, and leaves nothing behind', async (name) => {
    const { numTensors } = memory();
    const running = await startEngine(name, nodeEngines);
    expect(running).toMatchObject({ name, renderer: null, software: false });
    expect(getBackend()).toBe(name);
    expect(memory().numTensors).toBe(numTensors);
    expect(product()).toBe(11);
  });

  it('says why one cannot be had, and keeps the one before', async () => {
    await expect(startEngine('webgl', nodeEngines)).rejects.toMatchObject({
      code: 'engine.unavailable',
      values: { engine: 'webgl', reason: 'there is no OffscreenCanvas' },
    });
    expect(getBackend()).toBe('cpu');
    expect(product()).toBe(11);
  });

  it.each([20, Number.NaN, Number.POSITIVE_INFINITY])('refuses an engine whose product gives %s', async (wrong) => {
    const { numTensors } = memory();
    await withProduct(spoiled(wrong), async () => {
      await expect(startEngine('cpu', nodeEngines)).rejects.toMatchObject({
        code: 'engine.unavailable',
        values: { engine: 'cpu', reason: expect.stringContaining(`self-test gave ${wrong}`) },
      });
    });
    expect(memory().numTensors).toBe(numTensors);
  });

  it('refuses an engine whose reads never end', async () => {
    vi.useFakeTimers();
    vi.spyOn(engine().backend, 'read').mockReturnValue(new Promise(() => undefined));
    const refused = expect(startEngine('cpu', nodeEngines)).rejects.toMatchObject({ code: 'engine.unavailable' });
    await vi.advanceTimersByTimeAsync(31_000);
    await refused;
  });

  it('can be stopped, and started again', async () => {
    const first = await startEngine('wasm', nodeEngines);
    first.stop();
    const again = await startEngine('wasm', nodeEngines);
    expect(getBackend()).toBe('wasm');
    expect(matMul(tensor2d([[1, 2]]), tensor2d([[3, 4]]), false, true).dataSync()[0]).toBe(11);
    again.stop();
    await setBackend('cpu');
    expect(product()).toBe(11);
  });
});

describe('reading with a time-out', () => {
  it('gives the numbers', async () => {
    expect([...(await readWithTimeout(tensor([1, 2, 3])))]).toEqual([1, 2, 3]);
  });

  it('takes a read that does not end for a lost engine', async () => {
    vi.spyOn(engine().backend, 'read').mockReturnValue(new Promise(() => undefined));
    await expect(readWithTimeout(tensor([1]), 20)).rejects.toMatchObject({
      code: 'engine.lost',
      values: { engine: 'cpu' },
    });
  });
});
