/**
 * Whether the page stays free while DCGAN trains beside it on WASM: how many of its tasks took under 100 ms, and how
 * long an input waits. Three runs in a fresh browser each, after a warm-up; then their median.
 *
 * `npm run responsive`; with `-- --duel`, while four runs on the ring train side by side on the replay engine.
 */
import { parseArgs } from 'node:util';
import { type Browser, chromium, type Page } from 'playwright';
import { launchOptions } from '../tests/support/browser';
import { buildApp } from '../tests/support/buildApp';
import { quantile } from '../tests/support/measure';
import { serveFolder } from '../tests/support/staticServer';
import { mainThreadTasks } from './trace';

const RUNS = 3;
const WARM_UP_MS = 8_000;
const WATCH_MS = 15_000;
const { values: options } = parseArgs({ options: { duel: { type: 'boolean', default: false } } });
const LINK = options.duel
  ? 'system=gan&data=ring&batch=150&seed=1'
  : 'system=dcgan&data=pen-digits&batch=32&seed=1&engine=wasm';

/** Figures of one run; times in ms. */
interface Figures {
  'steps/s': number;
  tasks: number;
  'tasks ≥ 1 ms': number;
  'long tasks (≥ 50)': number;
  'tasks ≥ 100': number;
  'under 100, %': number;
  'under 100 of those ≥ 1 ms, %': number;
  'longest task': number;
  'input waits, median': number;
  'input waits, worst': number;
  'input to paint, median': number;
  'input to paint, worst': number;
}

interface Observed {
  long: number[];
  waits: number[];
  paints: number[];
}

/** Starts the Long Tasks and Event Timing observers in the page. */
function observe(page: Page): Promise<void> {
  return page.evaluate(() => {
    const observed: Observed = { long: [], waits: [], paints: [] };
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) observed.long.push(duration);
    }).observe({ type: 'longtask' });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as PerformanceEventTiming[]) {
        if (entry.name !== 'pointerdown' && entry.name !== 'keydown') continue;
        observed.waits.push(entry.processingStart - entry.startTime);
        observed.paints.push(entry.duration);
      }
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
    Object.assign(window, { observed });
  });
}

/** A person at work: opens and closes a menu, every half second. */
async function use(page: Page, forMs: number): Promise<void> {
  const end = Date.now() + forMs;
  const help = page.getByRole('button', { name: 'Help', exact: true });
  while (Date.now() < end) {
    await help.click();
    await page.waitForTimeout(250);
    await page.keyboard.press('Escape');
    await page.waitForTimeout(250);
  }
}

/** Waits until that counter moves. */
async function moving(page: Page, counter: string): Promise<void> {
  await page.waitForFunction(
    (name) => /[1-9]/.test(document.querySelector(`[data-counter="${name}"]`)?.textContent ?? ''),
    counter,
  );
}

/** Sets three more runs beside the present one. */
async function challenge(page: Page): Promise<void> {
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  await button('Duel: compare with other settings').click();
  for (const _ of [3, 4]) await button('Add a contender').click();
  await moving(page, 'duel');
}

async function measure(browser: Browser, url: string): Promise<Figures> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(`${url}#${LINK}`);
  await moving(page, 'iteration');
  if (options.duel) await challenge(page);
  const counter = page.locator(`[data-counter="${options.duel ? 'duel' : 'iteration'}"]`);
  const iteration = async () => Number((await counter.innerText()).replaceAll(/\D/g, ''));
  await page.waitForTimeout(WARM_UP_MS);
  await observe(page);
  const [from, start] = [await iteration(), Date.now()];
  const tasks = (await mainThreadTasks(browser, page, () => use(page, WATCH_MS))).map(({ wall }) => wall);
  const rate = (1000 * ((await iteration()) - from)) / (Date.now() - start);
  const { long, waits, paints } = await page.evaluate(() => (window as unknown as { observed: Observed }).observed);
  await page.close();
  const over = long.filter((duration) => duration >= 100).length;
  const real = tasks.filter((duration) => duration >= 1).length;
  return {
    'steps/s': rate,
    tasks: tasks.length,
    'tasks ≥ 1 ms': real,
    'long tasks (≥ 50)': long.length,
    'tasks ≥ 100': over,
    'under 100, %': 100 * (1 - over / tasks.length),
    'under 100 of those ≥ 1 ms, %': 100 * (1 - over / real),
    'longest task': Math.max(0, ...tasks),
    'input waits, median': quantile(waits, 0.5),
    'input waits, worst': Math.max(...waits),
    'input to paint, median': quantile(paints, 0.5),
    'input to paint, worst': Math.max(...paints),
  };
}

const server = await serveFolder(await buildApp('responsive'));
const runs: Figures[] = [];
for (let i = 0; i < RUNS; i++) {
  const browser = await chromium.launch(launchOptions('plain'));
  runs.push(await measure(browser, server.url));
  await browser.close();
}
await server.close();

const names = Object.keys(runs[0] as Figures) as (keyof Figures)[];
const round = (value: number): number => Math.round(value * 100) / 100;
const table = names.map((name) => {
  const values = runs.map((run) => run[name]);
  const columns = values.map((value, i) => [`run ${i + 1}`, round(value)]);
  return [name, { ...Object.fromEntries(columns), median: round(quantile(values, 0.5)) }];
});
const what = options.duel ? 'Four runs' : 'DCGAN';
console.log(`${what} (#${LINK}); ${WATCH_MS / 1000} s each after ${WARM_UP_MS / 1000} s; times in ms.`);
console.table(Object.fromEntries(table));
