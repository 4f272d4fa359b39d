/**
 * Whether memory stays flat: trains each system for 2,000 iterations and counts tensors and bytes as it goes.
 *
 * `npm run memory` (`-- --steps 2000 --engine replay`, `--only gan,dcgan`)
 */
import { parseArgs } from 'node:util';
import { memory } from '@tensorflow/tfjs-core';
import { parseConfig } from '../src/core/config';
import type { RunConfig } from '../src/core/run';
import { startEngine } from '../src/engine/start';
import type { RunningEngine } from '../src/engine/types';
import { folderStore } from '../src/headless/folderStore';
import { nodeEngines } from '../src/headless/nodeEngines';
import { SYSTEMS } from '../src/systems';
import { catalog } from '../src/worker/catalog';
import { openSession } from '../src/worker/session';
import { engineOption } from './engineOption';

const LOOKS = 20;
const BATCH = 16;
const DATA = { '1d': 'screws', '2d': 'ring', image: 'pen-digits', point: 'delta' } as const;

const { values: options } = parseArgs({
  options: {
    steps: { type: 'string', default: '2000' },
    engine: { type: 'string', default: 'wasm' },
    only: { type: 'string' },
  },
});

/** Trains and looks every twentieth of the way, from the first look on. */
async function watch(config: RunConfig, steps: number, makeExecutor: RunningEngine['makeExecutor']) {
  const session = await openSession(config, folderStore(), undefined, makeExecutor);
  const { trainer, preview } = session;
  const looks: { tensors: number; bytes: number; heap: number }[] = [];
  for (let step = 1; step <= steps; step++) {
    trainer.iterate();
    if (step % 20 === 0) await trainer.recorder.flush();
    if (step % Math.ceil(steps / LOOKS) !== 0) continue;
    await preview.compute();
    globalThis.gc?.();
    looks.push({ tensors: memory().numTensors, bytes: memory().numBytes, heap: process.memoryUsage().rss });
  }
  session.dispose();
  const tensors = looks.map((look) => look.tensors);
  const bytes = looks.map((look) => look.bytes);
  return {
    steps,
    tensors: `${Math.min(...tensors)} – ${Math.max(...tensors)}`,
    bytes: `${Math.min(...bytes)} – ${Math.max(...bytes)}`,
    'process, MB': `${Math.round((looks[0]?.heap ?? 0) / 1e6)} → ${Math.round((looks.at(-1)?.heap ?? 0) / 1e6)}`,
    flat: Math.min(...tensors) === Math.max(...tensors) && Math.min(...bytes) === Math.max(...bytes),
  };
}

async function main(): Promise<boolean> {
  const { makeExecutor } = await startEngine(engineOption(options.engine), nodeEngines);
  const rows: Record<string, Awaited<ReturnType<typeof watch>>> = {};
  const only = options.only?.split(',');
  for (const { id, needs } of SYSTEMS.filter((system) => only?.includes(system.id) ?? true)) {
    for (const kind of needs.kinds) {
      // Only faces come with captions.
      const dataset = needs.labels === 'captions' ? 'faces' : DATA[kind];
      const config = parseConfig({ system: id, dataset, batchSize: BATCH, seed: 1 }, catalog);
      const name = `${id}, ${dataset}`;
      rows[name] = await watch(config, Number(options.steps), makeExecutor);
      console.log(name, JSON.stringify(rows[name]));
    }
  }
  console.table(rows);
  return Object.values(rows).every(({ flat }) => flat);
}

main().then(
  (flat) => process.exit(flat ? 0 : 1),
  (thrown) => {
    console.error((thrown as Error).message);
    process.exit(2);
  },
);
