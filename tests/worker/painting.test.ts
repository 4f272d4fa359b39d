import '../support/tf';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findDataset, findSystem, parseConfig } from '../../src/core/config';
import type { Painting } from '../../src/core/latent';
import type { LayerSpec } from '../../src/core/layers';
import { Stream } from '../../src/core/random';
import type { MakeExecutor } from '../../src/engine/replay/executor';
import { makeWasmExecutor } from '../../src/engine/replay/wasmExecutor';
import { PAINTING, paintingSize } from '../../src/training/painting';
import { toBytes } from '../../src/training/pictures';
import { generateSamples } from '../../src/training/samples';
import type { Trainer } from '../../src/training/trainer';
import { catalog } from '../../src/worker/catalog';
import { paint } from '../../src/worker/painting';
import { openSession } from '../../src/worker/session';
import { relativeError } from '../support/fakes';
import { problemOf } from '../support/problemOf';
import { emptyStore } from '../support/stores';
import { tinyParams } from '../support/tinyNets';

const replay = makeWasmExecutor(new WebAssembly.Module(readFileSync('src/engine/replay/wasm/kernels.wasm')));
const AREA = 784;
/** Convolutions that no pattern of weights drives to black or white throughout. */
const SHALLOW: LayerSpec[] = [
  { type: 'dense', units: 98 },
  { type: 'reshape', height: 7, width: 7, channels: 2 },
  { type: 'convTranspose', filters: 2, kernel: 4, stride: 2 },
];

/** An untrained G of four numbers, whose pictures differ. */
async function open(system: string, makeExecutor?: MakeExecutor): Promise<Trainer> {
  const tiny = tinyParams(findSystem(catalog, system), findDataset(catalog, 'pen-digits'));
  const systemParams = { ...tiny, latentSize: 4, ...(system === 'cgan' && { generatorLayers: SHALLOW }) };
  const config = parseConfig({ system, dataset: 'pen-digits', batchSize: 4, seed: 4, systemParams }, catalog);
  const { trainer } = await openSession(config, emptyStore, undefined, makeExecutor);
  const arrays = await trainer.captureState();
  const theta = (arrays['G/theta'] as Float32Array).map((_, i) => 0.5 * Math.sin(i * i));
  trainer.restoreState({ ...arrays, 'G/theta': theta });
  return trainer;
}

const latentOf = (seed: number, size: number) => new Stream(seed, 'test').fillNormal(new Float32Array(size));
const pictureOf = async (trainer: Trainer, latent: Float32Array) => toBytes(await generateSamples(trainer, latent, 1));

describe.each([
  ['eager', undefined],
  ['replay', replay],
] as const)('painting (%s)', (_, makeExecutor) => {
  it('knows which way to go', async () => {
    const trainer = await open('gan', makeExecutor);
    const row = new Stream(2, 'test').fillUniform(new Float32Array(paintingSize(4, [28, 28, 1])));
    const told = await trainer.look(PAINTING, row.slice(), 1);
    const lossAt = async (i: number, by: number) =>
      (
        await trainer.look(
          PAINTING,
          row.map((value, at) => (at === i ? value + by : value)),
          1,
        )
      )[4] as number;
    const slopes = [];
    for (let i = 0; i < 4; i++) slopes.push(((await lossAt(i, 0.01)) - (await lossAt(i, -0.01))) / 0.02);
    expect(relativeError(told.subarray(0, 4), slopes)).toBeLessThan(0.01);
    trainer.dispose();
  });

  it('finds the latent of a whole picture, and nothing moves', async () => {
    const trainer = await open('gan', makeExecutor);
    const before = await trainer.captureState();
    const strokes = await pictureOf(
      trainer,
      latentOf(5, 4).map((value) => value / 2),
    );
    const start = new Float32Array(4);
    const found = await paint(trainer, {
      latent: start,
      strokes,
      where: new Uint8Array(AREA).fill(1),
      hold: 0,
      steps: 200,
    });
    const off = (await pictureOf(trainer, start)).reduce(
      (sum, value, i) => sum + ((value - (strokes[i] ?? 0)) / 127.5) ** 2,
      0,
    );
    expect(found.error).toBeLessThan((0.02 * off) / AREA);
    expect(found.picture).toEqual(await pictureOf(trainer, found.latent));
    expect(await trainer.captureState()).toEqual(before);
    trainer.dispose();
  });

  it('follows a stroke, the less the stronger it is held, and keeps the class', async () => {
    const trainer = await open('cgan', makeExecutor);
    const latent = Float32Array.from({ length: 14 }, (_, i) =>
      i < 4 ? (latentOf(1, 4)[i] as number) : Number(i === 7),
    );
    const where = Uint8Array.from({ length: AREA }, (_, i) => Number(i % 28 < 6 && i < 280));
    const painting: Painting = { latent, strokes: new Uint8Array(AREA).fill(255), where, hold: 0.05, steps: 60 };
    const [loose, held] = [await paint(trainer, painting), await paint(trainer, { ...painting, hold: 100 })];
    const far = (z: Float32Array) => Math.hypot(...z.map((value, i) => value - (latent[i] as number)));
    expect(loose.error).toBeLessThan(held.error);
    expect(far(held.latent)).toBeLessThan(0.8 * far(loose.latent));
    expect(Math.hypot(...loose.latent.subarray(0, 4))).toBeLessThan(2.0001);
    expect([...loose.latent.subarray(4)]).toEqual([...latent.subarray(4)]);
    trainer.dispose();
  });
});

it('says what is missing', async () => {
  const trainer = await open('gan');
  const nothing: Painting = {
    latent: new Float32Array(4),
    strokes: new Uint8Array(AREA),
    where: new Uint8Array(AREA),
    hold: 0,
    steps: 1,
  };
  expect((await problemOf(() => paint(trainer, nothing))).code).toBe('latent.unpainted');
  expect((await problemOf(() => paint(trainer, { ...nothing, latent: new Float32Array(3) }))).code).toBe(
    'latent.length',
  );
  trainer.dispose();
});
