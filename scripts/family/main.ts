/**
 * Trains the family on MNIST, and on faces and points what translates, and prints each system's figure beside what a trivial method gets, from three seeds.
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
import { openSession } from '../../src/worker/session';
import { STUDIES, type Study } from './figures';
import { TRANSLATIONS } from './translations';

const ALL = [...STUDIES, ...TRANSLATIONS];

const TEST = 2000;

const { values: options } = parseArgs({
  options: { only: { type: 'string', default: '' }, seeds: { type: 'string', default: '3' } },
});

async function run({ id, system, dataset = 'mnist', params, batchSize, steps, figure }: Study, seed: number) {
  const { makeExecutor } = await startEngine('replay', nodeEngines);
  const config = parseConfig({ system, dataset, systemParams: params, batchSize, seed }, catalog);
  const { trainer, dispose } = await openSession(config, folderStore(), undefined, makeExecutor);
  const started = Date.now();
  while (trainer.iteration < steps) {
    trainer.iterate();
    if (trainer.iteration % 20 === 0) await trainer.recorder.flush();
  }
  const seconds = Math.round((Date.now() - started) / 1000);
  const judge = (await judgeFor(trainer.dataset, nodeWeights)) as Judge;
  const test =
    dataset === 'mnist' ? (await openTestDigits(folderStore())).x.subarray(0, TEST * 784) : new Float32Array();
  const { name, value, baseline, better } = await figure({ trainer, judge, test });
  dispose();
  const good = better === 'higher' ? value > baseline : value < baseline;
  return { study: id, seed, steps, seconds, figure: name, value: round(value), baseline: round(baseline), good };
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
