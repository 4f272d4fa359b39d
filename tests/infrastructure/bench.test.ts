import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ArgumentProblem, parseBenchArguments } from '../bench/arguments';
import { CASE_NAMES, type CaseName, caseNamed } from '../bench/cases';
import { flopsPerStep, forwardCost } from '../bench/flops';
import { median, type Row, tableOf, withRatios } from '../bench/report';
import { root } from '../support/buildApp';

describe('arguments of the bench', () => {
  it('takes all cases and what the place has, unless told otherwise', () => {
    const found = parseBenchArguments([]);
    expect(found.cases).toEqual(CASE_NAMES);
    expect(found).toMatchObject({ engines: null, chromium: false, json: false, windows: 5, seconds: 1 });
  });

  it('picks cases and engines, in their own order', () => {
    const found = parseBenchArguments(['--cases', 'mlp-128, toy-8', '--engines=limit,stock-wasm', '--json']);
    expect(found.cases).toEqual(['toy-8', 'mlp-128']);
    expect(found.engines).toEqual(['stock-wasm', 'limit']);
    expect(found.json).toBe(true);
  });

  it.each([
    [['--cases', 'toy-9'], /^There is no case "toy-9"; there are toy-8, /],
    [['--engines', 'gpu'], /^There is no engine "gpu"; there are replay, /],
    [['--windows', '0'], /^--windows cannot be "0"\.$/],
    [['--seconds', 'x'], /^--seconds cannot be "x"\.$/],
    [['--fast'], /--fast/],
  ])('refuses %j in one line', (argv, message) => {
    const parse = () => parseBenchArguments(argv);
    expect(parse).toThrow(ArgumentProblem);
    expect(parse).toThrow(message);
    expect(parse).toThrow(/^[^\n]+$/);
  });

  it('ends with 2 and one line for an unknown name', () => {
    const run = join(root, 'scripts', 'run.mjs');
    const { status, stdout, stderr } = spawnSync(process.execPath, [run, 'tests/bench/main.ts', '--cases', 'toy-9'], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it('prints JSON and nothing else on its standard output', () => {
    const run = join(root, 'scripts', 'run.mjs');
    const argv = ['--cases', 'toy-8', '--engines', 'limit,stock-wasm', '--windows', '1', '--seconds', '0.05', '--json'];
    const text = execFileSync(process.execPath, [run, 'tests/bench/main.ts', ...argv], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const [stock, limit] = JSON.parse(text) as [Row, Row];
    expect([stock.engine, limit.engine]).toEqual(['stock-wasm', 'limit']);
    expect(stock.kernelsPerStep).toBeGreaterThan(100);
    expect(limit.overStockWasm).toBeGreaterThan(5);
    expect(limit.gflops).toBeCloseTo(((limit.stepsPerSecond as number) * flopsPerStep(caseNamed('toy-8'))) / 1e9, 6);
    expect(existsSync(join(root, 'node_modules', '.cache', 'minimax', 'limit'))).toBe(true);
  });
});

describe('floating-point operations of a step', () => {
  it('counts toy-8 as one does on paper', () => {
    const one = caseNamed('toy-8');
    const g = 2 * 8 + 8 * 8 + 8 * 2;
    const d = 2 * 8 + 8 * 8 + 8;
    expect(forwardCost(one.generatorRows, [2])).toEqual({ all: g, first: 16 });
    // D's move: G, D twice forward, twice to the weights, twice to the inputs less the first layer. G's: both forward,
    // through D, to G's weights and to its inputs less the first layer.
    const moves = g + 2 * d + 2 * d + 2 * (d - 16) + (g + d) + d + g + (g - 16);
    expect(flopsPerStep(one)).toBe(2 * 150 * moves);
  });

  it('counts convolutions by their smaller side', () => {
    const one = caseNamed('dcgan-small');
    const d = 14 * 14 * 16 * 64 + 7 * 7 * 32 * 16 * 64 + 7 * 7 * 33;
    expect(forwardCost(one.discriminatorRows, [28, 28, 1])).toEqual({ all: d, first: 14 * 14 * 16 * 64 });
    const g = 64 * 256 + 256 * 128 + 128 * 3136 + 49 * 25 * 64 * 32 + 49 * 36 * 32 * 16 + 196 * 16 * 16;
    expect(forwardCost(one.generatorRows, [64]).all).toBe(g);
  });

  it('adds four passes for a penalty', () => {
    const one = caseNamed('ring-wgan-gp');
    const plain = flopsPerStep({ ...one, objective: 'non-saturating' });
    const { all } = forwardCost(one.discriminatorRows, [2]);
    expect(flopsPerStep(one) - plain).toBe(2 * one.batchSize * 4 * all);
  });
});

describe('the table', () => {
  const row = (name: CaseName, engine: Row['engine'], stepsPerSecond: number | null, place: Row['place'] = 'node') => ({
    ...{ case: name, engine, place, stepsPerSecond, windows: [], kernelsPerStep: null, gflops: null, bytes: null },
    ...{
      residentBytes: null,
      grownBytes: null,
      steps: null,
      overStockWasm: null,
      overPytorch: null,
      overLimit: null,
      note: '',
    },
  });

  it('holds an engine against others of its own case and place', () => {
    const [replay, , , , far] = withRatios([
      row('toy-8', 'replay', 100),
      row('toy-8', 'stock-wasm', 10),
      row('toy-8', 'limit', 200),
      row('mlp-128', 'limit', 1),
      row('toy-8', 'limit', 50, 'chromium'),
    ]) as [Row, Row, Row, Row, Row];
    expect(replay).toMatchObject({ overStockWasm: 10, overLimit: 0.5, overPytorch: null });
    expect(far).toMatchObject({ overStockWasm: null, overLimit: 1 });
  });

  it('says why an engine is missing', () => {
    const lines = tableOf([{ ...row('toy-8', 'pytorch', null), note: 'no Python' }]).split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/^toy-8 +pytorch +—.* no Python$/);
  });

  it('takes the middle', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
  });
});
