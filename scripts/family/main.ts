/**
 * Trains the family on MNIST, and on faces and points what translates, and prints each system's figure beside what a
 * trivial method gets, or DCGAN in the same time, from three seeds.
 *
 * `npm run family` (`-- --only cgan,vae-20`, `--seeds 3`). It needs MNIST (see *MNIST* in the README).
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
import { STUDIES, type Study } from './figures';
import { RIVALS } from './rivals';
import { TRANSLATIONS } from './translations';

const ALL = [...STUDIES, ...TRANSLATIONS, ...RIVALS];

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

async function figureOf({ dataset = 'mnist', figure }: Study, { trainer, dispose }: Session) {
  const judge = (await judgeFor(trainer.dataset, nodeWeights)) as Judge;
  const test =
    dataset === 'mnist' ? (await openTestDigits(folderStore())).x.subarray(0, TEST * 784) : new Float32Array();
  const found = await figure({ trainer, judge, test });
  dispose();
  return found;
}

async function run(study: Study, seed: number) {
  const { id, steps, rival } = study;
  const { session, seconds } = await train(study, seed, (iteration) => iteration >= steps);
  const found = await figureOf(study, session);
  const { name, value, better } = found;
  let { baseline } = found;
  if (rival) {
    const other = await train({ ...study, ...rival }, seed, (_, spent) => spent >= seconds);
    baseline = (await figureOf(study, other.session)).value;
  }
  const good = better === 'higher' ? value > baseline : value < baseline;
  return {
    study: id,
    seed,
    steps,
    seconds: Math.round(seconds),
    figure: name,
    value: round(value),
    baseline: round(baseline),
    good,
  };
}

const round = (value: number): number => Number(value.toPrecision(4));

async function main(): Promise<void> {
  const only = options.only ? options.only.split(',') : ALL.map(({ id }) => id);
  const rows = [];
  for (const study of ALL.filter(({ id }) => only.includes(id))) {
    for (let seed = 1; seed <= Number(options.seeds); seed++) {
      const row = await run(study, seed);
      console.log(JSON.stringify(row));
      rows.push(row);
    }
  }
  console.table(rows);
}

main().then(
  () => process.exit(0),
  (thrown) => {
    console.error(thrown);
    process.exit(2);
  },
);
