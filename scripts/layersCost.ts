/**
 * What the stage's layers cost: `toy-8` on the ring on replay, windows with all layers on and all off in turn, in the same
 * page. Prints the stage's frames a second, the share of the page's thread that is busy, and the training steps a second.
 *
 * `npm run layers-cost` (`-- --pairs 3 --seconds 8`)
 */
import { parseArgs } from 'node:util';
import { type Browser, chromium, type Page } from 'playwright';
import { dense } from '../src/core/architectures';
import { launchOptions } from '../tests/support/browser';
import { buildApp } from '../tests/support/buildApp';
import { quantile } from '../tests/support/measure';
import { serveFolder } from '../tests/support/staticServer';
import { mainThreadTasks } from './trace';

/** `toy-8` of the bench: two hidden layers of 8 in each network, batch 150, Adam at 2e-4. */
const LINK = new URLSearchParams({
  system: 'gan',
  data: 'ring',
  batch: '150',
  seed: '1',
  engine: 'replay',
  generatorLayers: JSON.stringify(dense([8, 8])),
  discriminatorLayers: JSON.stringify(dense([8, 8])),
  penalty: 'none',
  discriminatorRate: '2e-4',
  generatorRate: '2e-4',
});

/** Figures of one window. */
interface Figures {
  'frames/s': number;
  /** Share of the time in which the page's thread ran on a core. */
  'page thread, %': number;
  /** The same with what it waited for a core. */
  'with waits, %': number;
  'steps/s': number;
  nodes: number;
}

const { values: options } = parseArgs({
  options: { pairs: { type: 'string', default: '3' }, seconds: { type: 'string', default: '8' } },
});
const windowMs = 1000 * Number(options.seconds);

/** Counts the stage's pictures: each begins with a clean sheet. Runs in the page before anything else. */
function countPictures(): void {
  const { clearRect } = CanvasRenderingContext2D.prototype;
  Object.assign(window, { pictures: 0 });
  CanvasRenderingContext2D.prototype.clearRect = function (...box) {
    if (this.canvas.closest('main')) (window as unknown as { pictures: number }).pictures += 1;
    clearRect.apply(this, box);
  };
}

/** Switches every layer of the legend. */
async function switchAll(page: Page, on: boolean): Promise<void> {
  await page.getByRole('group', { name: 'What is shown' }).evaluate((legend, wanted) => {
    const boxes = legend.querySelectorAll<HTMLInputElement>('input[type=checkbox]');
    for (const box of boxes) if (box.checked !== wanted) box.click();
  }, on);
  await page.waitForTimeout(1500);
}

async function measure(browser: Browser, page: Page): Promise<Figures> {
  const look = () =>
    page.evaluate(() => ({
      at: performance.now(),
      pictures: (window as unknown as { pictures: number }).pictures,
      iteration: Number(document.querySelector('[data-counter="iteration"]')?.textContent?.replaceAll(/\D/g, '')),
      nodes: document.querySelectorAll('*').length,
    }));
  let before = await look();
  let after = before;
  const tasks = await mainThreadTasks(browser, page, async () => {
    before = await look();
    await page.waitForTimeout(windowMs);
    after = await look();
  });
  const seconds = (after.at - before.at) / 1000;
  return {
    'frames/s': (after.pictures - before.pictures) / seconds,
    'page thread, %': tasks.reduce((sum, { cpu }) => sum + cpu, 0) / seconds / 10,
    'with waits, %': tasks.reduce((sum, { wall }) => sum + wall, 0) / seconds / 10,
    'steps/s': (after.iteration - before.iteration) / seconds,
    nodes: after.nodes,
  };
}

const round = (value: number): number => Math.round(value * 10) / 10;

async function main(): Promise<void> {
  const server = await serveFolder(await buildApp('layers-cost'));
  const browser = await chromium.launch(launchOptions('plain'));
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.addInitScript(countPictures);
  await page.goto(`${server.url}#${LINK}`);
  await page.waitForFunction(() =>
    /[1-9]/.test(document.querySelector('[data-counter="iteration"]')?.textContent ?? ''),
  );
  await page.waitForTimeout(3000);
  const pairs: { off: Figures; on: Figures }[] = [];
  for (let i = 0; i < Number(options.pairs); i++) {
    await switchAll(page, false);
    const off = await measure(browser, page);
    await switchAll(page, true);
    pairs.push({ off, on: await measure(browser, page) });
  }
  await browser.close();
  await server.close();
  for (const [i, pair] of pairs.entries()) {
    console.log(`pair ${i + 1}:`);
    console.table(Object.fromEntries(Object.entries(pair).map(([name, row]) => [name, rounded(row)])));
  }
  const median = (of: (pair: (typeof pairs)[number]) => number) => round(quantile(pairs.map(of), 0.5));
  console.log(`medians of ${pairs.length} pairs, all layers on, 1440×900, this machine:`);
  console.log(`  frames a second              ${median(({ on }) => on['frames/s'])}  (at least 10)`);
  console.log(`  busy share of the page, %    ${median(({ on }) => on['page thread, %'])}  (under 20)`);
  console.log(
    `  training slowed, %           ${median(({ on, off }) => 100 * (1 - on['steps/s'] / off['steps/s']))}  (under 25)`,
  );
  console.log(`  nodes of the page            ${median(({ on }) => on.nodes)}  (under 3,000)`);
}

const rounded = (row: Figures) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, round(value)]));

main().catch((thrown) => {
  console.error(thrown);
  process.exit(1);
});
