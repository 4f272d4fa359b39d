import { chromium } from 'playwright';
import { describe, expect, inject } from 'vitest';
import { ISOLATION } from '../../scripts/isolation';
import { launchOptions } from '../support/browser';
import { serveFolder } from '../support/staticServer';
import { button, expectAccessible, iteration, newVisitor, openApp, pastIteration, test } from './support/app';

const SMALL_DCGAN = 'system=dcgan&data=pen-digits&batch=4&seed=3';

/** Shaders compile in software for as long as a busy machine takes. */
const SOFTWARE_MS = 120_000;

describe('engines', () => {
  test.for(['wasm', 'cpu'] as const)('%s runs where a link forces it, and its badge says why', async (engine, {
    page,
  }) => {
    await openApp(page, `system=gan&data=ring&seed=1&engine=${engine}`);
    await pastIteration(page, 50);
    const badge = page.getByRole('button', { name: new RegExp(`Engine: .*${engine}`, 'i') });
    await badge.click();
    await expectAccessible(page);
  });

  test('wasm trains a convolution', async ({ page }) => {
    await openApp(page, `${SMALL_DCGAN}&engine=wasm`);
    await pastIteration(page, 10);
    await page.getByRole('button', { name: /Engine: .*wasm/i }).waitFor();
  });

  test('changing the engine goes on from where the run is', async ({ page }) => {
    await openApp(page, 'system=gan&data=ring&seed=1&engine=wasm');
    await pastIteration(page, 50);
    await page.getByRole('button', { name: /^Engine: / }).click();
    await page.getByRole('radiogroup', { name: 'Engine to use' }).getByText('CPU').click();
    await page.getByRole('button', { name: /Engine: .*cpu/i }).waitFor();
    await pastIteration(page, 50);
  });

  test('threads are offered where the server lets the page share memory, and the run goes on', async ({ page }) => {
    await openApp(page, `${SMALL_DCGAN}&engine=replay`);
    await page.getByRole('button', { name: /^Engine: / }).click();
    await page.getByText('One thread: this server').waitFor();
    const server = await serveFolder(inject('built'), '/', ISOLATION);
    try {
      const isolated = await newVisitor({}, undefined, server.url);
      await isolated.page.goto(`${server.url}#${SMALL_DCGAN}&engine=replay`);
      await pastIteration(isolated.page, 5);
      await isolated.page.getByRole('button', { name: /^Engine: / }).click();
      const threads = isolated.page.getByRole('radiogroup', { name: 'Threads that share' });
      await threads.getByText('2', { exact: true }).click();
      // It is chosen once the run has moved.
      await threads.getByRole('radio', { name: '2', checked: true }).waitFor({ state: 'attached' });
      await pastIteration(isolated.page, (await iteration(isolated.page)) + 2);
      expect(await iteration(isolated.page)).toBeGreaterThan(7);
      expect(isolated.page.workers().filter((worker) => worker.url().includes('helper'))).toHaveLength(1);
      await expectAccessible(isolated.page);
      await isolated.close();
    } finally {
      await server.close();
    }
  });

  test(
    'webgl in the worker trains points and a convolution, in software',
    async () => {
      const browser = await chromium.launch(launchOptions('softwareWebGL'));
      try {
        const { page, close } = await newVisitor({}, browser);
        await openApp(page, 'system=gan&data=screws&batch=16&seed=1&engine=webgl');
        await pastIteration(page, 2, SOFTWARE_MS);
        await page.getByRole('button', { name: /Engine: .*webgl/i }).click();
        await page
          .getByText(/swiftshader|angle/i)
          .first()
          .waitFor();
        await close();
        const second = await newVisitor({}, browser);
        await openApp(second.page, `${SMALL_DCGAN}&engine=webgl`);
        await pastIteration(second.page, 0, SOFTWARE_MS);
        await button(second.page, 'Pause').waitFor();
        await second.close();
      } finally {
        await browser.close();
      }
    },
    3 * SOFTWARE_MS,
  );
});
