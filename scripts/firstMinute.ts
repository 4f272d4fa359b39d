/**
 * What a first visitor sees of the screws, in a fresh browser, with software WebGL and with WebGL forbidden: seconds from
 * the page's load until the iteration is over 100, and until |mean − 5| < 0.1 cm and sd within ±50 % of 0.2 cm, both
 * averaged over what the page showed of the last 1,000 iterations; then whether that holds for 10,000 iterations more.
 *
 * `npm run first-minute`
 */
import { type Browser, chromium } from 'playwright';
import { type Graphics, launchOptions } from '../tests/support/browser';
import { buildApp } from '../tests/support/buildApp';
import { serveFolder } from '../tests/support/staticServer';

const WINDOW = 1000;
const HOLD = 10_000;
const PATIENCE_MS = 5 * 60_000;

/** Runs in the page: looks at every frame what the caption says of the generated screws. */
function watchScrews([window, hold, patience]: [number, number, number]) {
  const shown = (selector: string): string => document.querySelector(selector)?.textContent ?? '';
  return new Promise<object>((resolve) => {
    const looks: { iteration: number; mean: number; sd: number }[] = [];
    const result = { moving: Number.NaN, reached: Number.NaN, at: 0, bad: 0, looks: 0, mean: 0, sd: 0, end: 0 };
    const look = () => {
      const now = performance.now();
      const iteration = Number(shown('[data-counter="iteration"]').replaceAll(/\D/g, ''));
      const [mean = Number.NaN, sd = Number.NaN] = (
        shown('.stage-caption .actor-generated b').match(/[\d.]+/g) ?? []
      ).map(Number);
      if (Number.isNaN(result.moving) && iteration > 100) result.moving = now / 1000;
      if (iteration !== looks.at(-1)?.iteration && Number.isFinite(mean)) looks.push({ iteration, mean, sd });
      while ((looks[0]?.iteration ?? 0) < iteration - window) looks.shift();
      const average = (of: 'mean' | 'sd') => looks.reduce((sum, one) => sum + one[of], 0) / looks.length;
      result.mean = average('mean');
      result.sd = average('sd');
      const good = iteration >= window && Math.abs(result.mean - 5) < 0.1 && result.sd > 0.1 && result.sd < 0.3;
      if (result.at === 0 && good) {
        result.at = iteration;
        result.reached = now / 1000;
      } else if (result.at > 0) {
        result.looks += 1;
        if (!good) result.bad += 1;
      }
      result.end = iteration;
      if ((result.at > 0 && iteration >= result.at + hold) || now > patience) resolve(result);
      else requestAnimationFrame(look);
    };
    look();
  });
}

async function measure(browser: Browser, url: string): Promise<Record<string, number>> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  // tsx wraps named functions in a helper of its own, which the page does not have.
  await page.addInitScript('globalThis.__name = (f) => f;');
  await page.goto(url);
  return (await page.evaluate(watchScrews, [WINDOW, HOLD, PATIENCE_MS] as [number, number, number])) as Record<
    string,
    number
  >;
}

const server = await serveFolder(await buildApp('first-minute'));
const rows: Record<string, object> = {};
for (const graphics of ['softwareWebGL', 'noWebGL'] as const satisfies readonly Graphics[]) {
  const browser = await chromium.launch(launchOptions(graphics));
  const found = await measure(browser, server.url);
  await browser.close();
  rows[graphics] = {
    'over 100 after, s': found.moving?.toFixed(1),
    'near 5 cm after, s': found.reached?.toFixed(1),
    'at iteration': found.at,
    'looks after that': found.looks,
    'of them off': found.bad,
    'until iteration': found.end,
    mean: found.mean?.toFixed(3),
    sd: found.sd?.toFixed(3),
  };
}
await server.close();
console.table(rows);
