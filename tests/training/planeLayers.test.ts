import '../support/tf';
import { readFileSync } from 'node:fs';
import { tensor2d } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/core/config';
import { COMPUTED_LAYERS, SAMPLES_LAYER, type Stage2d } from '../../src/core/stage';
import type { MakeExecutor } from '../../src/engine/replay/executor';
import { makeWasmExecutor } from '../../src/engine/replay/wasmExecutor';
import { OBJECTIVES } from '../../src/objectives';
import { toModelUnits } from '../../src/training/moveIO';
import { catalog } from '../../src/worker/catalog';
import { openSession } from '../../src/worker/session';
import { fakePlay } from '../support/fakes';
import { emptyStore } from '../support/stores';

const replay = makeWasmExecutor(new WebAssembly.Module(readFileSync('src/engine/replay/wasm/kernels.wasm')));
const all = new Set<string>(COMPUTED_LAYERS);

async function open(systemParams: object, makeExecutor?: MakeExecutor, dataset = 'ring', system = 'gan') {
  const config = parseConfig({ system, dataset, batchSize: 16, seed: 4, systemParams }, catalog);
  const session = await openSession(config, emptyStore, undefined, makeExecutor);
  for (let i = 0; i < 5; i++) session.trainer.iterate();
  return session;
}

const difference = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  Math.max(...Array.from(a, (value, i) => Math.abs(value - (b[i] as number))));

describe('layers of the 2-D stage', () => {
  it('are computed only when they are asked for', async () => {
    const { preview, dispose } = await open({});
    const none = (await preview.compute()) as Stage2d;
    const asked = [none.optimal, none.manifold, none.lossGradient, none.beliefGradient, none.verdicts];
    expect(asked).toEqual([null, null, null, null, null]);
    const one = (await preview.compute(new Set(['verdicts']))) as Stage2d;
    expect([one.verdicts?.real.length, one.verdicts?.fake.length, one.manifold]).toEqual([1000, 1000, null]);
    dispose();
  });

  it('are not computed under a scene, which covers them', async () => {
    const { preview, dispose } = await open({}, undefined, 'ring', 'cgan');
    const under = (await preview.compute(all)) as Stage2d;
    expect([under.scene?.id, under.optimal, under.verdicts]).toEqual(['conditions', null, null]);
    const plain = (await preview.compute(new Set([...all, SAMPLES_LAYER]))) as Stage2d;
    expect([plain.scene, plain.optimal?.side]).toEqual([null, 120]);
    dispose();
  });

  it('are the same from recorded programs over the present weights as eagerly', async () => {
    const [eager, replayed] = await Promise.all([open({}), open({}, replay)]);
    for (const { trainer } of [eager, replayed]) for (let i = 0; i < 3; i++) trainer.iterate();
    const [a, b] = (await Promise.all([eager, replayed].map(({ preview }) => preview.compute(all)))) as Stage2d[];
    for (const name of ['lossGradient', 'beliefGradient', 'score'] as const) {
      expect(difference(a?.[name] as Float32Array, b?.[name] as Float32Array), name).toBeLessThan(1e-4);
    }
    expect(difference(a?.manifold?.places ?? [1], b?.manifold?.places ?? [])).toBeLessThan(1e-4);
    expect(a?.optimal?.values.some((value) => value > 0.3 && value < 0.7)).toBe(true);
    eager.dispose();
    replayed.dispose();
  });

  it.each(OBJECTIVES)('hold the gradient of G’s loss under $id, by finite differences', async (objective) => {
    const { id, paired } = objective;
    const { trainer, preview, dispose } = await open({ objective: id, penalty: 'none' });
    const stage = (await preview.compute(all)) as Stage2d;
    const n = 6;
    const places = toModelUnits(stage.fake.slice(0, 2 * n), trainer.dataset.info);
    const play = fakePlay(objective);
    const lossOf = (raw: number) => objective.generatorLoss(tensor2d([[raw]]), undefined, play).dataSync()[0] as number;
    const beliefOf = (raw: number): number => {
      return objective.score === 'logit' ? 1 / (1 + Math.exp(-raw)) : raw;
    };
    const h = 1e-3;
    for (const axis of [0, 1]) {
      const shifted = (by: number) => places.map((value, i) => value + (i % 2 === axis ? by : 0));
      const [up, down] = await Promise.all([h, -h].map((by) => trainer.look('score', shifted(by), n)));
      for (let i = 0; i < n; i++) {
        const [above, below] = [up?.[i] as number, down?.[i] as number];
        // Where the loss needs real samples beside, there is no gradient of one generated sample alone.
        if (paired) expect(stage.lossGradient).toBeNull();
        else expect(stage.lossGradient?.[2 * i + axis]).toBeCloseTo((lossOf(above) - lossOf(below)) / (2 * h), 1);
        expect(stage.beliefGradient?.[2 * i + axis]).toBeCloseTo((beliefOf(above) - beliefOf(below)) / (2 * h), 1);
      }
    }
    dispose();
  });

  it.each([1, 2, 3])('show the manifold of %i latents', async (latentSize) => {
    const { trainer, preview, dispose } = await open({ latentSize });
    const { manifold, optimal } = (await preview.compute(all)) as Stage2d;
    expect(manifold?.places).toHaveLength(2 * (manifold?.columns ?? 0) * (manifold?.rows ?? 0));
    expect([manifold?.rows === 1, optimal?.estimated]).toEqual([latentSize === 1, latentSize !== 2]);
    // The first vertex is G of the grid's first noise.
    const z = new Float32Array(latentSize).fill(-(manifold?.reach as number), 0, Math.min(2, latentSize));
    const [x, y] = await trainer.generate(z, 1);
    const [width, height] = trainer.dataset.info.scale as [number, number];
    expect(manifold?.places[0]).toBeCloseTo((x as number) * width, 4);
    expect(manifold?.places[1]).toBeCloseTo((y as number) * height, 4);
    dispose();
  });

  it('leave D* out where the density of the data is not known', async () => {
    const { preview, dispose } = await open({}, undefined, 'swiss-roll');
    expect(((await preview.compute(all)) as Stage2d).optimal).toBeNull();
    dispose();
  });
});
