import '../support/tf';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/core/config';
import { Stream } from '../../src/core/random';
import type { MakeExecutor } from '../../src/engine/replay/executor';
import { makeWasmExecutor } from '../../src/engine/replay/wasmExecutor';
import { nodeEngines } from '../../src/headless/nodeEngines';
import { toBytes } from '../../src/training/pictures';
import { generateSamples, scoreSamples } from '../../src/training/samples';
import { captureRun, packSnapshot } from '../../src/training/snapshot';
import type { Trainer } from '../../src/training/trainer';
import { catalog } from '../../src/worker/catalog';
import { channelsOf, findDirections, judged, picturesOf } from '../../src/worker/latents';
import { Measurer } from '../../src/worker/measuring';
import { openSession } from '../../src/worker/session';
import { problemOf } from '../support/problemOf';
import { emptyStore } from '../support/stores';

const replay = makeWasmExecutor(new WebAssembly.Module(readFileSync('src/engine/replay/wasm/kernels.wasm')));

/** Two maps of 7 × 7, then three of 14 × 14, then the picture; without normalization, so that a silent channel stays silent. */
const CONVOLUTIONS = [
  { type: 'dense', units: 7 * 7 * 2 },
  { type: 'activation', fn: 'leakyRelu' },
  { type: 'reshape', height: 7, width: 7, channels: 2 },
  { type: 'convTranspose', filters: 3, kernel: 4, stride: 2 },
  { type: 'activation', fn: 'leakyRelu' },
];

async function open(system: string, systemParams: object, makeExecutor?: MakeExecutor): Promise<Trainer> {
  const config = parseConfig({ system, dataset: 'pen-digits', batchSize: 4, seed: 4, systemParams }, catalog);
  return (await openSession(config, emptyStore, undefined, makeExecutor)).trainer;
}

const noise = (n: number, size: number): Float32Array => new Stream(3, 'test').fillNormal(new Float32Array(n * size));
const generated = async (trainer: Trainer, latents: Float32Array): Promise<Uint8Array> =>
  toBytes(await generateSamples(trainer, latents, latents.length / trainer.system.latentSize));

/** Sets weights of G that the test names, by their place, and leaves the others. */
async function change(trainer: Trainer, value: (at: number) => number | null): Promise<void> {
  const arrays = await trainer.captureState();
  const theta = (arrays['G/theta'] as Float32Array).map((weight, at) => value(at) ?? weight);
  trainer.restoreState({ ...arrays, 'G/theta': theta });
}

describe('hidden channels', () => {
  it('are those that the layers behind take in', async () => {
    const dcgan = await open('dcgan', { generatorLayers: CONVOLUTIONS, latentSize: 5 });
    expect(channelsOf(dcgan.system)).toEqual([
      { shape: [7, 7, 2], count: 2 },
      { shape: [14, 14, 3], count: 3 },
    ]);
    const gan = await open('gan', {});
    expect(channelsOf(gan.system).map(({ count }) => count)).toEqual([128, 256, 512]);
    dcgan.dispose();
    gan.dispose();
  });

  it.each([
    ['eager', undefined],
    ['replay', replay],
  ])('are left out as if they were silent (%s)', async (_, makeExecutor) => {
    const trainer = await open('dcgan', { generatorLayers: CONVOLUTIONS, latentSize: 5 }, makeExecutor);
    await change(trainer, (at) => 0.3 * Math.sin(at)); // large enough to be seen, biases too
    const latents = noise(20, 5);
    const before = await generated(trainer, latents);
    const first = await picturesOf(trainer, latents, [{ layer: 0, channel: 1 }]);
    const second = await picturesOf(trainer, latents, [{ layer: 1, channel: 2 }]);
    expect(await picturesOf(trainer, latents, [])).toEqual(before);
    expect([first, second]).not.toContainEqual(before);

    // The dense layer's kernel is [5, 98], its last axis row by row, channel by channel; biases [98] follow.
    const dense = 5 * 98 + 98;
    const kept = await trainer.captureState();
    await change(trainer, (at) => (at < dense && at % 2 === 1 ? 0 : null));
    expect(await generated(trainer, latents)).toEqual(first);
    trainer.restoreState(kept);
    // The transposed convolution's kernel is [4, 4, 3, 2], its filters the third axis; biases [3] follow.
    const kernel = 4 * 4 * 3 * 2;
    await change(trainer, (at) => {
      const place = at - dense;
      const filter = place < kernel ? Math.floor(place / 2) % 3 : place - kernel;
      return place >= 0 && place < kernel + 3 && filter === 2 ? 0 : null;
    });
    expect(await generated(trainer, latents)).toEqual(second);
    trainer.dispose();
  });

  it('are left out of the averaged weights where these make the pictures', async () => {
    const trainer = await open('gan', {
      averaging: true,
      latentSize: 4,
      generatorLayers: [{ type: 'dense', units: 9 }],
      discriminatorLayers: [],
    });
    for (let i = 0; i < 3; i++) trainer.iterate();
    const latents = noise(2, 4);
    const all = Array.from({ length: 9 }, (_, channel) => ({ layer: 0, channel }));
    const empty = await picturesOf(trainer, latents, all);
    // What is left is the bias of the last layer, whatever the noise.
    expect(empty.subarray(0, 784)).toEqual(empty.subarray(784));
    const whole = await generated(trainer, latents);
    expect(whole.subarray(0, 784)).not.toEqual(whole.subarray(784));
    trainer.dispose();
  });
});

