/**
 * What one can see and do here, feature by feature, each proven by the browser test that drives it: runs those tests and prints
 * which features passed. The numbers are those of the comparison with other tools.
 *
 * `npm run features` (`-- --results FILE`: of an earlier run's JSON report)
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

interface Feature {
  row: number;
  name: string;
  /** Files of `tests/e2e` without their ending, and how the names of their tests begin; every one must pass. */
  tests: readonly [file: string, test: string][];
}

const FEATURES: readonly Feature[] = [
  { row: 5, name: '1-D data', tests: [['stage', 'the stage shows numbers']] },
  { row: 6, name: '2-D toy data', tests: [['stage', 'the stage shows points']] },
  { row: 7, name: 'MNIST', tests: [['files', 'of MNIST']] },
  { row: 8, name: 'Colour images', tests: [['latent', 'shows what channels draw']] },
  {
    row: 9,
    name: 'Draw own distribution',
    tests: [
      ['drawing', 'with the mouse'],
      ['drawing', 'with a finger'],
    ],
  },
  { row: 10, name: 'Own data (CSV, images)', tests: [['files', '']] },
  { row: 11, name: 'Convolutional generator with upsampling', tests: [['engines', 'wasm trains a convolution']] },
  { row: 12, name: 'Batch normalization', tests: [['engines', 'wasm trains a convolution']] },
  { row: 13, name: 'Layer-by-layer architecture editor', tests: [['controls', 'edit a network']] },
  { row: 20, name: 'Label smoothing', tests: [['controls', 'play for another objective with a trick']] },
  { row: 27, name: 'Separate optimizers and rates', tests: [['controls', 'change a live parameter']] },
  { row: 28, name: 'Number of D updates', tests: [['controls', 'keep other changes']] },
  { row: 29, name: 'Change hyper-parameters while running', tests: [['controls', 'change a live parameter']] },
  { row: 30, name: 'Choice of noise dimension', tests: [['controls', 'keep other changes']] },
  {
    row: 31,
    name: 'Step, train only G or only D',
    tests: [
      ['transport', 'plays, pauses'],
      ['transport', 'trains one'],
    ],
  },
  { row: 32, name: 'Slow motion with named micro-steps', tests: [['slowMotion', 'show the flow']] },
  { row: 33, name: 'Live diagram with data flow', tests: [['slowMotion', 'show the flow']] },
  { row: 34, name: 'Discriminator surface', tests: [['layers', 'are each switched']] },
  { row: 35, name: 'Gradient arrows on samples', tests: [['layers', 'are each switched']] },
  { row: 36, name: 'Generator manifold, noise warp', tests: [['layers', 'are each switched']] },
  { row: 37, name: 'Real and generated images with D’s score', tests: [['stage', 'the stage shows pictures']] },
  { row: 38, name: 'Latent sliders, interpolation', tests: [['latent', 'can be picked']] },
  { row: 39, name: 'Latent arithmetic', tests: [['latent', 'can be picked']] },
  { row: 40, name: 'Loss curves', tests: [['charts', 'draw the curves']] },
  { row: 45, name: 'Gradient-norm monitors', tests: [['charts', 'draw the curves']] },
  { row: 46, name: 'Mode-collapse detection', tests: [['diagnosis', 'says what a run suffers']] },
  { row: 47, name: 'Pre-trained start', tests: [['trained', 'opens an experiment']] },
  { row: 48, name: 'Save and load', tests: [['runs', 'saves to a file']] },
  { row: 49, name: 'State in the URL', tests: [['runs', 'is a link']] },
  { row: 50, name: 'Seed, repeatable run', tests: [['runs', 'repeats its first losses']] },
  {
    row: 54,
    name: 'Compare runs side by side',
    tests: [
      ['duel', 'sets four runs'],
      ['duel', 'compares'],
    ],
  },
  {
    row: 55,
    name: 'Rewind to an earlier moment',
    tests: [
      ['time', 'takes the run back'],
      ['time', 'replays'],
    ],
  },
  {
    row: 56,
    name: 'Touch, phone',
    tests: [
      ['viewports', 'a phone'],
      ['drawing', 'with a finger'],
    ],
  },
  {
    row: 57,
    name: 'Keyboard, ARIA, reduced motion',
    tests: [
      ['transport', 'obeys Space'],
      ['viewports', ''],
    ],
  },
];

/** The parts of vitest's JSON report that matter. */
interface Report {
  testResults: { name: string; assertionResults: { title: string; fullName: string; status: string }[] }[];
}

function run(): Report {
  const files = [...new Set(FEATURES.flatMap(({ tests }) => tests.map(([file]) => `tests/e2e/${file}.test.ts`)))];
  const out = join(mkdtempSync(join(tmpdir(), 'features-')), 'report.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${out}`];
  spawnSync('npx', ['vitest', 'run', '--project', 'e2e', ...files, ...reporters], { stdio: 'inherit' });
  return JSON.parse(readFileSync(out, 'utf8')) as Report;
}

/** Whether all the tests of that name passed; null where none ran. */
function passed({ testResults }: Report, [file, name]: Feature['tests'][number]): boolean | null {
  const own = testResults
    .filter((result) => result.name.endsWith(`/${file}.test.ts`))
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(
      ({ title, fullName, status }) => (title.startsWith(name) || fullName.startsWith(name)) && status !== 'skipped',
    );
  return own.length === 0 ? null : own.every(({ status }) => status === 'passed');
}

const { values } = parseArgs({ options: { results: { type: 'string' } } });
const report = values.results ? (JSON.parse(readFileSync(values.results, 'utf8')) as Report) : run();
const rows = FEATURES.map(({ row, name, tests }) => {
  const results = tests.map((test) => passed(report, test));
  const ours = results.every((result) => result === true) ? '●' : results.includes(false) ? 'failed' : 'not run';
  return {
    '#': row,
    feature: name,
    ours,
    'driven by': tests.map(([file, test]) => `${file}: ${test || 'all'}`).join('; '),
  };
});
console.table(rows);
process.exit(rows.every(({ ours }) => ours === '●') ? 0 : 1);
