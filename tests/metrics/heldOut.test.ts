import { describe, expect, it } from 'vitest';
import { Stream } from '../../src/core/random';
import { startEngine } from '../../src/engine/start';
import { nodeEngines } from '../../src/headless/nodeEngines';
import { heldOutVerdict } from '../../src/metrics/heldOut';
import { Reference } from '../../src/metrics/reference';
import { toDataUnits } from '../../src/training/moveIO';
import type { Trainer } from '../../src/training/trainer';
import { catalog } from '../../src/worker/catalog';
import { openSession } from '../../src/worker/session';
import { emptyStore } from '../support/stores';

describe('the held-out classifier', () => {
  // Closed forms of two Gaussians of equal width, d of them apart.
  it.each([
    [0, 0.5, Math.LN2],
    [0.19, 0.554, 0.6886],
    [1, 0.76, 0.582],
    [3.64, 0.995, 0.089],
  ])('is calibrated for two Gaussians at d = %d', (d, auc, loss) => {
    const real = new Stream(1, 'real').fillNormal(new Float32Array(10_000));
    const fake = new Stream(1, 'fake').fillNormal(new Float32Array(10_000)).map((x) => x + d);
    const verdict = heldOutVerdict(real, fake, 10_000, 1);
    expect(Math.abs(verdict.auc - auc)).toBeLessThan(0.02);
    expect(Math.abs(verdict.logLoss - loss)).toBeLessThan(0.02);
  });

  it('is not judged on what it learned from: memorized points do not help it', () => {
    const points = new Stream(2, 'few').fillNormal(new Float32Array(200));
    const others = new Stream(3, 'few').fillNormal(new Float32Array(200));
    expect(Math.abs(heldOutVerdict(points, others, 200, 1).auc - 0.5)).toBeLessThan(0.12);
  });

  it('sees that a generator serves one of two modes', () => {
    const stream = new Stream(4, 'modes');
    const real = Float32Array.from({ length: 4000 }, (_, i) => (i % 2 ? 2 : -2) + 0.4 * stream.normal());
    const fake = Float32Array.from({ length: 4000 }, () => 2 + 0.4 * stream.normal());
    // Half of the real ones are never mistaken, the other half are coin tosses.
    const { auc, logLoss } = heldOutVerdict(real, fake, 4000, 1);
    expect(auc).toBeCloseTo(0.75, 1);
    expect(logLoss).toBeCloseTo(Math.LN2 - 0.2158, 1);
  });
});

it('the story of the screws: first the classifier is always right, in the end it can hardly tell', async () => {
  const { makeExecutor } = await startEngine('replay', nodeEngines);
  const preset = catalog.presets.find(({ id }) => id === 'screws');
  const { trainer } = await openSession({ ...preset!.config, seed: 1 }, emptyStore, undefined, makeExecutor);
  const made = async (of: Trainer): Promise<Float32Array> => {
    const latents = new Stream(1, 'latents').fillNormal(new Float32Array(10_000 * of.system.latentSize));
    return toDataUnits(await of.generate(latents, 10_000), of.dataset.info);
  };
  const reference = new Reference(trainer.dataset, 10_000, 1);
  const untrained = reference.measure(await made(trainer)).values;
  expect(untrained.auc).toBeGreaterThan(0.99);
  // The machine never stands still: it is judged by the middle of five looks.
  const looks = [];
  for (let i = 1; i <= 6000; i++) {
    trainer.iterate();
    if (i < 4000 || i % 500 !== 0) continue;
    await trainer.recorder.flush();
    looks.push(reference.measure(await made(trainer)).values);
  }
  const floor = reference.floors();
  trainer.dispose();
  const trained = looks.toSorted((a, b) => (a.auc as number) - (b.auc as number))[2] as (typeof looks)[0];
  expect(trained.auc).toBeLessThan(0.6);
  expect(trained.logLoss).toBeGreaterThan(0.67);
  // No classifier can be better than ln 2 − JS lets it be, up to chance.
  expect(trained.logLoss).toBeGreaterThan(Math.LN2 - (trained.js as number) - 0.005);
  for (const id of ['w1', 'js', 'kl', 'ks']) expect(floor[id]).toBeLessThan(trained[id] as number);
  expect(floor.auc).toBeLessThan(0.52);
});
