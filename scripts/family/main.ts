/**
 * Trains the family on MNIST, and on faces and points what translates, and prints each system's figure beside what a
 * trivial method gets, or DCGAN in the same time, from three seeds. Each figure is kept in `docs/family.json`, and
 * `docs/family.md` gets its table from there.
 *
 * `npm run family` trains what is missing (`-- --only cgan,vae-20`, `--seeds 3`; `--seeds 0` only writes the table). It needs MNIST (see *MNIST* in the README).
 */
import { parseArgs } from 'node:util';
import { parseConfig } from '../../src/core/config';
import { openTestDigits } from '../../src/data/images/mnist';
import { startEngine } from '../../src/engine/start';
import { folderStore } from '../../src/headless/folderStore';
import { nodeEngines } from '../../src/headless/nodeEngines';
import { nodeWeights } from '../../src/headless/nodeWeights';
import type { Judge } from '../../src/metrics/reference';
import { catalog } from '../../src/worker/catalog';
import { judgeFor } from '../../src/worker/digitJudge';
import { openSession, type Session } from '../../src/worker/session';
import { keepRun, keptRuns, writeTable } from '../study/runs';
import { type Figure, STUDIES, type Study } from './figures';
import { RIVALS } from './rivals';
import { TRANSLATIONS } from './translations';

const ALL = [...STUDIES, ...TRANSLATIONS, ...RIVALS];

const RUNS = 'docs/family.json';
const PAGE = 'docs/family.md';
const TEST = 2000;

const { values: options } = parseArgs({
  options: { only: { type: 'string', default: '' }, seeds: { type: 'string', default: '3' } },
});

/** Opens a run and trains it until `done` says so; the seconds of the processor that took. */
async function train(
  { system, dataset = 'mnist', params, batchSize }: Pick<Study, 'system' | 'dataset' | 'params' | 'batchSize'>,
  seed: number,
  done: (iteration: number, seconds: number) => boolean,
) {
  const { makeExecutor } = await startEngine('replay', nodeEngines);
  const config = parseConfig({ system, dataset, systemParams: params, batchSize, seed }, catalog);
  const session = await openSession(config, folderStore(), undefined, makeExecutor);
  const { trainer } = session;
  const before = process.cpuUsage();
  const spent = () => process.cpuUsage(before).user / 1e6;
  while (!done(trainer.iteration, spent())) {
    trainer.iterate();
    if (trainer.iteration % 20 === 0) await trainer.recorder.flush();
  }
  return { session, seconds: spent() };
}

/** One figure of one run. */
interface Row {
  study: string;
  seed: number;
  steps: number;
  seconds: number;
  figure: string;
  value: number;
  /** What a trivial method gets, or the rival in the same time. */
  baseline: number;
  good: boolean;
}

async function figuresOf({ dataset = 'mnist', figures }: Study, { trainer, dispose }: Session): Promise<Figure[]> {
  const judge = (await judgeFor(trainer.dataset, nodeWeights)) as Judge;
  const test =
    dataset === 'mnist' ? (await openTestDigits(folderStore())).x.subarray(0, TEST * 784) : new Float32Array();
  const found: Figure[] = [];
  for (const figure of figures) found.push(await figure({ trainer, judge, test }));
  dispose();
  return found;
}

async function run(study: Study, seed: number): Promise<Row[]> {
  const { id, steps, rival } = study;
  const { session, seconds } = await train(study, seed, (iteration) => iteration >= steps);
  const found = await figuresOf(study, session);
  const others =
    rival &&
    (await figuresOf(study, (await train({ ...study, ...rival }, seed, (_, spent) => spent >= seconds)).session));
  return found.map(({ name, value, better, ...figure }, i) => {
    const baseline = others?.[i]?.value ?? figure.baseline;
    return {
      study: id,
      seed,
      steps,
      seconds: Math.round(seconds),
      figure: name,
      value: round(value),
      baseline: round(baseline),
      good: better === 'higher' ? value > baseline : value < baseline,
    };
  });
}

const round = (value: number): number => Number(value.toPrecision(4));

/** A line for each figure, its seeds side by side. */
function tableOf(rows: readonly Row[]): string[][] {
  const lines = ALL.flatMap(({ id, steps }) => {
    const own = rows.filter((row) => row.study === id && row.steps === steps).sort((a, b) => a.seed - b.seed);
    return [...new Set(own.map(({ figure }) => figure))].map((figure) => {
      const runs = own.filter((row) => row.figure === figure);
      const each = (of: (row: Row) => number) => runs.map(of).join(', ');
      return [
        id,
        String(steps),
        each(({ seconds }) => seconds),
        figure,
        each(({ value }) => value),
        each(({ baseline }) => baseline),
        `${runs.filter(({ good }) => good).length} of ${runs.length}`,
      ];
    });
  });
  return [['study', 'steps', 's', 'figure', 'values', 'baseline', 'better'], ...lines];
}

async function main(): Promise<void> {
  const only = options.only ? options.only.split(',') : ALL.map(({ id }) => id);
  const table = () => writeTable(PAGE, tableOf(keptRuns<Row>(RUNS)));
  table();
  for (let seed = 1; seed <= Number(options.seeds); seed++) {
    for (const study of ALL.filter(({ id }) => only.includes(id))) {
      const { id, steps } = study;
      if (keptRuns<Row>(RUNS).some((row) => row.study === id && row.steps === steps && row.seed === seed)) continue;
      for (const row of await run(study, seed)) {
        keepRun(RUNS, row);
        console.log(JSON.stringify(row));
      }
      table();
    }
  }
}

main().then(
  () => process.exit(0),
  (thrown) => {
    console.error(thrown);
    process.exit(2);
  },
);
