/**
 * How soon each experiment of the gallery stands there trained: milliseconds from the click on its name until the page shows
 * its iteration, in a fresh browser without WebGL, median of three. The bar is 2,000. MNIST and CIFAR-10, which the page may not
 * have, are left out.
 *
 * `npm run open-trained` (`-- --only ring,faces-dcgan`)
 */
import { parseArgs } from 'node:util';
import { chromium, type Page } from 'playwright';
import { PRESETS } from '../src/presets';
import type { Preset } from '../src/presets/types';
import { launchOptions } from '../tests/support/browser';
import { buildApp } from '../tests/support/buildApp';
import { quantile } from '../tests/support/measure';
import { serveFolder } from '../tests/support/staticServer';

const TIMES = 3;
const ELSEWHERE = ['mnist', 'cifar'];

const { values: options } = parseArgs({ options: { only: { type: 'string' } } });
const only = options.only?.split(',');

const gallery = (page: Page) => page.getByRole('button', { name: /^Experiments; open now/ });

async function open(page: Page, { id, trained }: Preset): Promise<number> {
  const item = page.locator(`[data-preset="${id}"]`);
  await gallery(page).click();
  await item.waitFor();
  const start = Date.now();
  await item.click();
  await page.waitForFunction(
    (iteration) =>
      Number(document.querySelector('[data-counter="iteration"]')?.textContent?.replaceAll(/\D/g, '')) === iteration,
    trained,
  );
  return Date.now() - start;
}

const server = await serveFolder(await buildApp('open-trained'));
const browser = await chromium.launch(launchOptions('noWebGL'));
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
await page.goto(server.url);
await gallery(page).click();
await page.getByRole('menuitemcheckbox', { name: /^Trained instead of from scratch/ }).click();
await page.keyboard.press('Escape');
const wanted = PRESETS.filter(({ trained, config }) => trained !== undefined && !ELSEWHERE.includes(config.dataset));
const times = new Map<string, number[]>();
for (let i = 0; i < TIMES; i++) {
  for (const preset of wanted) {
    const { id } = preset;
    if (only && !only.includes(id)) continue;
    times.set(id, [...(times.get(id) ?? []), await open(page, preset)]);
  }
}
await browser.close();
await server.close();
console.table(
  Object.fromEntries([...times].map(([id, ms]) => [id, { ms: quantile(ms, 0.5), slowest: Math.max(...ms) }])),
);
