/**
 * Trains a preset from several seeds without a page and says of each when it reached its goal and whether it kept it.
 *
 * `npm run outcomes -- --preset screws --seeds 10`
 *
 * Goals: `screws` |mean − 5| < 0.1 cm and sd within ±50 % of 0.2 cm, both averaged over the last 1,000 iterations, and
 * still so over the next 10,000; `ring` 8 of 8 modes with a high-quality share of 85 %, and 8 modes with at least 80 % at
 * every look over the next 5,000; `collapse` two modes at most that have a fifth of their fair share of the samples nearest to
 * them, and still so over the next 1,000; `cure` 8 modes with a high-quality share of 45 %, and of 35 % over the next 2,000. A
 * look is every 50 iterations, at 2,000 samples of a stream of its own.
 */
import { parseArgs } from 'node:util';
import type { PresetEntry } from '../src/core/catalog';
import { Stream } from '../src/core/random';
import { mean, standardDeviation } from '../src/core/statistics';
import { startEngine } from '../src/engine/start';
import type { RunningEngine } from '../src/engine/types';
import { folderStore } from '../src/headless/folderStore';
import { nodeEngines } from '../src/headless/nodeEngines';
import { METRICS } from '../src/metrics';
import { modeHistogram } from '../src/metrics/modeHistogram';
import { generateSamples } from '../src/training/samples';
import type { Trainer } from '../src/training/trainer';
import { catalog } from '../src/worker/catalog';
import { openSession } from '../src/worker/session';
import { engineOption } from './engineOption';

const LOOK_EVERY = 50;
const SAMPLES = 2000;

interface Goal {
  /** Looks that are averaged before they are judged. */
  window: number;
  /** Iterations over which the goal must hold once reached. */
  hold: number;
  /** Iterations after which a run has failed. */
  patience: number;
  measure(trainer: Trainer, fake: Float32Array): number[];
  reached(values: readonly number[]): boolean;
  kept(values: readonly number[]): boolean;
  names: readonly string[];
}

const nearScrews = ([m = 0, sd = 0]: readonly number[]) => Math.abs(m - 5) < 0.1 && sd > 0.1 && sd < 0.3;

const metric = (id: string, trainer: Trainer, fake: Float32Array): number =>
  METRICS.find((one) => one.id === id)?.compute({
    real: fake,
    fake,
    count: SAMPLES,
    dims: fake.length / SAMPLES,
    info: trainer.dataset.info,
  }) as number;

/** Modes that have a fifth of their fair share of the samples nearest to them. */
function served(trainer: Trainer, fake: Float32Array): number {
  const { all } = modeHistogram({ real: fake, fake, count: SAMPLES, dims: 2, info: trainer.dataset.info });
  return all.filter((n) => n > (0.2 * SAMPLES) / all.length).length;
}

const GOALS: Readonly<Record<string, Goal>> = {
  screws: {
    window: 1000 / LOOK_EVERY,
    hold: 10_000,
    patience: 30_000,
    measure: (_, fake) => [mean(fake), standardDeviation(fake)],
    reached: nearScrews,
    kept: nearScrews,
    names: ['mean', 'sd'],
  },
  ring: {
    window: 1,
    hold: 5000,
    patience: 60_000,
    measure: (trainer, fake) => [metric('modes', trainer, fake), metric('highQuality', trainer, fake)],
    reached: ([modes = 0, quality = 0]) => modes === 8 && quality >= 0.85,
    kept: ([modes = 0, quality = 0]) => modes === 8 && quality >= 0.8,
    names: ['modes', 'high quality'],
  },
  collapse: {
    window: 1,
    hold: 1000,
    patience: 4000,
    measure: (trainer, fake) => [served(trainer, fake), metric('highQuality', trainer, fake)],
    reached: ([modes = 0]) => modes <= 2,
    kept: ([modes = 0]) => modes <= 2,
    names: ['modes served', 'high quality'],
  },
  cure: {
    window: 1,
    hold: 2000,
    patience: 10_000,
    measure: (trainer, fake) => [metric('modes', trainer, fake), metric('highQuality', trainer, fake)],
    reached: ([modes = 0, quality = 0]) => modes === 8 && quality >= 0.45,
    kept: ([modes = 0, quality = 0]) => modes === 8 && quality >= 0.35,
    names: ['modes', 'high quality'],
  },
};

const { values: options } = parseArgs({
  options: {
    preset: { type: 'string', default: 'screws' },
    seeds: { type: 'string', default: '10' },
    engine: { type: 'string', default: 'replay' },
  },
});

async function look(trainer: Trainer, goal: Goal, stream: Stream): Promise<number[]> {
  const latents = stream.fillNormal(new Float32Array(SAMPLES * trainer.system.latentSize));
  return goal.measure(trainer, await generateSamples(trainer, latents, SAMPLES));
}

/** Mean of each measurement over the last looks; null while there are too few. */
function average(looks: readonly number[][], window: number): number[] | null {
  if (looks.length < window) return null;
  const last = looks.slice(-window);
  return (last[0] as number[]).map((_, i) => mean(Float32Array.from(last, (row) => row[i] as number)));
}

async function outcome(seed: number, goal: Goal, makeExecutor: RunningEngine['makeExecutor']) {
  const preset = catalog.presets.find(({ id }) => id === options.preset) as PresetEntry;
  const session = await openSession({ ...preset.config, seed }, folderStore(), undefined, makeExecutor);
  const { trainer } = session;
  const stream = new Stream(seed, 'outcomes');
  const looks: number[][] = [];
  const started = Date.now();
  let reachedAt = 0;
  let seconds = Number.NaN;
  let lost = 0;
  let worst: number[] = [];
  while (reachedAt === 0 ? trainer.iteration < goal.patience : trainer.iteration < reachedAt + goal.hold) {
    for (let i = 0; i < LOOK_EVERY; i++) trainer.iterate();
    await trainer.recorder.flush();
    looks.push(await look(trainer, goal, stream));
    const now = average(looks, goal.window);
    if (!now) continue;
    if (reachedAt === 0 && goal.reached(now)) {
      reachedAt = trainer.iteration;
      seconds = (Date.now() - started) / 1000;
    } else if (reachedAt > 0 && !goal.kept(now)) {
      lost += 1;
      worst = now;
    }
  }
  const last = average(looks, goal.window) ?? [];
  session.dispose();
  const round = (value: number) => Math.round(value * 1000) / 1000;
  return {
    seed,
    'reached at': reachedAt || '—',
    seconds: round(seconds),
    'looks below the goal': lost,
    worst: worst.map(round).join(', '),
    ...Object.fromEntries(goal.names.map((name, i) => [`${name} at the end`, round(last[i] ?? Number.NaN)])),
    good: reachedAt > 0 && lost === 0,
  };
}

async function main(): Promise<void> {
  const goal = GOALS[options.preset];
  if (!goal) throw new Error(`no goal is stated for ${options.preset}; there are: ${Object.keys(GOALS).join(', ')}`);
  const { makeExecutor } = await startEngine(engineOption(options.engine), nodeEngines);
  const rows = [];
  for (let seed = 1; seed <= Number(options.seeds); seed++) rows.push(await outcome(seed, goal, makeExecutor));
  console.table(rows);
  console.log(`${rows.filter(({ good }) => good).length} of ${rows.length} seeds reached the goal and kept it.`);
}

main().then(
  () => process.exit(0),
  (thrown) => {
    console.error((thrown as Error).message);
    process.exit(2);
  },
);
