/**
 * PacGAN's Table 1, the rows GAN and PacGAN2 (Lin et al., arXiv 1712.04086): their nets, data and steps, fewer of these. A run
 * takes minutes; each finished one is kept in `docs/pacgan.json`, and `docs/pacgan.md` gets its table from there.
 *
 * `npm run pacgan -- --seeds 5 --steps 20000` goes on where it stopped; `--data ring` and, beside it, `--data grid` share the work
 * between two cores; `--seeds 0` only writes the table.
 */
import { parseArgs } from 'node:util';
import { defaultsOf } from '../../src/core/params';
import { Stream } from '../../src/core/random';
import { openDataset } from '../../src/data';
import { startEngine } from '../../src/engine/start';
import type { RunningEngine } from '../../src/engine/types';
import { folderStore } from '../../src/headless/folderStore';
import { nodeEngines } from '../../src/headless/nodeEngines';
import { qualityMetric } from '../../src/metrics/highQuality';
import { modesMetric } from '../../src/metrics/modes';
import { reverseKlHighMetric, reverseKlMetric } from '../../src/metrics/reverseKl';
import { generateSamples } from '../../src/training/samples';
import { Trainer } from '../../src/training/trainer';
import { fixedPoints } from '../study/fixedPoints';
import { keepRun, keptRuns, writeTable } from '../study/runs';
import { PACGAN_PARAMS, pacganGame } from './game';
import { DATA, type Look, METHODS, type PacganRun, tableOf } from './table';

const RUNS = 'docs/pacgan.json';
const PAGE = 'docs/pacgan.md';
/** Points that a look measures, as in the paper. */
const SAMPLES = 2500;
const LOOKS = 4;

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '5' },
    steps: { type: 'string', default: '20000' },
    data: { type: 'string', default: Object.keys(DATA).join() },
  },
});

async function look(trainer: Trainer, stream: Stream): Promise<Look> {
  const latents = stream.fillNormal(new Float32Array(2 * SAMPLES));
  const fake = await generateSamples(trainer, latents, SAMPLES);
  const input = { real: fake, fake, count: SAMPLES, dims: 2, info: trainer.dataset.info };
  return {
    steps: trainer.iteration,
    modes: modesMetric.compute(input),
    highQuality: qualityMetric.compute(input),
    reverseKl: reverseKlHighMetric.compute(input),
    reverseKlAll: reverseKlMetric.compute(input),
  };
}

async function train(
  { data, packing, seed }: Pick<PacganRun, 'data' | 'packing' | 'seed'>,
  steps: number,
  makeExecutor: RunningEngine['makeExecutor'],
): Promise<PacganRun> {
  const { params } = DATA[data];
  const trainer = new Trainer({
    definition: pacganGame,
    dataset: fixedPoints(await openDataset(data, params, folderStore()), { count: 100_000, scale: 1, seed }),
    makeExecutor,
    config: {
      system: pacganGame.id,
      systemParams: {
        ...defaultsOf(PACGAN_PARAMS),
        packing,
        ...{ generatorRate: 1e-4, discriminatorRate: 1e-4, generatorBeta1: 0.8, discriminatorBeta1: 0.8 },
      },
      dataset: data,
      datasetParams: params,
      batchSize: 100,
      seed,
      engine: 'replay',
    },
  });
  const stream = new Stream(seed, 'looks');
  const looks: Look[] = [];
  const started = performance.now();
  for (let i = 1; i <= LOOKS; i++) {
    while (trainer.iteration < (steps * i) / LOOKS) {
      trainer.iterate();
      if (trainer.iteration % 100 === 0) await trainer.recorder.flush();
    }
    looks.push(await look(trainer, stream));
  }
  trainer.dispose();
  return { data, packing, seed, looks, seconds: Math.round((performance.now() - started) / 1000) };
}

async function main(): Promise<void> {
  const steps = Number(values.steps);
  const { makeExecutor } = await startEngine('replay', nodeEngines);
  const table = () => writeTable(PAGE, tableOf(keptRuns<PacganRun>(RUNS), steps));
  table();
  const wanted = values.data.split(',');
  for (let seed = 1; seed <= Number(values.seeds); seed++) {
    for (const data of (Object.keys(DATA) as (keyof typeof DATA)[]).filter((id) => wanted.includes(id))) {
      for (const { packing } of METHODS) {
        const known = keptRuns<PacganRun>(RUNS).some(
          (run) =>
            run.data === data && run.packing === packing && run.seed === seed && run.looks.at(-1)?.steps === steps,
        );
        if (known) continue;
        const run = await train({ data, packing, seed }, steps, makeExecutor);
        keepRun(RUNS, run);
        table();
        console.log(JSON.stringify(run));
      }
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
