import '../support/tf';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/core/config';
import type { MoveReport } from '../../src/core/moves';
import type { MakeExecutor } from '../../src/engine/replay/executor';
import { makeWasmExecutor } from '../../src/engine/replay/wasmExecutor';
import { toModelUnits } from '../../src/training/moveIO';
import { captureRun, packSnapshot, type RunState, unpackSnapshot } from '../../src/training/snapshot';
import { catalog } from '../../src/worker/catalog';
import { openSession } from '../../src/worker/session';
import { emptyStore } from '../support/stores';

const replay = makeWasmExecutor(new WebAssembly.Module(readFileSync('src/engine/replay/wasm/kernels.wasm')));
const engines: [string, MakeExecutor | undefined][] = [
  ['CPU', undefined],
  ['replay', replay],
];
const RATE = 0.05;
const config = parseConfig(
  {
    system: 'gan',
    dataset: 'ring',
    batchSize: 12,
    seed: 8,
    systemParams: {
      k: 2,
      penalty: 'none',
      discriminatorOptimizer: 'sgd',
      discriminatorRate: RATE,
      discriminatorMomentum: 0,
      generatorOptimizer: 'sgd',
      generatorRate: RATE,
      generatorMomentum: 0,
    },
  },
  catalog,
);
const open = (makeExecutor?: MakeExecutor, state?: RunState) => openSession(config, emptyStore, state, makeExecutor);

const close = (a: ArrayLike<number>, b: ArrayLike<number>, what: string) => {
  expect(a.length, what).toBe(b.length);
  for (let i = 0; i < a.length; i++) expect(a[i], `${what} ${i}`).toBeCloseTo(b[i] as number, 4);
};
const seen = ({ seen: all }: MoveReport, name: string) => all.find((one) => one.name === name)?.values as Float32Array;
const mean = (values: ArrayLike<number>) => Array.from(values).reduce((sum, x) => sum + x, 0) / values.length;
const softplus = (x: number) => Math.log1p(Math.exp(x));

describe.each(engines)('single moves on %s', (_name, makeExecutor) => {
  it('show the true values of each move: recomputed from the snapshot before it', async () => {
    const { trainer, dispose } = await open(makeExecutor);
    for (let i = 0; i < 3; i++) trainer.iterate();
    for (const player of ['discriminator', 'discriminator', 'generator']) {
      const before = await captureRun(trainer, 'test');
      const report = await trainer.moveOnce();
      const after = await captureRun(trainer, 'test');
      expect(report).toMatchObject({ player, iteration: 4, times: player === 'generator' ? 1 : 2 });
      const z = seen(report, 'z');
      const fake = seen(report, 'G(z)');
      const scores = seen(report, 'D(G(z))');
      const past = await open(undefined, before);
      const { streams, dataset } = past.trainer;
      if (player === 'discriminator') {
        const real = toModelUnits(dataset.sample(streams.data, 12).x, dataset.info);
        close(seen(report, 'x'), real, 'x');
        close(seen(report, 'D(x)'), await past.trainer.look('score', real, 12), 'D(x)');
      }
      close(z, streams.noise.fillNormal(new Float32Array(24)), 'z');
      close(fake, await past.trainer.generate(z.slice(), 12), 'G(z)');
      close(scores, await past.trainer.look('score', fake.slice(), 12), 'D(G(z))');
      const loss =
        player === 'generator'
          ? mean(scores.map((c) => softplus(-c)))
          : mean(seen(report, 'D(x)').map((c) => softplus(-c))) + mean(scores.map(softplus));
      expect(report.loss).toBeCloseTo(loss, 4);
      // Gradient descent moves the weights by its rate times the gradient.
      const own = player === 'generator' ? 'G/theta' : 'D/theta';
      const way = Math.hypot(
        ...(after.arrays[own] as Float32Array).map((w, i) => w - (before.arrays[own]?.[i] as number)),
      );
      expect(seen(report, `gradient/${player}`)[0]).toBeCloseTo(way / RATE, 3);
      past.dispose();
    }
    dispose();
  });

  it('leave the run where whole iterations leave it, also where these finish what single moves began', async () => {
    const [whole, single, mixed] = [await open(makeExecutor), await open(makeExecutor), await open(makeExecutor)];
    for (let i = 0; i < 4; i++) whole.trainer.iterate();
    for (let i = 0; i < 12; i++) await single.trainer.moveOnce();
    for (let i = 0; i < 4; i++) {
      for (let move = 0; move < i % 3; move++) await mixed.trainer.moveOnce();
      mixed.trainer.iterate();
    }
    const states = await Promise.all([whole, single, mixed].map(({ trainer }) => captureRun(trainer, 'test')));
    expect(states[1]).toEqual(states[0]);
    expect(states[2]).toEqual(states[0]);
    for (const session of [whole, single, mixed]) session.dispose();
  });

  it('survive a snapshot in the middle of an iteration', async () => {
    const original = await open(makeExecutor);
    await original.trainer.moveOnce();
    const file = unpackSnapshot(packSnapshot(await captureRun(original.trainer, 'test'))) as RunState;
    const resumed = await open(makeExecutor, file);
    const reports = await Promise.all([original, resumed].map(({ trainer }) => trainer.moveOnce()));
    expect(reports[1]).toEqual(reports[0]);
    expect(reports[0]).toMatchObject({ player: 'discriminator', number: 2, iteration: 1 });
    original.dispose();
    resumed.dispose();
  });
});
