import '../support/tf';
import { expect, it } from 'vitest';
import { parseConfig } from '../../src/core/config';
import { layout } from '../../src/ui/game/layout';
import { microSteps } from '../../src/ui/game/steps';
import { catalog } from '../../src/worker/catalog';
import { openSession } from '../../src/worker/session';
import { emptyStore } from '../support/stores';

it.each(['vae', 'cvae'])('a move of the %s shows z = μ + σ ε, ε before the code', async (system) => {
  const config = parseConfig({ system, dataset: 'moons', batchSize: 4, seed: 2 }, catalog);
  const { trainer, dispose } = await openSession(config, emptyStore);
  const report = await trainer.moveOnce();
  const values = (name: string) => report.seen.find((one) => one.name === name)?.values as Float32Array;
  const [z, mu, sigma, epsilon] = ['z', 'μ', 'σ', 'ε'].map(values) as [
    Float32Array,
    Float32Array,
    Float32Array,
    Float32Array,
  ];
  expect(z).toHaveLength(8);
  for (const [i, value] of z.entries()) {
    expect(sigma[i]).toBeGreaterThan(0);
    expect(value).toBeCloseTo((mu[i] as number) + (sigma[i] as number) * (epsilon[i] as number), 5);
  }
  const { flow } = trainer.system;
  expect(microSteps(report, flow).map(({ at }) => at)).toEqual([
    'data',
    'noise',
    'E',
    'G',
    'loss',
    'gradient',
    'update',
  ]);
  // Noise stands in the row below the encoder's, so that its arrow passes no node.
  const places = layout(flow).map(({ name, column, row }) => [name, column, row]);
  expect(new Set(places)).toEqual(
    new Set([
      ['data', 0, 0],
      ['E', 1, 0],
      ['noise', 0, 1],
      ['G', 2, 0],
      ['loss', 3, 0],
    ]),
  );
  dispose();
});
