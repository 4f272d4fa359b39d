import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/core/config';
import { Stream } from '../../src/core/random';
import { openDataset } from '../../src/data';
import { startEngine } from '../../src/engine/start';
import { nodeEngines } from '../../src/headless/nodeEngines';
import { neighbourAccuracy } from '../../src/metrics/neighbourClassifier';
import { Reference } from '../../src/metrics/reference';
import { catalog } from '../../src/worker/catalog';
import { measureTrainer } from '../../src/worker/measuring';
import { readClasses } from '../../src/worker/runMetrics';
import { openSession } from '../../src/worker/session';
import { emptyStore } from '../support/stores';

describe('the nearest-neighbour classifier', () => {
  it('takes the class of most of the five nearest, and of equally many the nearest', () => {
    const learned = { x: Float32Array.of(0, 1, 2, 3, 4, 100), labels: [0, 1, 1, 0, 2, 3] };
    // The five nearest to 0.1 are 0 to 4: two of class 0, two of class 1, and 0 is the nearest. To 1.6: 2 is.
    expect(neighbourAccuracy(learned, { x: Float32Array.of(0.1), labels: [0] }, 1)).toBe(1);
    expect(neighbourAccuracy(learned, { x: Float32Array.of(1.6), labels: [1] }, 1)).toBe(1);
    expect(neighbourAccuracy(learned, { x: Float32Array.of(1.6, 0.1), labels: [0, 0] }, 1)).toBe(0.5);
  });

  it('knows few rows too', () => {
    expect(
      neighbourAccuracy({ x: Float32Array.of(0, 9), labels: [0, 1] }, { x: Float32Array.of(8), labels: [1] }, 1),
    ).toBe(1);
  });
});

describe('shares of the classes', () => {
  const open = (dataset: string) =>
    openDataset(dataset, parseConfig({ system: 'gan', dataset }, catalog).datasetParams, emptyStore);

  it('are read alike in further samples, and tell when one class alone is served', async () => {
    const data = await open('moons');
    const { x, labels = [] } = data.sample(new Stream(5, 'served'), 400);
    const like = readClasses(data, 1, x);
    expect(like?.accuracy).toBeGreaterThan(0.95);
    expect(Math.abs((like?.real[1] ?? 0) - (like?.fake[1] ?? 1))).toBeLessThan(0.15);
    const ofOne = x.filter((_, i) => labels[i >> 1] === 1);
    expect(readClasses(data, 1, ofOne)?.fake[1]).toBeGreaterThan(0.95);
  });

  it('are left to the modes where these are the classes', async () => {
    expect(readClasses(await open('ring'), 1, new Float32Array(800))).toBeNull();
  });
});

describe('GAN-train and GAN-test', () => {
  const measured = async (id: string, iterations: number) => {
    const { makeExecutor } = await startEngine('replay', nodeEngines);
    const config = catalog.presets.find((one) => one.id === id)?.config as (typeof catalog.presets)[number]['config'];
    const { trainer, dispose } = await openSession(config, emptyStore, undefined, makeExecutor);
    for (let i = 0; i < iterations; i++) trainer.iterate();
    await trainer.recorder.flush();
    const { metrics } = await measureTrainer(trainer, new Reference(trainer.dataset, 200, 1));
    dispose();
    return (name: string) => metrics.find((one) => one.id === name);
  };

  it('rise to what real samples reach when a conditional GAN has learned its classes', async () => {
    const [untrained, grown] = [await measured('ring-conditional', 0), await measured('ring-conditional', 1000)];
    for (const id of ['ganTrain', 'ganTest']) {
      expect(untrained(id)?.value).toBeLessThan(0.6);
      expect(grown(id)?.value).toBeGreaterThan(0.9);
      expect(grown(id)?.floor).toBeGreaterThan(0.99); // the modes hardly touch
    }
  });

  it('are not measured where nobody tells G the class', async () => {
    expect((await measured('ring', 0))('ganTrain')).toBeUndefined();
    // Here D alone is told it.
    const semiSupervised = await measured('pen-digits-sgan', 0);
    for (const id of ['ganTrain', 'ganTest']) expect(semiSupervised(id)).toBeUndefined();
  });
});
