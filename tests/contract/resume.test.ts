import { memory } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/core/config';
import type { ParamValues } from '../../src/core/params';
import type { EngineName } from '../../src/core/run';
import type { MakeExecutor } from '../../src/engine/replay/executor';
import { startEngine } from '../../src/engine/start';
import { nodeEngines } from '../../src/headless/nodeEngines';
import { captureRun, packSnapshot, type RunState, unpackSnapshot } from '../../src/training/snapshot';
import { catalog } from '../../src/worker/catalog';
import { openSession, type Session } from '../../src/worker/session';
import { emptyStore } from '../support/stores';

const growing = { fadeIterations: 3, holdIterations: 4 };

const runs: [
  engine: EngineName,
  system: string,
  dataset: string,
  batch: number,
  iterations: number,
  systemParams?: ParamValues,
][] = [
  ['cpu', 'gan', 'screws', 64, 30],
  ['wasm', 'gan', 'screws', 64, 200],
  ['wasm', 'gan', 'pen-digits', 16, 20],
  ['wasm', 'dcgan', 'pen-digits', 4, 20],
  ['replay', 'gan', 'screws', 64, 2000],
  ['replay', 'gan', 'pen-digits', 16, 20],
  ['replay', 'dcgan', 'pen-digits', 4, 20],
  ['replay', 'pix2pix', 'pen-digits', 4, 20],
  ['replay', 'cyclegan', 'moons', 16, 100],
  ['replay', 'stylegan', 'pen-digits', 4, 10],
  // The next 20 see the rest of one fade, and the whole of the next.
  ['replay', 'progan', 'pen-digits', 4, 6, growing],
];

/** Every recorded value of the next 20 iterations, as text that shows every bit. */
async function nextLosses({ trainer }: Session): Promise<string> {
  await trainer.recorder.flush();
  const rows: string[] = [];
  for (let i = 0; i < 20; i++) trainer.iterate();
  for (const { iteration, values } of await trainer.recorder.flush()) rows.push([iteration, ...values].join(' '));
  const { arrays } = await captureRun(trainer, 'test');
  return `${rows.join('\n')} ${arrays['G/theta']?.join(' ')} ${arrays['D/theta']?.join(' ')}`;
}

describe.each(runs)('%s: %s on %s', (engine, system, dataset, batchSize, iterations, systemParams = {}) => {
  const config = parseConfig({ system, dataset, batchSize, seed: 11, systemParams }, catalog);

  let makeExecutor: MakeExecutor | undefined;

  beforeAll(async () => {
    ({ makeExecutor } = await startEngine(engine, nodeEngines));
    expect(makeExecutor !== undefined).toBe(engine === 'replay');
  });

  it('goes on from a file with the same bits, repeats from its seed, and keeps its memory flat', async () => {
    const original = await openSession(config, emptyStore, undefined, makeExecutor);
    original.trainer.iterate();
    await original.trainer.recorder.flush();
    const before = memory();
    for (let i = 1; i < iterations; i++) original.trainer.iterate();
    await original.trainer.recorder.flush();
    expect(memory()).toMatchObject({ numTensors: before.numTensors, numBytes: before.numBytes });
    const file = packSnapshot(await captureRun(original.trainer, engine));
    const expected = await nextLosses(original);
    original.dispose();

    const resumed = await openSession(config, emptyStore, unpackSnapshot(file) as RunState, makeExecutor);
    expect(await nextLosses(resumed)).toBe(expected);
    resumed.dispose();

    const again = await openSession(config, emptyStore, undefined, makeExecutor);
    for (let i = 0; i < iterations; i++) again.trainer.iterate();
    expect(await nextLosses(again)).toBe(expected);
    again.dispose();
  });
});
