import { describe, expect } from 'vitest';
import { mnistFiles } from '../support/datasetsFolder';
import { button, expectAccessible, iteration, openApp, pastIteration, runReady, test } from './support/app';
import { cifarRecords, dropFiles, gzippedFile, oneColumn, openFiles, twoColumns, WRONG } from './support/files';

const RESTART = 'Restart with these changes (same seed)';

describe('files', () => {
  test('with something wrong get a sentence each, and the run goes on', async ({ page }) => {
    await openApp(page, 'system=gan&data=screws&seed=5');
    await pastIteration(page, 20);
    const alert = page.locator('[role="alert"][data-code]');
    for (const { what, files, code } of WRONG) {
      await openFiles(page, files);
      await alert.waitFor();
      expect(await alert.getAttribute('data-code'), what).toMatch(code);
      expect((await alert.innerText()).length, what).toBeGreaterThan(40);
      await button(page, 'Dismiss').click();
      await alert.waitFor({ state: 'detached' });
    }
    const before = await iteration(page);
    await pastIteration(page, before + 20);
    expect(page.url()).toMatch(/data=screws.*seed=5/);
  });

  test.for([
    ['a column of numbers', oneColumn, 'csv-column'],
    ['two columns', twoColumns, 'csv-pair'],
    ['CIFAR-10 records', () => cifarRecords(20), 'cifar'],
  ] as const)('with %s become data that trains', async ([, make, id], { page }) => {
    await openApp(page, 'system=gan&data=screws&seed=5&engine=wasm');
    await dropFiles(page, [make()]);
    await button(page, RESTART).click();
    await page.waitForURL(new RegExp(`data=${id}`));
    await pastIteration(page, 2);
    await expectAccessible(page);
  });

  test('of MNIST are explained as missing, dropped, trained on, and kept', async ({ page }) => {
    const files = mnistFiles();
    await openApp(page, 'system=dcgan&data=mnist&batch=4&seed=1&engine=wasm');
    const alert = page.locator('[role="alert"][data-code="data.missing"]');
    await alert.waitFor();
    await expectAccessible(page);
    if (!files) return;
    await dropFiles(page, files.slice(0, 2).map(gzippedFile));
    await page.waitForURL(/system=dcgan&data=mnist/);
    await pastIteration(page, 3);
    await expectAccessible(page);
    await page.reload();
    await runReady(page);
    await page.waitForURL(/system=dcgan&data=mnist/);
    await pastIteration(page, 3);
  });
});
