/**
 * Trains presets of the family without a page and writes every scene that is made of pictures as a PNG, with a line of JSON for
 * each preset: steps, seconds, engine, seed.
 *
 * `npm run gallery` (all; `-- --only pen-digits-vae,pen-digits-acgan`, `--steps 500` for another length, `--out docs/gallery`)
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { PresetEntry } from '../src/core/catalog';
import { SAMPLES_LAYER, type SceneShown, sceneLayer } from '../src/core/stage';
import { startEngine } from '../src/engine/start';
import { folderStore } from '../src/headless/folderStore';
import { nodeEngines } from '../src/headless/nodeEngines';
import { encodeSheet } from '../src/headless/sheet';
import { catalog } from '../src/worker/catalog';
import { openSession, type Session } from '../src/worker/session';

/** Steps after which a preset shows its effect. */
const STEPS: Readonly<Record<string, number>> = {
  'faces-swapped': 1200,
  'faces-from-edges': 1500,
  'glasses-cycle': 1500,
  'negative-disco': 1500,
  'faces-growing': 2600,
  'cifar-horses': 1500,
  'faces-styles': 2000,
  'pen-digits-anomaly': 1500,
  'pen-digits-conditional': 1500,
  'pen-digits-acgan': 1500,
  'pen-digits-infogan': 1200,
  'pen-digits-bigan': 800,
  'pen-digits-autoencoder': 3000,
  'pen-digits-denoising': 3000,
  'pen-digits-vae': 4000,
  'pen-digits-cvae': 3000,
  'pen-digits-aae': 1500,
  'pen-digits-vaegan': 2500,
  'pen-digits-glo': 4000,
  'pen-digits-pyramid': 1000,
  'faces-from-captions': 2000,
};

const { values: options } = parseArgs({
  options: {
    only: { type: 'string', default: Object.keys(STEPS).join(',') },
    steps: { type: 'string', default: '' },
    seed: { type: 'string', default: '1' },
    out: { type: 'string', default: 'docs/gallery' },
  },
});

/** One line per preset: what was trained, and how long it took. */
interface Entry {
  preset: string;
  steps: number;
  seconds: number;
  engine: string;
  seed: number;
}

async function train({ trainer }: Session, steps: number): Promise<void> {
  while (trainer.iteration < steps) {
    trainer.iterate();
    if (trainer.iteration % 20 === 0) await trainer.recorder.flush();
    if (trainer.recorder.bad) throw new Error(`not finite: ${JSON.stringify(trainer.recorder.bad)}`);
  }
}

function writeScene(id: string, { id: scene, values, columns }: SceneShown, shape: readonly number[]): void {
  writeFileSync(join(options.out, `${id}-${scene}.png`), encodeSheet(values as Uint8Array, shape, columns, 2));
}

async function show(id: string, { preview, trainer }: Session): Promise<void> {
  const { shape } = trainer.dataset.info;
  for (const { id: scene, kind } of trainer.system.scenes ?? []) {
    const stage = await preview.compute(new Set([sceneLayer(scene)]));
    if (kind === 'rows' && stage.kind === 'image' && stage.scene) writeScene(id, stage.scene, shape);
  }
  const stage = await preview.compute(new Set([SAMPLES_LAYER]));
  if (stage.kind === 'image')
    writeFileSync(join(options.out, `${id}-samples.png`), encodeSheet(stage.fake, shape, 12, 2));
}

async function main(): Promise<void> {
  mkdirSync(options.out, { recursive: true });
  const list = join(options.out, 'gallery.json');
  const entries = new Map<string, Entry>();
  try {
    for (const entry of JSON.parse(readFileSync(list, 'utf8')) as Entry[]) entries.set(entry.preset, entry);
  } catch {
    // The first time there is no list.
  }
  const { makeExecutor } = await startEngine('replay', nodeEngines);
  const seed = Number(options.seed);
  for (const id of options.only.split(',')) {
    const preset = catalog.presets.find((one) => one.id === id) as PresetEntry;
    const steps = Number(options.steps) || (STEPS[id] ?? 1000);
    const started = Date.now();
    const session = await openSession({ ...preset.config, seed }, folderStore(), undefined, makeExecutor);
    await train(session, steps);
    const seconds = Math.round((Date.now() - started) / 1000);
    await show(id, session);
    session.dispose();
    const entry: Entry = { preset: id, steps, seconds, engine: 'replay', seed };
    entries.set(id, entry);
    console.log(JSON.stringify(entry));
    writeFileSync(list, `${JSON.stringify([...entries.values()], null, 1)}\n`);
  }
}

main().then(
  () => process.exit(0),
  (thrown) => {
    console.error(thrown);
    process.exit(2);
  },
);
