/**
 * Training speed in the built app itself, all of it at work: iterations a second of `toy-8`'s networks (2-8-8, batch 150,
 * Adam) on the ring, with the views that a visitor sees, in a fresh browser, with WebGL forbidden and in software. The bar
 * is 3,000.
 *
 * `npm run app-rate`
 */
import { chromium, type Page } from 'playwright';
import { dense } from '../src/core/architectures';
import { type Graphics, launchOptions } from '../tests/support/browser';
import { buildApp } from '../tests/support/buildApp';
import { quantile } from '../tests/support/measure';
import { serveFolder } from '../tests/support/staticServer';

const WARM_UP_MS = 3000;
const WINDOWS = 5;
const WINDOW_MS = 2000;

/** The iteration that the page shows, and when it was read, in ms. */
const look = (page: Page) =>
  page.evaluate(() => {
    const text = document.querySelector('[data-counter="iteration"]')?.textContent ?? '';
    return { iteration: Number(text.replaceAll(/\D/g, '')), at: performance.now() };
  });

const server = await serveFolder(await buildApp('app-rate'));
const layers = JSON.stringify(dense([8, 8]));
const link = new URLSearchParams({
  system: 'gan',
  data: 'ring',
  batch: '150',
  seed: '1',
  latentSize: '2',
  generatorLayers: layers,
  discriminatorLayers: layers,
});
const rows: Record<string, object> = {};
for (const graphics of ['noWebGL', 'softwareWebGL'] as const satisfies readonly Graphics[]) {
  const browser = await chromium.launch(launchOptions(graphics));
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(`${server.url}#${link}`);
  await page.waitForTimeout(WARM_UP_MS);
  const rates: number[] = [];
  for (let i = 0; i < WINDOWS; i++) {
    const from = await look(page);
    await page.waitForTimeout(WINDOW_MS);
    const to = await look(page);
    rates.push(((to.iteration - from.iteration) * 1000) / (to.at - from.at));
  }
  rows[graphics] = {
    'iterations/s, median': Math.round(quantile(rates, 0.5)),
    least: Math.round(Math.min(...rates)),
    most: Math.round(Math.max(...rates)),
    'until iteration': (await look(page)).iteration,
  };
  await browser.close();
}
await server.close();
console.table(rows);
