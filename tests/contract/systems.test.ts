import { memory, type Tensor2D, tensor2d, type Variable } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { lacksLabels } from '../../src/core/conditions';
import { findDataset, findSystem, parseConfig } from '../../src/core/config';
import { Stream } from '../../src/core/random';
import type { RunConfig } from '../../src/core/run';
import { sizeOf } from '../../src/core/shape';
import { SAMPLES_LAYER, sceneLayer } from '../../src/core/stage';
import { startEngine } from '../../src/engine/start';
import { nodeEngines } from '../../src/headless/nodeEngines';
import { SYSTEMS } from '../../src/systems';
import { captureRun, packSnapshot, type RunState, restoreRun, unpackSnapshot } from '../../src/training/snapshot';
import { drawStarts } from '../../src/training/starts';
import { catalog } from '../../src/worker/catalog';
import { openSession } from '../../src/worker/session';
import { emptyStore } from '../support/stores';
import { tinyParams } from '../support/tinyNets';

/** One data set for each kind; nets are tiny. */
const cases = SYSTEMS.flatMap((system) =>
  [
    { dataset: 'screws', kind: '1d' },
    { dataset: 'ring', kind: '2d' },
    { dataset: 'pen-digits', kind: 'image' },
    { dataset: 'delta', kind: 'point' },
  ]
    .filter(({ kind }) => (system.needs.kinds as readonly string[]).includes(kind))
    // Only faces come with captions.
    .map(({ dataset, kind }) => ({ system, dataset: system.needs.labels === 'captions' ? 'faces' : dataset, kind })),
);

function configFor(id: string, dataset: string, params: object = {}): RunConfig {
  const tiny = tinyParams(findSystem(catalog, id), findDataset(catalog, dataset));
  return parseConfig({ system: id, dataset, batchSize: 4, seed: 5, systemParams: { ...tiny, ...params } }, catalog);
}

/** Parts that each player moves. */
const OWN: Readonly<Record<string, readonly string[]>> = {
  generator: [
    'G',
    'optG',
    'Z',
    'optZ',
    'E',
    'optE',
    'F',
    'optF',
    'M',
    'optM',
    'styles',
    'growth',
    'G1',
    'optG1',
    'G2',
    'optG2',
    'GII',
    'optGII',
  ],
  discriminator: ['D', 'optD', 'DX', 'optDX', 'DY', 'optDY', 'D1', 'optD1', 'D2', 'optD2', 'DII', 'optDII'],
  autoencoder: ['E', 'optE', 'G', 'optG', 'F', 'optF'],
  encoder: ['E', 'optE', 'T', 'optT'],
};
/** Where one network has a part in two moves. */
const OTHERWISE: Readonly<Record<string, typeof OWN>> = {
  aae: { generator: ['E', 'optEAsGenerator'] },
  vaegan: { generator: ['G', 'optG'] },
  fanogan: { generator: ['G', 'optG'] },
};

/** Whose move trains G. */
const trainerOfG = (players: readonly string[]) => (players.includes('autoencoder') ? 'autoencoder' : 'generator');

const open = (config: RunConfig, state?: RunState) => openSession(config, emptyStore, state);

const stateOf = (parts: Readonly<Record<string, { state(): Readonly<Record<string, Variable>> }>>) =>
  Object.fromEntries(
    Object.entries(parts).flatMap(([part, { state }]) =>
      Object.entries(state.call(parts[part])).map(([name, value]) => [`${part}/${name}`, [...value.dataSync()]]),
    ),
  );

async function losses(session: Awaited<ReturnType<typeof open>>, iterations: number): Promise<string> {
  const recorder = session.trainer.recorder;
  const rows: string[] = [];
  for (let i = 0; i < iterations; i++) {
    session.trainer.iterate();
    rows.push(JSON.stringify((await recorder.flush()).map(({ values }) => values)));
  }
  const state = await captureRun(session.trainer, 'cpu');
  return rows.join('\n') + JSON.stringify(Object.values(state.arrays).map((array) => [...array.slice(0, 50)]));
}

