import { chromium } from 'playwright';
import { launchOptions } from './browser';
import { serveFolder } from './staticServer';

/** What the first load may transfer, gzipped, before the screws move: 1.2 MB. */
export const FIRST_LOAD_LIMIT = 1_200_000;

/** Everything that a new visitor's browser fetched of the built app until the iteration counter was over 100. */
export async function firstLoad(built: string): Promise<{ path: string; bytes: number }[]> {
  const server = await serveFolder(built);
  const browser = await chromium.launch(launchOptions('plain'));
  try {
    const page = await browser.newPage();
    await page.goto(server.url);
    await page.waitForFunction(
      () =>
        Number((document.querySelector('[data-counter="iteration"]')?.textContent ?? '').replaceAll(/\D/g, '')) > 100,
      undefined,
      { timeout: 30_000 },
    );
    return [...server.sent];
  } finally {
    await browser.close();
    await server.close();
  }
}
