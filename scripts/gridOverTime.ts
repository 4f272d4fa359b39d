/**
 * Trains a preset for pictures and writes one PNG: a row of the same latents at each of the steps given, so that one sees
 * digits emerge.
 *
 * `npm run grid -- --preset mnist-dcgan --at 200,1000,5000 --seed 1 --out docs/mnist-dcgan.png`
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { Stream } from '../src/core/random';
import { startEngine } from '../src/engine/start';
import { folderStore } from '../src/headless/folderStore';
import { nodeEngines } from '../src/headless/nodeEngines';
import { encodeSheet } from '../src/headless/sheet';
import { toBytes } from '../src/training/pictures';
import { drawStarts } from '../src/training/starts';
import type { Trainer } from '../src/training/trainer';
import { catalog } from '../src/worker/catalog';
import { openSession } from '../src/worker/session';

const COLUMNS = 16;

const { values } = parseArgs({
  options: {
    preset: { type: 'string', default: 'mnist-dcgan' },
    at: { type: 'string', default: '200,1000,5000' },
    seed: { type: 'string', default: '1' },
    out: { type: 'string', default: 'docs/grid.png' },
  },
});

/** Pictures of one row of latents, the same ones every time. */
async function row(trainer: Trainer): Promise<Uint8Array> {
  const latents = drawStarts(trainer.system, trainer.dataset, new Stream(7, 'grid'), COLUMNS);
  return toBytes(await trainer.generate(latents, COLUMNS));
}

async function main(): Promise<void> {
  const preset = catalog.presets.find(({ id }) => id === values.preset);
  if (!preset) throw new Error(`unknown preset ${values.preset}`);
  const steps = values.at.split(',').map(Number);
  const { makeExecutor } = await startEngine('replay', nodeEngines);
  const config = { ...preset.config, seed: Number(values.seed) };
  const { trainer } = await openSession(config, folderStore(), undefined, makeExecutor);
  const rows: Uint8Array[] = [];
  const started = Date.now();
  for (const step of steps) {
    while (trainer.iteration < step) {
      trainer.iterate();
      if (trainer.iteration % 20 === 0) await trainer.recorder.flush();
    }
    rows.push(await row(trainer));
    console.log(`step ${step}: ${((Date.now() - started) / 1000).toFixed(0)} s`);
  }
  const pixels = new Uint8Array(rows.length * (rows[0]?.length ?? 0));
  for (const [i, part] of rows.entries()) pixels.set(part, i * part.length);
  mkdirSync(dirname(values.out), { recursive: true });
  writeFileSync(values.out, encodeSheet(pixels, trainer.dataset.info.shape, COLUMNS, 2));
}

await main();
process.exit(0);