// The plain CPU backend would take several times as long.
beforeAll(async () => {
  await startEngine('wasm', nodeEngines);
});

describe.each(cases)('$system.id on $dataset', ({ system, dataset, kind }) => {
  it('generates samples of the right shape, and nothing moves', async () => {
    const { trainer, preview, dispose } = await open(configFor(system.id, dataset));
    const before = stateOf(trainer.system.parts);
    const starts = drawStarts(trainer.system, trainer.dataset, new Stream(1), 3);
    const made = trainer.system.generate(tensor2d(starts, [3, starts.length / 3]) as Tensor2D);
    expect(made.shape).toEqual([3, ...trainer.dataset.info.shape]);
    made.dispose();
    const stage = await preview.compute();
    expect(stage.kind).toBe(kind);
    expect(stateOf(trainer.system.parts)).toEqual(before);
    dispose();
  });

  it('shows each of its scenes, and nothing moves; once it is closed, nothing is left', async () => {
    const { numTensors, numBytes } = memory();
    const { trainer, preview, dispose } = await open(configFor(system.id, dataset));
    trainer.iterate();
    const before = stateOf(trainer.system.parts);
    for (const { id, kind: as, rows } of trainer.system.scenes ?? []) {
      const stage = await preview.compute(new Set([sceneLayer(id)]));
      const scene = 'scene' in stage ? stage.scene : null;
      expect(scene).toMatchObject({ id, rows });
      const size = as === 'codes' ? 2 : sizeOf(trainer.dataset.info.shape);
      expect((scene?.values.length ?? 0) % (size * Math.max(1, rows.length))).toBe(0);
      expect(scene?.values.length).toBeGreaterThan(0);
      expect(scene?.values.every(Number.isFinite)).toBe(true);
    }
    const samples = await preview.compute(new Set([SAMPLES_LAYER]));
    expect('scene' in samples && samples.scene).toBeFalsy();
    expect(stateOf(trainer.system.parts)).toEqual(before);
    dispose();
    expect(memory()).toMatchObject({ numTensors, numBytes });
  });

  it('trains with finite losses, and no tensor or byte is left behind', async () => {
    const { trainer, preview, dispose } = await open(configFor(system.id, dataset));
    trainer.iterate();
    await trainer.recorder.flush();
    await preview.compute();
    const { numTensors, numBytes } = memory();
    for (let i = 0; i < 12; i++) trainer.iterate();
    const points = await trainer.recorder.flush();
    await preview.compute();
    expect(memory()).toMatchObject({ numTensors, numBytes });
    expect(points.length).toBeGreaterThan(0);
    for (const { values } of points) expect(values.every(Number.isFinite)).toBe(true);
    dispose();
  });

  it.each(system.players)('a move of %s changes its own networks and nobody else’s', async (player) => {
    const { trainer, dispose } = await open(configFor(system.id, dataset));
    trainer.iterate(); // both have moved once, so that optimizers hold something
    const before = stateOf(trainer.system.parts);
    trainer.iterate(player);
    const after = stateOf(trainer.system.parts);
    const own = OTHERWISE[system.id]?.[player] ?? OWN[player] ?? [];
    for (const name of Object.keys(before)) {
      const moved = JSON.stringify(after[name]) !== JSON.stringify(before[name]);
      if (name.endsWith('/beta1Power') && before[name]?.[0] === 0) continue; // a power of β₁ = 0 stays what it is
      expect([name, moved]).toEqual([name, own.includes(name.split('/')[0] as string)]);
    }
    dispose();
  });

  it('gives the same bits for the same seed, and others for another', async () => {
    const config = configFor(system.id, dataset);
    const runs = await Promise.all([0, 0, 1].map((extra) => open({ ...config, seed: config.seed + extra })));
    const [first, second, other] = [await losses(runs[0]!, 11), await losses(runs[1]!, 11), await losses(runs[2]!, 11)];
    expect(first).toBe(second);
    // A game of two numbers draws none.
    if (dataset !== 'delta') expect(first).not.toBe(other);
    for (const run of runs) run.dispose();
  });

  it('goes on from a snapshot with the same 20 losses, bit for bit', async () => {
    const config = configFor(system.id, dataset, 'penalty' in system.params ? { penalty: 'r1', gamma: 0.5 } : {});
    const original = await open(config);
    for (let i = 0; i < 7; i++) original.trainer.iterate();
    await original.trainer.recorder.flush();
    const file = packSnapshot(await captureRun(original.trainer, 'cpu'));
    const expected = await losses(original, 20);
    const resumed = await open(config, unpackSnapshot(file) as RunState);
    expect(await losses(resumed, 20)).toBe(expected);
    original.dispose();
    resumed.dispose();
  });

  it('refuses a snapshot of other networks', async () => {
    const config = configFor(system.id, dataset);
    const { trainer, dispose } = await open(config);
    const state = await captureRun(trainer, 'cpu');
    state.arrays['G/theta'] = new Float32Array(3);
    expect(() => restoreRun(trainer, state)).toThrow('snapshot.mismatch');
    dispose();
  });

  it('reports only quantities of its flow, and gradients of layers that have a curve', async () => {
    const { trainer, dispose } = await open(configFor(system.id, dataset));
    const layers = trainer.recorder.curves.filter(({ group }) => group === 'layer').map(({ id }) => id);
    const known = [...trainer.system.flow.map(({ quantity }) => quantity), ...layers];
    const names = new Set<string>();
    const watching = trainer.recorder.watches;
    trainer.recorder.watches = (name) => {
      names.add(name);
      return watching(name);
    };
    trainer.iterate();
    expect(names.size).toBeGreaterThanOrEqual(4);
    for (const name of names) expect(known).toContain(name);
    dispose();
  });

  const objective = system.params['objective'];
  const all = objective?.kind === 'choice' ? objective.options : [];
  // The plain game tries every objective; the others, those that ask most of a judge.
  const objectives = ['gan', 'dcgan'].includes(system.id) ? all : all.filter((id) => ['wgan', 'r3gan'].includes(id));
  const own = { ...('k' in system.params && { k: 2 }), ...('penalty' in system.params && { penalty: 'r1' }) };
  it.each(objectives)('trains under %s with R1 and k = 2, if it may', async (objective) => {
    const { trainer, dispose } = await open(configFor(system.id, dataset, { objective, ...own }));
    trainer.iterate();
    trainer.iterate();
    const points = await trainer.recorder.flush();
    expect(points.flatMap(({ values }) => values).every(Number.isFinite)).toBe(true);
    if (objective === 'wgan') {
      const clip = trainer.currentConfig.systemParams['clip'] as number;
      const weights = Object.entries(stateOf(trainer.system.parts)).flatMap(([name, numbers]) =>
        /^D\w*\/theta$/.test(name) ? numbers : [],
      );
      expect(weights.length).toBeGreaterThan(0);
      expect(weights.every((weight) => Math.abs(weight) <= Math.fround(clip))).toBe(true);
    }
    dispose();
  });

  it('obeys a live change without a restart', async () => {
    const { trainer, dispose } = await open(configFor(system.id, dataset));
    trainer.iterate();
    const before = stateOf(trainer.system.parts)['G/theta'];
    trainer.setLive(`${trainerOfG(system.players)}Rate`, 0);
    trainer.iterate();
    expect(stateOf(trainer.system.parts)['G/theta']).toEqual(before);
    dispose();
  });
});

describe('the catalog', () => {
  it('lists every system with defaults that build, for each of its data sets', () => {
    for (const system of catalog.systems) {
      const accepted = catalog.datasets.filter(
        (set) => system.kinds.includes(set.kind) && !lacksLabels(system.labels, set),
      );
      for (const dataset of accepted) {
        const config = parseConfig({ system: system.id, dataset: dataset.id }, catalog);
        expect(config.systemParams).toEqual(system.defaults[dataset.id]);
      }
    }
  });

  it('holds presets that are complete configurations', () => {
    for (const { config } of catalog.presets) expect(parseConfig(config, catalog)).toEqual(config);
  });
});
