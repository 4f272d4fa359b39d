import '../../support/tf';
import { readFileSync } from 'node:fs';
import { memory } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { dense } from '../../../src/core/architectures';
import { parseConfig } from '../../../src/core/config';
import type { MakeExecutor } from '../../../src/engine/replay/executor';
import { Interpreter } from '../../../src/engine/replay/interpreter';
import { makeWasmExecutor } from '../../../src/engine/replay/wasmExecutor';
import { OBJECTIVES } from '../../../src/objectives';
import { DIVERGENCES } from '../../../src/objectives/fGan';
import { PENALTIES } from '../../../src/objectives/penalties';
import { captureRun } from '../../../src/training/snapshot';
import { catalog } from '../../../src/worker/catalog';
import { openSession } from '../../../src/worker/session';
import { emptyStore } from '../../support/stores';

const interpret: MakeExecutor = (state) => new Interpreter(state);
const module = new WebAssembly.Module(readFileSync('src/engine/replay/wasm/kernels.wasm'));
const executors = { interpreter: interpret, wasm: makeWasmExecutor(module) };

const dcganParams = {
  latentSize: 4,
  generatorLayers: [
    { type: 'dense', units: 7 * 7 * 4 },
    { type: 'batchNorm' },
    { type: 'activation', fn: 'leakyRelu' },
    { type: 'reshape', height: 7, width: 7, channels: 4 },
    { type: 'convTranspose', filters: 3, kernel: 4, stride: 2 },
    { type: 'batchNorm' },
    { type: 'activation', fn: 'relu' },
  ],
  discriminatorLayers: [
    { type: 'conv', filters: 3, kernel: 4, stride: 2 },
    { type: 'activation', fn: 'leakyRelu' },
    { type: 'dropout', rate: 0.3 },
    { type: 'conv', filters: 4, kernel: 5, stride: 2 },
    { type: 'activation', fn: 'leakyRelu' },
  ],
};

const sgd = { generatorOptimizer: 'sgd', discriminatorOptimizer: 'sgd', generatorRate: 1e-3, discriminatorRate: 1e-3 };

const small = { ...sgd, generatorLayers: dense([8]), discriminatorLayers: dense([8, 6]), penalty: 'none' };

const cases = [
  ...OBJECTIVES.map(({ id }) => ['gan', 'ring', { ...small, objective: id }] as const),
  ...Object.keys(DIVERGENCES).map(
    (divergence) => ['gan', 'ring', { ...small, objective: 'f-gan', divergence }] as const,
  ),
  ...PENALTIES.map(({ id }) => ['gan', 'ring', { ...small, penalty: id, generatorMomentum: 0.5 }] as const),
  ['gan', 'screws', { discriminatorLayers: [...dense([16], 'tanh'), { type: 'dropout', rate: 0.4 }, ...dense([8])] }],
  ['gan', 'screws', { generatorOptimizer: 'rmsprop', discriminatorOptimizer: 'rmsprop' }],
  ['gan', 'ring', { ...sgd, averaging: true, averageDecay: 0.9 }],
  // Not through Adam: it turns the rounding noise of gradients that are truly zero into whole steps.
  ['dcgan', 'pen-digits', { ...dcganParams, ...sgd }],
  ['dcgan', 'pen-digits', { ...dcganParams, ...sgd, objective: 'wgan-gp', k: 2 }],
] as const;

async function train(makeExecutor: MakeExecutor | undefined, system: string, dataset: string, params: object) {
  const config = parseConfig({ system, dataset, batchSize: 6, seed: 9, systemParams: params }, catalog);
  const { trainer, preview, dispose } = await openSession(config, emptyStore, undefined, makeExecutor);
  trainer.iterate();
  await trainer.recorder.flush();
  const { numTensors } = memory();
  for (let i = 1; i < 10; i++) trainer.iterate();
  const points = await trainer.recorder.flush();
  expect(memory().numTensors).toBe(numTensors);
  const stage = await preview.compute();
  const { arrays } = await captureRun(trainer, 'test');
  dispose();
  return { points, arrays, stage };
}

const norm = (values: ArrayLike<number>): number => Math.sqrt(Array.from(values).reduce((sum, x) => sum + x * x, 0));

function difference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const delta = Float64Array.from({ length: a.length }, (_, i) => (a[i] as number) - (b[i] as number));
  return norm(delta) / (norm(b) || 1);
}

describe.each(cases)('a recorded %s on %s with %j', (system, dataset, params) => {
  it.each(Object.entries(executors))('does on the %s what it does eagerly', async (_name, executor) => {
    const eager = await train(undefined, system, dataset, params);
    const replayed = await train(executor, system, dataset, params);
    expect(replayed.points.map(({ iteration }) => iteration)).toEqual(eager.points.map(({ iteration }) => iteration));
    for (const [i, { values }] of replayed.points.entries()) {
      expect(difference(values, eager.points[i]?.values ?? [])).toBeLessThan(1e-3);
    }
    for (const [name, array] of Object.entries(eager.arrays)) {
      expect([name, difference(replayed.arrays[name] as Float32Array, array) < 1e-3]).toEqual([name, true]);
    }
  });
});
