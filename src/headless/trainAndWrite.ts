import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseConfig } from '../core/config';
import { Problem } from '../core/problem';
import type { RunConfig } from '../core/run';
import type { CurvePoint } from '../core/stage';
import { chooseEngine } from '../engine/choose';
import { startEngine } from '../engine/start';
import { Reference } from '../metrics/reference';
import { toBytes } from '../training/pictures';
import { drawSamples } from '../training/samples';
import { captureRun, firstBadArray, packSnapshot } from '../training/snapshot';
import type { Trainer } from '../training/trainer';
import { catalog } from '../worker/catalog';
import { judgeFor } from '../worker/digitJudge';
import { isConvolutional, kindOf, openOn, openSession } from '../worker/session';
import type { Arguments } from './arguments';
import { folderStore } from './folderStore';
import { nodeEngines } from './nodeEngines';
import { nodeWeights } from './nodeWeights';
import { encodeNpy } from './npy';
import { progressBar } from './progress';
import { encodeSheet } from './sheet';

type Task = Extract<Arguments, { task: 'train' }>;

const POINT_SAMPLES = 10_000;
const PICTURE_SAMPLES = 100;
/** Pictures that metrics compare, of each kind, however few are written. */
const COMPARED_PICTURES = 2000;

/** Trains as the task says and writes everything at the end; throws a `Problem` before anything is written. */
export async function trainAndWrite(task: Task): Promise<void> {
  const config = await readConfig(task);
  const choice = chooseEngine({
    choice: config.engine,
    kind: kindOf(config),
    convolutional: isConvolutional(config),
  });
  const { session, engine } = await openOn(
    await startEngine(choice.name, nodeEngines),
    () => startEngine('wasm', nodeEngines),
    (makeExecutor) => openSession(config, folderStore(), undefined, makeExecutor),
  );
  const { trainer } = session;
  const points = await train(trainer, task.steps);
  const state = await captureRun(trainer, engine.name);
  const bad = trainer.recorder.bad;
  if (bad) throw new Problem('run.notFinite', { iteration: bad.iteration, what: firstBadArray(state) ?? bad.curve });

  const { info } = trainer.dataset;
  const image = info.kind === 'image';
  const count = task.samples ?? (image ? PICTURE_SAMPLES : POINT_SAMPLES);
  const compared = image ? Math.max(count, COMPARED_PICTURES) : count;
  const reference = new Reference(trainer.dataset, compared, config.seed, await judgeFor(trainer.dataset, nodeWeights));
  const all = await drawSamples(trainer, compared);
  const fake = all.slice(0, (all.length / compared) * count);
  const files: Record<string, string | Uint8Array> = {
    'config.json': json(config),
    'curves.csv': curvesCsv(trainer, points),
    'metrics.json': json(reference.measure(all).values),
    'snapshot.zip': packSnapshot(state),
    'dataset.json': json({ ...info, ...(info.modes && { centres: info.modes.centres, sigma: info.modes.sigma }) }),
  };
  if (image) {
    const pixels = toBytes(fake);
    files['samples.npy'] = encodeNpy(pixels, [count, ...info.shape]);
    files['samples.png'] = encodeSheet(pixels, info.shape, Math.ceil(Math.sqrt(count)), 2);
  } else files['samples.csv'] = samplesCsv(fake, count);
  await mkdir(task.out, { recursive: true }).catch(() => {
    throw new Problem('cli.cannotWrite', { path: task.out });
  });
  for (const [name, content] of Object.entries(files)) await writeFile(join(task.out, name), content);
}

async function readConfig({ preset, config: path, seed, engine }: Task): Promise<RunConfig> {
  const raw = path === null ? presetConfig(preset ?? '') : await readJson(path);
  return parseConfig({ ...raw, ...(seed !== null && { seed }), ...(engine !== null && { engine }) }, catalog);
}

function presetConfig(id: string): RunConfig {
  const preset = catalog.presets.find((entry) => entry.id === id);
  if (!preset) throw new Problem('cli.preset', { id, known: catalog.presets.map((entry) => entry.id).join(', ') });
  return preset.config;
}

async function readJson(path: string): Promise<object> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new Problem('cli.cannotRead', { path });
  });
  try {
    const raw: unknown = JSON.parse(text);
    if (typeof raw === 'object' && raw !== null) return raw;
  } catch {
    // falls through to the sentence below
  }
  throw new Problem('cli.notJson', { path });
}

async function train(trainer: Trainer, steps: number): Promise<CurvePoint[]> {
  const points: CurvePoint[] = [];
  const bar = progressBar(steps);
  for (let step = 1; step <= steps; step++) {
    trainer.iterate();
    if (step % 20 === 0 || step === steps) {
      for (const point of await trainer.recorder.flush()) points.push(point);
      bar.update(step);
      if (trainer.recorder.bad) break;
    }
  }
  bar.end();
  return points;
}

function curvesCsv(trainer: Trainer, points: readonly CurvePoint[]): string {
  const header = ['iteration', ...trainer.recorder.curves.map(({ id }) => id)].join(',');
  const rows = points.map(({ iteration, values }) =>
    [iteration, ...values.map((value) => (Number.isNaN(value) ? '' : value))].join(','),
  );
  return `${[header, ...rows].join('\n')}\n`;
}

function samplesCsv(samples: Float32Array, count: number): string {
  const dims = samples.length / count;
  const rows = Array.from({ length: count }, (_, i) => samples.subarray(i * dims, (i + 1) * dims).join(','));
  return `${[dims === 1 ? 'x' : 'x,y', ...rows].join('\n')}\n`;
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