it('lets D judge pictures, as the stage does', async () => {
  const trainer = await open('gan', { latentSize: 4 });
  const stream = new Stream(1, 'pictures');
  const pictures = Uint8Array.from({ length: 20 * 784 }, () => stream.below(256));
  const x = Float32Array.from(pictures, (byte) => byte / 127.5 - 1);
  expect(await judged(trainer, pictures)).toEqual(await scoreSamples(trainer, x, 20));
  trainer.dispose();
});

it('lets a D that compares the batch judge few pictures among real ones', async () => {
  const trainer = await open('gan', {
    latentSize: 4,
    discriminatorLayers: [
      { type: 'minibatchStddev', group: 4 },
      { type: 'dense', units: 8 },
    ],
  });
  const { x } = trainer.dataset.sample(new Stream(9, 'pictures'), 16);
  const pictures = toBytes(x);
  const [alone] = (await judged(trainer, pictures.subarray(0, 784))) ?? [];
  const back = Float32Array.from(pictures, (byte) => byte / 127.5 - 1);
  const shown = { real: back, grey: back.map((value, i) => (i < 784 ? value : 0)) };
  const first = async (batch: Float32Array) => ((await scoreSamples(trainer, batch, 16)) ?? [])[0] as number;
  const [amongReal, amongGrey] = [await first(shown.real), await first(shown.grey)];
  expect(Math.abs((alone as number) - amongReal)).toBeLessThan(0.5 * Math.abs((alone as number) - amongGrey));
  trainer.dispose();
});

it('refuses latents that do not fit', async () => {
  const trainer = await open('gan', { latentSize: 4 });
  expect(await problemOf(() => picturesOf(trainer, noise(1, 5), []))).toMatchObject({
    code: 'latent.length',
    values: { latentSize: 4, length: 5 },
  });
  trainer.dispose();
});

it('finds the directions of a G that is nearly linear, the strongest first', async () => {
  const trainer = await open('gan', { latentSize: 3, generatorLayers: [] });
  // Kernel [3, 784]: pixel p follows (0.6 z₀ + 0.8 z₁) · 0.1 sin p, and −0.05 z₂ cos p; no bias. tanh is straight there.
  const weights = [0.06, 0.08, -0.05];
  await change(trainer, (at) => {
    const [row, p] = [Math.floor(at / 784), at % 784];
    return row > 2 ? 0 : (weights[row] as number) * (row === 2 ? Math.cos(p) : Math.sin(p));
  });
  trainer.iteration = 12;
  const { directions, shares, iteration } = await findDirections(trainer, 2);
  expect(iteration).toBe(12);
  expect(directions).toHaveLength(6);
  for (const [i, value] of [0.6, 0.8, 0, 0, 0, 1].entries()) expect(directions[i]).toBeCloseTo(value, 2);
  // 0.1² against 0.05², within the bend of tanh.
  expect(shares[0]).toBeCloseTo(0.8, 2);
  expect(shares[1]).toBeCloseTo(0.2, 2);
  // From a snapshot, beside the training, the same.
  const snapshot = packSnapshot(await captureRun(trainer, 'cpu'));
  const loadWeights = () => Promise.reject(new Error('nothing is measured'));
  const measurer = new Measurer({ store: emptyStore, engines: nodeEngines, loadWeights });
  const beside = await measurer.directions(snapshot, 2);
  expect(beside.iteration).toBe(12);
  for (const [i, value] of directions.entries()) expect(beside.directions[i]).toBeCloseTo(value, 4);
  trainer.dispose();
});
