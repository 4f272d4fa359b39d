import AxeBuilder from '@axe-core/playwright';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright';
import { test as base, expect, inject } from 'vitest';

/** What a page may not do during any test; `watch` collects it. */
export interface Watched {
  /** Errors in the console, uncaught exceptions, failed requests, requests to elsewhere. */
  faults: string[];
}

/** Collects everything a healthy page does not do. `origin`: the only place it may ask. */
export function watch(page: Page, origin: string): Watched {
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`uncaught: ${error.stack ?? error.message}`));
  page.on('crash', () => faults.push('the page crashed'));
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    // A page that closes drops what it was still reading.
    if (reason !== 'net::ERR_ABORTED') faults.push(`failed: ${request.url()} ${reason}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`answer ${response.status()}: ${response.url()}`);
  });
  page.on('request', (request) => {
    const { protocol, origin: asked } = new URL(request.url());
    if (!['data:', 'blob:'].includes(protocol) && asked !== origin) faults.push(`asked elsewhere: ${request.url()}`);
  });
  return { faults };
}

let shared: Promise<Browser> | null = null;

/** The shared browser, connected to once per test file. */
export function browser(): Promise<Browser> {
  shared ??= chromium.connect(inject('browser'));
  return shared;
}

/** A fresh visitor's page, watched; `close` fails where the page did anything that a healthy one does not. */
export async function newVisitor(options: BrowserContextOptions = {}, from?: Browser, origin = inject('app')) {
  const context = await (from ?? (await browser())).newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
    acceptDownloads: true,
    ...options,
  });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  const { faults } = watch(page, new URL(origin).origin);
  const close = async (): Promise<void> => {
    await context.close();
    expect(faults).toEqual([]);
  };
  return { page, context, close };
}

/** Tests that get a fresh visitor's page, which must stay healthy to the end. */
export const test = base.extend<{ page: Page }>({
  page: async ({ task }, use) => {
    const { page, close } = await newVisitor();
    await use(page);
    if (task.result?.errors?.length)
      await page.screenshot({ path: `test-results/${task.name.replaceAll(/\W+/g, '-')}.png` });
    await close();
  },
});

/** Opens the app, with the text after `#` if given, and waits for the run. */
export async function openApp(page: Page, hash = ''): Promise<void> {
  await page.goto(`${inject('app')}${hash && `#${hash}`}`);
  await runReady(page);
}

/** Waits until a run is open. */
export async function runReady(page: Page): Promise<void> {
  await page.waitForFunction(() => /\d/.test(document.querySelector('[data-counter="iteration"]')?.textContent ?? ''));
}

/** The iteration that the page shows. */
export async function iteration(page: Page): Promise<number> {
  const text = await page.locator('[data-counter="iteration"]').innerText();
  return Number(text.replaceAll(/\D/g, ''));
}

/** Waits until the run is beyond that iteration. */
export async function pastIteration(page: Page, least: number, timeout = 30_000): Promise<void> {
  await page.waitForFunction(
    (limit) =>
      Number((document.querySelector('[data-counter="iteration"]')?.textContent ?? '').replaceAll(/\D/g, '')) > limit,
    least,
    { timeout },
  );
}

/** Waits for the exact iteration. */
export async function atIteration(page: Page, exact: number): Promise<void> {
  await page.waitForFunction(
    (goal) =>
      Number((document.querySelector('[data-counter="iteration"]')?.textContent ?? '-').replaceAll(/\D/g, '')) === goal,
    exact,
  );
}

/** The iteration once it no longer changes. */
export async function settledIteration(page: Page): Promise<number> {
  let last = -1;
  await expect
    .poll(
      async () => {
        const before = last;
        last = await iteration(page);
        return before === last;
      },
      { interval: 250, timeout: 10_000 },
    )
    .toBe(true);
  return last;
}

export const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });

/** Pauses, and returns the iteration at which the run stands. */
export async function pause(page: Page): Promise<number> {
  await button(page, 'Pause').click();
  await button(page, 'Play').waitFor();
  return settledIteration(page);
}

/** A tooltip floats outside every landmark by nature, and its words are those of its button's name. */
function holdsTooltip(page: Page, selector: string): Promise<boolean> {
  return page
    .locator(selector)
    .first()
    .evaluate(
      (element) => element.matches('[role="tooltip"]') || element.querySelector('[role="tooltip"]') !== null,
      null,
      {
        timeout: 1000,
      },
    )
    .catch(() => true); // gone meanwhile, as tooltips go
}

/** No violation that axe can find on the page as it is. */
export async function expectAccessible(page: Page): Promise<void> {
  // The app has no frames, for which alone axe opens a second page; and only what fails is worked out in full.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
  const { violations } = await axe.analyze();
  const found: string[] = [];
  for (const { id, help, nodes } of violations) {
    for (const { target, failureSummary } of nodes) {
      if (id === 'region' && (await holdsTooltip(page, target.join(' ')))) continue;
      found.push(`${id} (${help}): ${target.join(' ')}: ${failureSummary}`);
    }
  }
  expect(found).toEqual([]);
}

/** The file that an action makes the page save. */
export async function savedFile(
  page: Page,
  action: () => Promise<void>,
  timeout = 20_000,
): Promise<{ name: string; bytes: Buffer }> {
  const saving = page.waitForEvent('download', { timeout });
  await action();
  const download = await saving;
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  return { name: download.suggestedFilename(), bytes: Buffer.concat(chunks) };
}

/** The page is not wider than its window. */
export async function expectNoSideways(page: Page): Promise<void> {
  const { content, window: width } = await page.evaluate(() => ({
    content: document.documentElement.scrollWidth,
    window: document.documentElement.clientWidth,
  }));
  expect(content).toBeLessThanOrEqual(width);
}
