/**
 * Runs every part of the tests, or only those named (`npm test -- types unit`), prints what each found, and closes with
 * one line of totals. Fails where anything failed, and where a part ran no test at all.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../tests/support/buildApp';

interface Outcome {
  passed: number;
  failed: number;
  skipped: number;
}

const bin = (name: string): string =>
  join(root, 'node_modules', '.bin', name + (process.platform === 'win32' ? '.cmd' : ''));

function run(command: string, args: readonly string[]): boolean {
  const shell = process.platform === 'win32';
  return spawnSync(bin(command), args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], shell }).status === 0;
}

function check(command: string, ...args: string[]): Outcome {
  const good = run(command, args);
  return { passed: good ? 1 : 0, failed: good ? 0 : 1, skipped: 0 };
}

interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: readonly { status: string; assertionResults: readonly { status: string }[] }[];
}

/** One project of vitest. A file that did not load and an error outside any test count as failures too. */
function vitest(project: string): Outcome {
  const folder = join(root, 'node_modules', '.cache', 'minimax');
  const file = join(folder, `report-${project}.json`);
  mkdirSync(folder, { recursive: true });
  rmSync(file, { force: true });
  const good = run('vitest', [
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  const report = read(file);
  if (!report) return { passed: 0, failed: 1, skipped: 0 };
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((one) => one.status === 'failed'),
  ).length;
  const failed = report.numFailedTests + unloaded;
  const silent = failed === 0 && (!good || report.numPassedTests === 0) ? 1 : 0;
  return {
    passed: report.numPassedTests,
    failed: failed + silent,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

function read(file: string): Report | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report;
  } catch {
    return null;
  }
}

const PARTS: Record<string, () => Outcome> = {
  types: () => check('tsc', '--noEmit'),
  lint: () => check('biome', 'check', '.'),
  unit: () => vitest('node'),
  browser: () => vitest('e2e'),
};

const chosen = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(PARTS);
const unknown = chosen.filter((name) => !Object.hasOwn(PARTS, name));
if (unknown.length > 0) {
  console.error(`No such part: ${unknown.join(', ')}. There are: ${Object.keys(PARTS).join(', ')}.`);
  process.exit(2);
}

const rows: Record<string, Outcome & { seconds: number }> = {};
for (const name of chosen) {
  const start = performance.now();
  const outcome = PARTS[name]?.() as Outcome;
  rows[name] = { ...outcome, seconds: Math.round((performance.now() - start) / 100) / 10 };
}
const sum = (key: keyof Outcome): number => Object.values(rows).reduce((total, row) => total + row[key], 0);
const [passed, failed, skipped] = [sum('passed'), sum('failed'), sum('skipped')];
console.table(rows);
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
