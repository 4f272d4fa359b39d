/**
 * One small net, the ring, five moves of D for each of G, and one loss after the other: who collapses, who finds all eight modes?
 * After xyfJASON/gans-pytorch, whose pictures are the published verdicts. Each finished run is kept in
 * `docs/control-experiment.json`, and `docs/control-experiment.md` gets its table from there.
 *
 * `npm run control-experiment -- --seeds 3` goes on where it stopped; `--seeds 0` only writes the table.
 */
import { parseArgs } from 'node:util';
import { defaultsOf } from '../../src/core/params';
import { Stream } from '../../src/core/random';
import { openDataset } from '../../src/data';
import { startEngine } from '../../src/engine/start';
import type { RunningEngine } from '../../src/engine/types';
import { folderStore } from '../../src/headless/folderStore';
import { nodeEngines } from '../../src/headless/nodeEngines';
import { modeHistogram } from '../../src/metrics/modeHistogram';
import { generateSamples } from '../../src/training/samples';
import { Trainer } from '../../src/training/trainer';
import { fixedPoints } from '../study/fixedPoints';
import { keepRun, keptRuns, writeTable } from '../study/runs';
import { CONTROL_PARAMS, controlGame } from './game';
import { type ControlRun, type Look, ROWS, tableOf } from './table';

const RUNS = 'docs/control-experiment.json';
const PAGE = 'docs/control-experiment.md';
const SAMPLES = 2500;
const STOPS = [200, 400, 800, 1000, 5000] as const;
const RATE = 3e-4;
/** σ is a twentieth of the radius, which is two thirds of the range of G's tanh. */
const DATA = { modes: 8, sigma: 0.05 };

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '3' },
    rows: { type: 'string', default: ROWS.map(({ id }) => id).join() },
  },
});

async function look(trainer: Trainer, stream: Stream): Promise<Look> {
  const latents = stream.fillNormal(new Float32Array(SAMPLES * trainer.system.latentSize));
  const fake = await generateSamples(trainer, latents, SAMPLES);
  const { high, all } = modeHistogram({ real: fake, fake, count: SAMPLES, dims: 2, info: trainer.dataset.info });
  return { steps: trainer.iteration, high, nearest: all };
}

async function train(
  { id, params, steps }: (typeof ROWS)[number],
  seed: number,
  makeExecutor: RunningEngine['makeExecutor'],
): Promise<ControlRun> {
  const trainer = new Trainer({
    definition: controlGame,
    dataset: fixedPoints(await openDataset('ring', DATA, folderStore()), { count: 3200, scale: 1.5, seed }),
    makeExecutor,
    config: {
      system: controlGame.id,
      systemParams: { ...defaultsOf(CONTROL_PARAMS), discriminatorRate: RATE, generatorRate: RATE, k: 5, ...params },
      dataset: 'ring',
      datasetParams: DATA,
      batchSize: 256,
      seed,
      engine: 'replay',
    },
  });
  const stream = new Stream(seed, 'looks');
  const looks: Look[] = [];
  const started = performance.now();
  for (const stop of STOPS.filter((one) => one <= steps)) {
    while (trainer.iteration < stop) {
      trainer.iterate();
      if (trainer.iteration % 100 === 0) await trainer.recorder.flush();
    }
    looks.push(await look(trainer, stream));
  }
  trainer.dispose();
  return { row: id, seed, looks, seconds: Math.round((performance.now() - started) / 1000) };
}

async function main(): Promise<void> {
  const { makeExecutor } = await startEngine('replay', nodeEngines);
  const table = () => writeTable(PAGE, tableOf(keptRuns<ControlRun>(RUNS)));
  table();
  const wanted = values.rows.split(',');
  for (let seed = 1; seed <= Number(values.seeds); seed++) {
    for (const row of ROWS.filter(({ id }) => wanted.includes(id))) {
      if (keptRuns<ControlRun>(RUNS).some((run) => run.row === row.id && run.seed === seed)) continue;
      const run = await train(row, seed, makeExecutor);
      keepRun(RUNS, run);
      table();
      console.log(JSON.stringify(run));
    }
  }
}

main().then(
  () => process.exit(0),
  (thrown) => {
    console.error((thrown as Error).message);
    process.exit(2);
  },
);
