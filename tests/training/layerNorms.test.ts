import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/core/config';
import type { EngineName } from '../../src/core/run';
import { startEngine } from '../../src/engine/start';
import { nodeEngines } from '../../src/headless/nodeEngines';
import { curvesUpTo } from '../../src/ui/app/curves';
import { catalog } from '../../src/worker/catalog';
import { openSession } from '../../src/worker/session';
import { emptyStore } from '../support/stores';

const game = (system: string, dataset: string) => parseConfig({ system, dataset, batchSize: 8, seed: 3 }, catalog);

describe('gradients of layers', () => {
  it.each<EngineName>(['cpu', 'replay'])('on %s: they make up the gradient of their player', async (engine) => {
    const { makeExecutor } = await startEngine(engine, nodeEngines);
    const { trainer, dispose } = await openSession(game('gan', 'ring'), emptyStore, undefined, makeExecutor);
    trainer.iterate();
    const [point] = await trainer.recorder.flush();
    const { curves } = trainer.recorder;
    const value = (id: string) => point?.values[curves.findIndex((curve) => curve.id === id)] as number;
    for (const player of ['discriminator', 'generator']) {
      const layers = curves.filter(({ layer, of }) => layer && of === player);
      expect(layers.map(({ layer }) => layer?.type)).toEqual(['dense', 'dense', 'dense']);
      const whole = value(`gradient/${player}`);
      expect(whole).toBeGreaterThan(0);
      expect(Math.hypot(...layers.map(({ id }) => value(id))) / whole).toBeCloseTo(1, 5);
    }
    dispose();
  });

  it('are kept of each network by itself, normalizations left out', async () => {
    await startEngine('cpu', nodeEngines);
    const { trainer, dispose } = await openSession(game('cyclegan', 'moons'), emptyStore);
    const networks = new Set(trainer.recorder.curves.flatMap(({ layer }) => (layer ? [layer.network] : [])));
    expect([...networks].sort()).toEqual(['DX', 'DY', 'F', 'G']);
    expect(trainer.recorder.curves.filter(({ layer }) => layer?.type.endsWith('Norm'))).toEqual([]);
    dispose();
  });

  it('may be missing from what was recorded before', () => {
    const curve = (id: string, group: 'loss' | 'layer') => ({ id, group, of: 'generator' });
    const run = { curves: [curve('loss/generator', 'loss'), curve('layer/G/0', 'layer')], iteration: 20 };
    const table = { iterations: [10, 20, 30], columns: [[1, 2, 3]] };
    expect(curvesUpTo(table, run)).toMatchObject({
      iterations: [10, 20],
      columns: [
        [1, 2],
        [Number.NaN, Number.NaN],
      ],
    });
    const other = { ...run, curves: [curve('loss/generator', 'loss'), curve('loss/discriminator', 'loss')] };
    expect(curvesUpTo(table, other).iterations).toEqual([]);
  });
});
