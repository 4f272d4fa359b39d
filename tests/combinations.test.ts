import './support/tf';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dense } from '../src/core/architectures';
import { findSystem, parseConfig } from '../src/core/config';
import { ACTIVATIONS, type LayerSpec, NEW_LAYER } from '../src/core/layers';
import type { ParamValue } from '../src/core/params';
import { Problem } from '../src/core/problem';
import type { MakeExecutor } from '../src/engine/replay/executor';
import { makeWasmExecutor } from '../src/engine/replay/wasmExecutor';
import en from '../src/locales/en';
import { catalog } from '../src/worker/catalog';
import { openSession } from '../src/worker/session';
import { leaves } from './support/keys';
import { emptyStore } from './support/stores';

const words = leaves(en.problems);
const replay = makeWasmExecutor(new WebAssembly.Module(readFileSync('src/engine/replay/wasm/kernels.wasm')));

/** One choice in the form: a parameter and a value, and whatever belongs to that value. */
type Choice = Readonly<Record<string, ParamValue>>;

const SMALL: Choice = {
  latentSize: 2,
  generatorLayers: dense([4]),
  discriminatorLayers: dense([4]),
  penalty: 'none',
  discriminatorRate: 1e-4,
  generatorRate: 1e-4,
};

/** Every option of every choice, every switch, and every count that turns something on, for a system. */
function choicesOf(system: string): Choice[] {
  const { params } = findSystem(catalog, system);
  return Object.entries(params)
    .flatMap(([name, spec]): Choice[] => {
      // What stands there anyway is part of every pair.
      if (spec.kind === 'choice') return spec.options.filter((o) => o !== spec.default).map((o) => ({ [name]: o }));
      if (spec.kind === 'flag') return [{ [name]: true }];
      if (name === 'packing') return [2, 3, 4].map((m) => ({ [name]: m }));
      if (name === 'unrolling' || name === 'k') return [{ [name]: 2 }];
      return [];
    })
    .map((choice) => (choice['divergence'] || choice['fGenerator'] ? { objective: 'f-gan', ...choice } : choice));
}

const SHAPED: readonly string[] = [
  'conv',
  'convTranspose',
  'reshape',
  'instanceNorm',
  'skip',
  'constant',
  'upsample',
  'downsample',
  'toPicture',
  'fromPicture',
  'noise',
  'style',
  'activation',
];

/** Every layer in either network, in a place where it fits. */
function layerChoices(): Choice[] {
  const vectors = Object.values(NEW_LAYER).filter(({ type }) => !SHAPED.includes(type));
  const bends = ACTIVATIONS.map((fn): LayerSpec => ({ type: 'activation', fn }));
  const nets = [...vectors, ...bends].map((layer): LayerSpec[] => [
    { type: 'dense', units: 4 },
    layer.type === 'maxout' ? { ...layer, units: 3 } : layer,
    ...dense([4]),
  ]);
  return nets.flatMap((layers) => [{ discriminatorLayers: layers }, { generatorLayers: layers }]);
}

/** Layers of pictures, in a convolutional D, and tricks that see pictures. */
function pictureChoices(): Choice[] {
  const conv: LayerSpec = { type: 'conv', filters: 2, kernel: 4, stride: 4 };
  const generatorLayers: LayerSpec[] = [
    { type: 'dense', units: 14 * 14 },
    { type: 'reshape', height: 14, width: 14, channels: 1 },
  ];
  const nets = { generatorLayers, discriminatorLayers: [conv] };
  const layers = (['instanceNorm', 'layerNorm', 'batchNorm', 'pixelNorm', 'minibatchStddev'] as const).map((type) => ({
    ...nets,
    discriminatorLayers: [conv, NEW_LAYER[type], conv],
  }));
  return [...layers, { ...nets, packing: 3 }, { ...nets, spectralNorm: true }, { ...nets, objective: 'began' }];
}

