import { describe, expect, it } from 'vitest';
import { mean } from '../../src/core/statistics';
import { startEngine } from '../../src/engine/start';
import { nodeEngines } from '../../src/headless/nodeEngines';
import { modeHistogram } from '../../src/metrics/modeHistogram';
import { Reference } from '../../src/metrics/reference';
import { drawSamples } from '../../src/training/samples';
import { catalog } from '../../src/worker/catalog';
import { measureTrainer } from '../../src/worker/measuring';
import { openSession } from '../../src/worker/session';
import { emptyStore } from '../support/stores';

/** A preset from that seed, after so many iterations: its trainer and the recorded curves by id. */
async function played(id: string, seed: number, iterations: number) {
  const { makeExecutor } = await startEngine('replay', nodeEngines);
  const preset = catalog.presets.find((one) => one.id === id);
  if (!preset) throw new Error(`there is no preset ${id}`);
  const { trainer, dispose } = await openSession({ ...preset.config, seed }, emptyStore, undefined, makeExecutor);
  for (let i = 0; i < iterations; i++) trainer.iterate();
  const rows = await trainer.recorder.flush();
  const curve = (name: string) => {
    const column = trainer.recorder.curves.findIndex((one) => one.id === name);
    return rows.map(({ values }) => values[column] as number).filter(Number.isFinite);
  };
  return { trainer, curve, dispose };
}

describe('vanishing', () => {
  it.each([1, 2, 3])('silences minimax and nobody else, and G stays where it is; seed %i', async (seed) => {
    const { trainer, curve, dispose } = await played('vanishing', seed, 600);
    const change = (objective: string) => {
      const norms = curve(`gradient/${objective}`);
      return mean(norms.slice(-5)) / (norms[0] as number);
    };
    expect(change('minimax')).toBeLessThan(0.03);
    expect(change('non-saturating')).toBeGreaterThan(2);
    expect(change('wgan-gp')).toBeGreaterThan(0.3);
    expect(mean(await drawSamples(trainer, 1000))).toBeGreaterThan(9);
    dispose();
  });
});

describe('mode collapse', () => {
  /** Clusters that are nearest to a fifth of their fair share of 2,000 samples at least. */
  async function served(id: string, seed: number): Promise<number> {
    const { trainer, dispose } = await played(id, seed, 1200);
    const fake = await drawSamples(trainer, 2000);
    const { all } = modeHistogram({ real: fake, fake, count: 2000, dims: 2, info: trainer.dataset.info });
    dispose();
    return all.filter((n) => n > (0.2 * 2000) / all.length).length;
  }

  it.each([
    1, 2, 3,
  ])('leaves two clusters at most, and none is lost under the clipped critic; seed %i', async (seed) => {
    expect(await served('collapse', seed)).toBeLessThanOrEqual(2);
    expect(await served('cure-wgan', seed)).toBe(8);
  });
});

describe('critic-distance', () => {
  it.each([1, 2, 3])('reads the Wasserstein distance off the critic; seed %i', async (seed) => {
    const { trainer, dispose } = await played('critic-distance', seed, 1000);
    const { metrics } = await measureTrainer(trainer, new Reference(trainer.dataset, 1000, seed));
    const value = (id: string) => metrics.find((one) => one.id === id)?.value as number;
    expect(value('w1')).toBeGreaterThan(0.3); // on the way still
    expect(Math.abs(value('criticW1') / value('w1') - 1), JSON.stringify(metrics)).toBeLessThan(0.15);
    dispose();
  });

  it('estimates nothing where the slope of D is free', async () => {
    const { trainer, dispose } = await played('collapse', 1, 1);
    const { metrics } = await measureTrainer(trainer, new Reference(trainer.dataset, 100, 1));
    expect(metrics.map(({ id }) => id)).not.toContain('criticW1');
    dispose();
  });
});
