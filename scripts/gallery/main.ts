/**
 * Trains the gallery's experiments without a page. Each gives a snapshot of at most 300 kB, with which it opens trained
 * (`public/snapshots/<id>.zip`); its pictures (`docs/gallery`, with a page of them): a film of what it makes from its first steps
 * to its last, and its own scenes at the end; and a line of `docs/gallery/gallery.json`: steps, seconds, engine, seed, and
 * what the snapshot's size costs. MNIST and CIFAR-10 must be at hand (see *MNIST* in the README).
 *
 * `npm run gallery` (all presets that state how long they are `trained`; `-- --only ring,pen-digits-vae`, `--iterations 500` for another length)
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Catalog } from '../../src/core/catalog';
import { Stream } from '../../src/core/random';
import { type RecordedCurves, SAMPLES_LAYER, sceneLayer } from '../../src/core/stage';
import { standardDeviation } from '../../src/core/statistics';
import { startEngine } from '../../src/engine/start';
import type { RunningEngine } from '../../src/engine/types';
import { folderStore } from '../../src/headless/folderStore';
import { nodeEngines } from '../../src/headless/nodeEngines';
import { encodeSheet } from '../../src/headless/sheet';
import { captureRun, type RunState, unpackSnapshot } from '../../src/training/snapshot';
import { drawStarts } from '../../src/training/starts';
import { catalog } from '../../src/worker/catalog';
import { type EngineSession, openOn, openSession, type Session } from '../../src/worker/session';
import { filmOf, frameOf, type Sheet, translated } from './film';
import { PICTURES, SNAPSHOTS } from './folders';
import { type Entry, enter } from './page';
import { smallSnapshot } from './smallSnapshot';

/** Points of every curve that come along in a snapshot. */
const POINTS = 150;
/** Moments of the film, as shares of the whole training. */
const MOMENTS = [1 / 16, 1 / 8, 1 / 4, 1 / 2, 1];
const SAMPLES = 64;
/** Iterations of a preset that states none. */
const DEFAULT = 2000;

const { values: options } = parseArgs({
  options: {
    only: {
      type: 'string',
      default: catalog.presets.flatMap(({ id, trained }) => (trained === null ? [] : [id])).join(','),
    },
    iterations: { type: 'string', default: '' },
  },
});

/** Trains to the end; returns what the curves recorded, thinned, and the film. */
async function train({ trainer, preview }: Session, iterations: number) {
  const every = Math.max(1, Math.floor(iterations / POINTS));
  const recorded: RecordedCurves = { iterations: [], columns: trainer.recorder.curves.map(() => []) };
  const film: Sheet[] = [];
  const moments = MOMENTS.map((share) => Math.max(1, Math.round(share * iterations)));
  const { latentSize } = trainer.system;
  while (trainer.iteration < iterations) {
    trainer.iterate();
    const moment = moments.includes(trainer.iteration);
    if (trainer.iteration % 20 !== 0 && !moment) continue;
    for (const { iteration, values } of await trainer.recorder.flush()) {
      if (iteration < (recorded.iterations.at(-1) ?? -every) + every) continue;
      recorded.iterations.push(iteration);
      for (const [i, column] of recorded.columns.entries()) column.push(Number(values[i]?.toPrecision(4)));
    }
    const layers = latentSize === 0 ? [] : [SAMPLES_LAYER];
    if (moment) film.push(frameOf(await preview.compute(new Set(layers)), { latentSize, ...trainer.dataset.info }));
  }
  if (trainer.recorder.bad) throw new Error(`not finite: ${JSON.stringify(trainer.recorder.bad)}`);
  return { recorded, film };
}

const writeSheet = (name: string, { pixels, shape, columns }: Sheet): void =>
  writeFileSync(`${PICTURES}/${name}.png`, encodeSheet(pixels, shape, columns, 2));

/** The film, and every scene that is made of pictures; returns the scenes' names. */
async function show(id: string, film: readonly Sheet[], { preview, trainer }: Session): Promise<string[]> {
  writeSheet(id, filmOf(film));
  const shown: string[] = [];
  for (const { id: scene, kind } of trainer.system.scenes ?? []) {
    const stage = await preview.compute(new Set([sceneLayer(scene)]));
    if (kind !== 'rows' || stage.kind !== 'image' || !stage.scene) continue;
    const { values, columns } = stage.scene;
    writeSheet(`${id}-${scene}`, { pixels: values as Uint8Array, shape: trainer.dataset.info.shape, columns });
    shown.push(scene);
  }
  return shown;
}

/** Some samples of a run, always of the same latents; what it translates, where it has none; null where it shows neither. */
async function samplesOf({ trainer, preview }: Session): Promise<Float32Array | null> {
  const { system, dataset } = trainer;
  if (system.latentSize === 0) {
    const stage = await preview.compute();
    return 'scene' in stage && stage.scene ? Float32Array.from(translated(stage.scene)) : null;
  }
  return trainer.generate(drawStarts(system, dataset, new Stream(7, 'gallery'), SAMPLES), SAMPLES);
}

/** How far samples of the same latents are from each other, as a share of their spread. */
function apart(a: Float32Array, b: Float32Array): number {
  return (
    Math.sqrt(a.reduce((sum, value, i) => sum + (value - (b[i] as number)) ** 2, 0) / a.length) / standardDeviation(a)
  );
}

async function make({ id, config, trained }: Catalog['presets'][number], replay: RunningEngine): Promise<Entry> {
  const iterations = Number(options.iterations) || (trained ?? DEFAULT);
  const open = (state?: RunState): Promise<EngineSession> =>
    openOn(
      replay,
      () => startEngine('wasm', nodeEngines),
      (makeExecutor) => openSession(config, folderStore(), state, makeExecutor),
    );
  const { session, engine } = await open();
  const initial = await session.trainer.captureState();
  const started = Date.now();
  const { recorded, film } = await train(session, iterations);
  const seconds = Math.round((Date.now() - started) / 1000);
  const scenes = await show(id, film, session);
  const state = { ...(await captureRun(session.trainer, 'replay')), config, recorded };
  const { file, coarse } = smallSnapshot(session.trainer, state, initial);
  writeFileSync(`${SNAPSHOTS}/${id}.zip`, file);
  const before = await samplesOf(session);
  session.dispose();
  const { session: again } = await open(unpackSnapshot(file) as RunState);
  const after = await samplesOf(again);
  again.dispose();
  return {
    preset: id,
    steps: iterations,
    seconds,
    engine: engine.name,
    seed: config.seed,
    scenes,
    kB: Math.round(file.length / 1000),
    coarse: coarse === null ? null : Number(coarse.toPrecision(2)),
    moved: before && after ? Number(apart(before, after).toPrecision(2)) : null,
  };
}

async function main(): Promise<void> {
  for (const folder of [SNAPSHOTS, PICTURES]) mkdirSync(folder, { recursive: true });
  const replay = await startEngine('replay', nodeEngines);
  for (const id of options.only.split(',')) {
    const preset = catalog.presets.find((one) => one.id === id);
    if (!preset) throw new Error(`unknown preset ${id}`);
    const entry = await make(preset, replay);
    enter(entry);
    console.log(JSON.stringify(entry));
  }
}

main().then(
  () => process.exit(0),
  (thrown) => {
    console.error(thrown);
    process.exit(2);
  },
);
