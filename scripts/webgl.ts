/**
 * What WebGL in the worker computes, in a real browser, software-rendered where there is no GPU:
 *
 * `npm run webgl` compares the recorded losses of ten iterations with those of the CPU backend, for both systems;
 * `npm run webgl -- --presets` trains every preset there, for the iterations that `--steps` and `--picture-steps` say
 * (0 leaves them out), and says how fast, and whether every loss was a number.
 *
 * `npm run webgl -- --parity` compares every objective, penalty, layer and optimizer there with PyTorch.
 *
 * `--gpu` draws on the machine's GPU.
 */
import { parseArgs } from 'node:util';
import { type Browser, chromium, type Page } from 'playwright';
import { findDataset, parseConfig } from '../src/core/config';
import { encodeLink } from '../src/core/link';
import { PRESETS } from '../src/presets';
import { catalog } from '../src/worker/catalog';
import { launchOptions } from '../tests/support/browser';
import { buildApp } from '../tests/support/buildApp';
import { serveFolder } from '../tests/support/staticServer';
import { compareWithPyTorch } from './webglParity';

const ITERATIONS = 10;
const TOLERANCE = 1e-3;
const PATIENCE_MS = 15 * 60_000;

const { values: options } = parseArgs({
  options: {
    presets: { type: 'boolean', default: false },
    parity: { type: 'boolean', default: false },
    gpu: { type: 'boolean', default: false },
    steps: { type: 'string', default: '300' },
    'picture-steps': { type: 'string', default: '20' },
    only: { type: 'string' },
  },
});

/** Whether `--only` names it, or a part of its name; it may name several, with commas. */
const isWanted = (name: string): boolean => options.only?.split(',').some((part) => name.includes(part)) ?? true;

/** Both systems, on every kind of data; DCGAN at its small size with the batch that software can bear. */
const COMPARED: Readonly<Record<string, string>> = {
  'gan, screws': 'system=gan&data=screws&batch=64&seed=3',
  'gan, ring': 'system=gan&data=ring&batch=64&seed=3',
  // With SGD: under a Wasserstein loss the true gradient of D's last bias is zero, and Adam makes whole steps of its noise.
  'gan, ring, WGAN-GP, SGD':
    'system=gan&data=ring&batch=64&seed=3&objective=wgan-gp&penalty=none' +
    '&generatorOptimizer=sgd&discriminatorOptimizer=sgd',
  'gan, pen digits': 'system=gan&data=pen-digits&batch=16&seed=3',
  // With SGD for Adam's sake too: CPU and WASM are 3e-3 apart by the eighth step of Adam, and 1e-7 after the first two.
  'dcgan-small, pen digits, SGD':
    'system=dcgan&data=pen-digits&batch=8&seed=3&generatorOptimizer=sgd&discriminatorOptimizer=sgd',
};

/** What stands in for data that the page may not have: same shapes, same networks. */
const STAND_INS: Readonly<Record<string, string>> = { mnist: 'pen-digits', cifar: 'faces' };

/** The presets as links. */
const LINKS = PRESETS.map(({ id, config }) => {
  const standIn = STAND_INS[config.dataset];
  const run = { ...config, ...(standIn && { dataset: standIn, datasetParams: {} }), seed: 1 };
  const { kind } = findDataset(catalog, run.dataset);
  return {
    name: standIn ? `${id} (${standIn})` : id,
    link: encodeLink(parseConfig(run, catalog), catalog),
    pictures: kind === 'image',
  };
});

interface Trained {
  header: string[];
  rows: number[][];
  renderer: string;
  stepsPerSecond: number;
}

const counter = (page: Page): Promise<number> =>
  page.evaluate(() =>
    Number((document.querySelector('[data-counter="iteration"]')?.textContent ?? '').replaceAll(/\D/g, '')),
  );

async function waitFor(page: Page, least: number): Promise<void> {
  await page.waitForFunction(
    (limit) =>
      Number((document.querySelector('[data-counter="iteration"]')?.textContent ?? '').replaceAll(/\D/g, '')) >= limit,
    least,
    { timeout: PATIENCE_MS, polling: 200 },
  );
}