/** One run's values and weights after a few iterations. */
async function train(data: string, params: Choice, iterations: number, makeExecutor?: MakeExecutor) {
  const system = data === 'ring' ? 'gan' : 'dcgan';
  const raw = { system, dataset: data, batchSize: 12, seed: 2, systemParams: { ...SMALL, ...params } };
  const { trainer, dispose } = await openSession(parseConfig(raw, catalog), emptyStore, undefined, makeExecutor);
  try {
    for (let i = 0; i < iterations; i++) trainer.iterate();
    const values = (await trainer.recorder.flush()).flatMap((point) => point.values);
    return { values, arrays: await trainer.captureState() };
  } finally {
    dispose();
  }
}

/** Whether a step trains, or the code of the sentence that refuses it; anything else is a failure, in full. */
async function trainsOrIsRefused(params: Choice): Promise<string> {
  try {
    const { values } = await train('ring', params, 1);
    if (values.length === 0 || !values.every(Number.isFinite)) throw new Error(`not finite: ${values.join()}`);
    return 'trained';
  } catch (thrown) {
    if (thrown instanceof Problem && words.has(thrown.code)) return thrown.code;
    return `${thrown} under ${JSON.stringify(params)}`;
  }
}

const sgd = { discriminatorOptimizer: 'sgd', generatorOptimizer: 'sgd' };

function expectEqual(a: ArrayLike<number>, b: ArrayLike<number>, what: string): void {
  const [left, right] = [Array.from(a), Array.from(b)];
  const norm = (values: number[]) => Math.hypot(...values.filter(Number.isFinite));
  const difference = norm(left.map((value, i) => value - (right[i] as number))) / (norm(right) || 1);
  expect([what, left.length, difference < 1e-3]).toEqual([what, right.length, true]);
}

describe('every choice by itself', () => {
  it.each([
    ['ring', [...choicesOf('gan'), ...layerChoices()]],
    ['pen-digits', pictureChoices()],
  ] as const)('does on the replay engine what it does eagerly (%s)', async (data, choices) => {
    for (const choice of choices) {
      const params = { ...sgd, ...choice };
      const [eager, replayed] = [await train(data, params, 3), await train(data, params, 3, replay)];
      expectEqual(replayed.values, eager.values, JSON.stringify(choice));
      for (const [name, array] of Object.entries(eager.arrays)) {
        expectEqual(replayed.arrays[name] ?? [], array, `${name} under ${JSON.stringify(choice)}`);
      }
    }
  });
});

describe('all pairs of choices', () => {
  it('train or are refused with their reason', async () => {
    const choices = [...choicesOf('gan'), ...layerChoices()];
    expect(choices.length).toBeGreaterThan(65);
    const found: Record<string, number> = {};
    for (const [i, first] of choices.entries()) {
      for (const second of choices.slice(i + 1)) {
        if (Object.keys(second).some((name) => name in first)) continue;
        const result = await trainsOrIsRefused({ ...first, ...second });
        found[result] = (found[result] ?? 0) + 1;
      }
    }
    const refused = Object.keys(found).filter((code) => code !== 'trained');
    expect(refused.sort()).toEqual([
      'combination.consensusPenalty',
      'combination.consensusUnrolled',
      'combination.labels',
      'combination.penaltyBatchNorm',
      'combination.unrolledPenalty',
    ]);
    expect(found['trained']).toBeGreaterThan(1500);
  }, 240_000);

  it.each([
    ['combination.packing', 'ring', { packing: 4 }, 6],
    ['combination.unrolledConvolution', 'pen-digits', { unrolling: 1 }, 12],
    ['combination.consensusConvolution', 'pen-digits', { consensus: true }, 12],
  ] as const)('%s is refused', (code, dataset, systemParams, batchSize) => {
    const system = dataset === 'ring' ? 'gan' : 'dcgan';
    expect(() => parseConfig({ system, dataset, batchSize, systemParams }, catalog)).toThrow(code);
    expect(words.has(code)).toBe(true);
  });
});
