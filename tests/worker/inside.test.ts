import { beforeAll, describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/core/config';
import { Stream } from '../../src/core/random';
import { startEngine } from '../../src/engine/start';
import { nodeEngines } from '../../src/headless/nodeEngines';
import { scoreSamples } from '../../src/training/samples';
import { drawStarts } from '../../src/training/starts';
import { catalog } from '../../src/worker/catalog';
import { lookInside } from '../../src/worker/inside';
import { openSession } from '../../src/worker/session';
import { emptyStore } from '../support/stores';

describe.each([
  ['gan', 'ring', 16],
  ['dcgan', 'pen-digits', 4],
] as const)('inside %s on %s', (system, dataset, batchSize) => {
  let makeExecutor: Awaited<ReturnType<typeof startEngine>>['makeExecutor'];
  beforeAll(async () => {
    ({ makeExecutor } = await startEngine('replay', nodeEngines));
  });

  it('shows each layer with its present weights and what it makes of an input', async () => {
    const config = parseConfig({ system, dataset, batchSize, seed: 4 }, catalog);
    const { trainer, dispose } = await openSession(config, emptyStore, undefined, makeExecutor);
    const before = await lookInside(trainer, 'G');
    for (let i = 0; i < 5; i++) trainer.iterate();
    await trainer.recorder.flush();
    const layers = await lookInside(trainer, 'G');
    if (!layers || !before) throw new Error('G is a network');
    expect(layers.reduce((sum, { parameters }) => sum + parameters, 0)).toBe(trainer.system.parameters['generator']);
    for (const { weights, parameters } of layers) {
      expect(weights?.counts.reduce((sum, count) => sum + count, 0) ?? 0).toBe(parameters);
    }
    expect(layers[0]?.weights).not.toEqual(before[0]?.weights);
    // The last layer's output is what the run itself generates from the same latents.
    const starts = drawStarts(trainer.system, trainer.dataset, new Stream(4, 'inside'), 1);
    const generated = await trainer.generate(starts, 1);
    const last = layers.at(-1)?.output?.values;
    for (const [i, value] of (last ?? []).entries()) expect(value).toBeCloseTo(generated[i] as number, 4);
    expect(last?.length).toBe(generated.length);
    const [first] = (await lookInside(trainer, 'D')) ?? [];
    expect(first?.output?.values.some((value) => value !== 0)).toBe(true);
    expect(await lookInside(trainer, 'optG')).toBeNull();
    dispose();
  });
});

it('shows a normalized inspector with the singular vectors of now', async () => {
  const { makeExecutor } = await startEngine('replay', nodeEngines);
  const systemParams = { spectralNorm: true, discriminatorRate: 0.02 };
  const config = parseConfig({ system: 'gan', dataset: 'ring', batchSize: 16, seed: 4, systemParams }, catalog);
  const { trainer, dispose } = await openSession(config, emptyStore, undefined, makeExecutor);
  for (let i = 0; i < 30; i++) trainer.iterate();
  await trainer.recorder.flush();
  const layers = await lookInside(trainer, 'D');
  // What is looked into is the first real sample of that stream.
  const { x } = trainer.dataset.sample(new Stream(4, 'inside'), 1);
  const [score] = (await scoreSamples(trainer, x, 1)) ?? [];
  expect(layers?.at(-1)?.output?.values[0]).toBeCloseTo(score as number, 4);
  dispose();
});