/** Opens the link, trains at least so many iterations and returns what was recorded. */
async function train(browser: Browser, url: string, iterations: number): Promise<Trained> {
  const page = await browser.newPage({ acceptDownloads: true });
  page.setDefaultTimeout(PATIENCE_MS);
  await page.goto(url);
  await waitFor(page, 1);
  const [from, start] = [await counter(page), Date.now()];
  await waitFor(page, Math.max(iterations, from + 1));
  const stepsPerSecond = (1000 * ((await counter(page)) - from)) / (Date.now() - start);
  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
  await page.getByRole('button', { name: /^Engine: / }).click();
  const renderer =
    (
      await page
        .getByRole('dialog')
        .innerText()
        .catch(() => '')
    ).split('\n')[2] ?? '';
  await page.keyboard.press('Escape');
  // The last curves come with the last picture, for which the page need not wait.
  let table = await recorded(page);
  while ((table.rows.at(-1)?.[0] ?? 0) < iterations) {
    await page.waitForTimeout(1000);
    table = await recorded(page);
  }
  await page.close();
  return { ...table, renderer, stepsPerSecond };
}

/** What the page has recorded so far. */
async function recorded(page: Page): Promise<Pick<Trained, 'header' | 'rows'>> {
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save CSV', exact: true }).click();
  const chunks: Buffer[] = [];
  for await (const chunk of await (await saving).createReadStream()) chunks.push(chunk as Buffer);
  const [header = '', ...rows] = Buffer.concat(chunks).toString().trim().split('\n');
  return {
    header: header.split(','),
    rows: rows.map((row) => row.split(',').map((cell) => (cell === '' ? Number.NaN : Number(cell)))),
  };
}

/** The largest difference of a loss that both recorded within the first iterations, and how many were compared. */
function compare(one: Trained, other: Trained): { compared: number; largest: number } {
  const losses = one.header.flatMap((name, i) => (name.startsWith('loss/') ? [i] : []));
  const byIteration = new Map(other.rows.map((row) => [row[0], row]));
  let compared = 0;
  let largest = 0;
  for (const row of one.rows) {
    const twin = byIteration.get(row[0]);
    if (!twin || (row[0] as number) > ITERATIONS) continue;
    for (const i of losses) {
      compared += 1;
      const difference = Math.abs((row[i] as number) - (twin[i] as number));
      largest = Number.isNaN(difference) ? Number.POSITIVE_INFINITY : Math.max(largest, difference);
    }
  }
  return { compared, largest };
}

/** Each row as soon as it is known: the whole takes long. */
function said(name: string, { renderer }: Trained, row: object): void {
  console.log(`${name}: ${JSON.stringify(row)} (${renderer})`);
}

async function compareAll(browser: Browser, url: string): Promise<boolean> {
  const rows: Record<string, object> = {};
  let good = true;
  for (const [name, link] of Object.entries(COMPARED)) {
    if (!isWanted(name)) continue;
    const webgl = await train(browser, `${url}#${link}&engine=webgl`, ITERATIONS);
    const cpu = await train(browser, `${url}#${link}&engine=cpu`, ITERATIONS);
    const { compared, largest } = compare(webgl, cpu);
    const within = compared > 0 && largest <= TOLERANCE;
    good &&= within;
    rows[name] = { 'losses compared': compared, 'largest difference': largest.toExponential(1), within };
    said(name, webgl, rows[name]);
  }
  console.log(`Losses of ${ITERATIONS} iterations, WebGL against CPU; within ${TOLERANCE}:`);
  console.table(rows);
  return good;
}

async function trainPresets(browser: Browser, url: string): Promise<boolean> {
  const rows: Record<string, object> = {};
  let good = true;
  for (const { name, link, pictures } of LINKS) {
    const iterations = Number(pictures ? options['picture-steps'] : options.steps);
    if (iterations === 0 || !isWanted(name)) continue;
    const trained = await train(browser, `${url}#${link}&engine=webgl`, iterations);
    const finite = trained.rows.length > 0 && trained.rows.every((row) => row.every(Number.isFinite));
    good &&= finite;
    rows[name] = {
      iterations: trained.rows.at(-1)?.[0],
      'steps/s': trained.stepsPerSecond.toPrecision(3),
      finite,
      'loss of D': trained.rows.at(-1)?.[trained.header.indexOf('loss/discriminator')]?.toPrecision(4),
      'loss of G': trained.rows.at(-1)?.[trained.header.indexOf('loss/generator')]?.toPrecision(4),
    };
    said(name, trained, rows[name]);
  }
  console.table(rows);
  return good;
}

/** What was asked for, in the built app. */
async function inApp(browser: Browser): Promise<boolean> {
  const server = await serveFolder(await buildApp('webgl'));
  const good = await (options.presets ? trainPresets : compareAll)(browser, server.url);
  await server.close();
  return good;
}

const browser = await chromium.launch(launchOptions(options.gpu ? 'gpu' : 'softwareWebGL'));
const good = await (options.parity ? compareWithPyTorch(browser, options.only) : inApp(browser));
await browser.close();
process.exit(good ? 0 : 1);
