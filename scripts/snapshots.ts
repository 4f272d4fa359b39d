/**
 * Trains the gallery's experiments and writes each as a snapshot of at most 300 kB, with which it opens trained:
 * `public/snapshots/<id>.zip`. What fits is kept exactly; of larger networks the weights are kept roughly, without the
 * optimizers' memory. The table says what that costs.
 *
 * `npm run snapshots`, or `npm run snapshots -- --preset mnist-dcgan --iterations 5000`
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Stream } from '../src/core/random';
import type { RecordedCurves } from '../src/core/stage';
import { standardDeviation } from '../src/core/statistics';
import type { MakeExecutor } from '../src/engine/replay/executor';
import { startEngine } from '../src/engine/start';
import { folderStore } from '../src/headless/folderStore';
import { nodeEngines } from '../src/headless/nodeEngines';
import { MovingAverage } from '../src/nn/movingAverage';
import { Optimizer } from '../src/nn/optimizers/optimizer';
import { TRAINED } from '../src/presets/trained';
import { captureRun, packSnapshot, type Roughness, type RunState, unpackSnapshot } from '../src/training/snapshot';
import { drawStarts } from '../src/training/starts';
import type { Trainer } from '../src/training/trainer';
import { catalog } from '../src/worker/catalog';
import { openSession } from '../src/worker/session';

const MOST_BYTES = 300_000;
const FOLDER = 'public/snapshots';
/** Points of every curve that come along. */
const POINTS = 150;
/** The finest and the coarsest step of rough weights that are tried, as shares of the weights' size. */
const FINEST = 0.03;
const COARSEST = 2;
const SAMPLES = 64;
/** Iterations of a preset that states none. */
const DEFAULT = 2000;

/** Trains that far; returns what the curves recorded, thinned. */
async function train(trainer: Trainer, iterations: number): Promise<RecordedCurves> {
  const every = Math.max(1, Math.floor(iterations / POINTS));
  const recorded: RecordedCurves = { iterations: [], columns: trainer.recorder.curves.map(() => []) };
  while (trainer.iteration < iterations) {
    trainer.iterate();
    if (trainer.iteration % 20 !== 0 && trainer.iteration !== iterations) continue;
    for (const { iteration, values } of await trainer.recorder.flush()) {
      if (iteration < (recorded.iterations.at(-1) ?? -every) + every) continue;
      recorded.iterations.push(iteration);
      for (const [i, column] of recorded.columns.entries()) column.push(Number(values[i]?.toPrecision(4)));
    }
  }
  if (trainer.recorder.bad) throw new Error(`not finite: ${JSON.stringify(trainer.recorder.bad)}`);
  return recorded;
}

/** What a rough snapshot leaves out: the memory of optimizers; and networks whose moving average there is become that. */
function roughness({ system }: Trainer, coarse: number): Roughness {
  const parts = Object.entries(system.parts);
  const optimizers = parts.filter(([, part]) => part instanceof Optimizer).map(([name]) => `${name}/`);
  const averages = parts.filter(([, part]) => part instanceof MovingAverage).map(([name]) => name);
  const same = averages.flatMap((name) => {
    const network = name.replace('average', '');
    return ['theta', 'moving'].map((variable) => [`${network}/${variable}`, `${name}/${variable}`]);
  });
  return {
    coarse,
    // Moving variances are small beside moving means: one step for both would make them 0.
    exact: (name) => name.endsWith('/moving'),
    keeps: (name) => !optimizers.some((prefix) => name.startsWith(prefix)),
    same: Object.fromEntries(same),
  };
}

/** The finest snapshot that is small enough. */
function smallest(trainer: Trainer, state: RunState): { file: Uint8Array; coarse: number | null } {
  const exact = packSnapshot(state);
  if (exact.length <= MOST_BYTES) return { file: exact, coarse: null };
  let [fine, coarse] = [FINEST, COARSEST];
  let file = packSnapshot(state, roughness(trainer, fine));
  if (file.length <= MOST_BYTES) return { file, coarse: fine };
  for (let i = 0; i < 12; i++) {
    const middle = Math.sqrt(fine * coarse);
    file = packSnapshot(state, roughness(trainer, middle));
    if (file.length > MOST_BYTES) fine = middle;
    else coarse = middle;
  }
  return { file: packSnapshot(state, roughness(trainer, coarse)), coarse };
}

/** How far samples of the same latents are from each other, as a share of their spread. */
function apart(a: Float32Array, b: Float32Array): number {
  return (
    Math.sqrt(a.reduce((sum, value, i) => sum + (value - (b[i] as number)) ** 2, 0) / a.length) / standardDeviation(a)
  );
}

async function make(id: string, iterations: number, makeExecutor: MakeExecutor | undefined): Promise<object> {
  const preset = catalog.presets.find((entry) => entry.id === id);
  if (!preset) throw new Error(`unknown preset ${id}`);
  const { trainer, dispose } = await openSession(preset.config, folderStore(), undefined, makeExecutor).catch(() =>
    openSession(preset.config, folderStore()),
  );
  const started = Date.now();
  const recorded = await train(trainer, iterations);
  const state = { ...(await captureRun(trainer, 'replay')), config: preset.config, recorded };
  const { file, coarse } = smallest(trainer, state);
  const starts = drawStarts(trainer.system, trainer.dataset, new Stream(7, 'gallery'), SAMPLES);
  const before = trainer.system.latentSize > 0 ? await trainer.generate(starts, SAMPLES) : null;
  dispose();
  const again = await openSession(preset.config, folderStore(), unpackSnapshot(file) as RunState, makeExecutor).catch(
    () => openSession(preset.config, folderStore(), unpackSnapshot(file) as RunState),
  );
  const after = before && (await again.trainer.generate(starts, SAMPLES));
  again.dispose();
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(`${FOLDER}/${id}.zip`, file);
  return {
    iterations,
    s: Math.round((Date.now() - started) / 1000),
    kB: Math.round(file.length / 1000),
    'step of weights': coarse === null ? 'exact' : Number(coarse.toPrecision(2)),
    'samples moved, of their spread': before && after ? Number(apart(before, after).toPrecision(2)) : null,
  };
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { preset: { type: 'string', multiple: true }, iterations: { type: 'string' } },
  });
  const { makeExecutor } = await startEngine('replay', nodeEngines);
  const rows: Record<string, object> = {};
  for (const id of values.preset ?? Object.keys(TRAINED)) {
    const iterations = Number(values.iterations ?? TRAINED[id] ?? DEFAULT);
    rows[id] = await make(id, iterations, makeExecutor);
    console.log(id, JSON.stringify(rows[id]));
  }
  console.table(rows);
}

await main();
process.exit(0);
