import type { Page } from 'playwright';
import { describe, expect } from 'vitest';
import {
  button,
  expectAccessible,
  expectNoSideways,
  newVisitor,
  openApp,
  pastIteration,
  savedFile,
  test,
} from './support/app';
import { keptRun, pointsUpTo } from './support/stored';

/** Iteration that all contenders have reached. */
const reached = (page: Page) =>
  page
    .locator('[data-counter="duel"]')
    .innerText()
    .then((text) => Number(text.replaceAll(/\D/g, '')));

describe('the duel', () => {
  test('sets four runs side by side that play together, and any of them goes on alone as if it always had', async ({
    page,
  }) => {
    await openApp(page, 'system=gan&data=ring&batch=32&seed=7');
    await pastIteration(page, 10);
    await button(page, 'Duel: compare with other settings').click();
    for (const _ of [3, 4]) await button(page, 'Add a contender').click();
    const cards = page.locator('[data-contender]');
    await expect.poll(() => cards.count()).toBe(4);
    await page.getByPlaceholder('Vary another setting…').click();
    await page.getByRole('option', { name: 'Batch size', exact: true }).click();
    const batch = cards.nth(3).locator('[data-param="batchSize"]').getByRole('textbox');
    await batch.fill('16');
    await batch.press('Enter');
    await expect.poll(() => page.locator('.duel-setting[data-differs="true"]').count()).toBe(8);
    await expect.poll(() => reached(page), { timeout: 60_000 }).toBeGreaterThan(60);
    for (const letter of 'ABCD')
      await page.getByRole('img', { name: new RegExp(`^${letter}: .* generated points`) }).waitFor();
    await expectAccessible(page);
    await button(page, 'Pause').click();
    await button(page, 'Play').waitFor();
    await button(page, 'Go on with B alone').click();
    await page.waitForURL(/objective=minimax/);
    await button(page, 'Play').click();
    await pastIteration(page, 60);
    const afterDuel = await keptRun(page);
    const { page: other, close } = await newVisitor();
    await openApp(other, new URL(page.url()).hash.slice(1));
    await pastIteration(other, 60);
    expect(pointsUpTo(60, afterDuel)).toEqual(pointsUpTo(60, await keptRun(other)));
    await close();
  });

  test('compares what the runs make, on a phone too', async () => {
    const { page, close } = await newVisitor({ viewport: { width: 390, height: 844 }, hasTouch: true });
    await openApp(page, 'system=gan&data=screws&batch=32&seed=7');
    await pastIteration(page, 20);
    await button(page, 'Duel: compare with other settings').tap();
    await expect.poll(() => reached(page), { timeout: 60_000 }).toBeGreaterThan(50);
    await expectNoSideways(page);
    await button(page, 'Record animation (GIF)').tap();
    await page.waitForTimeout(1000);
    const film = await savedFile(page, () => button(page, 'End and save').tap());
    expect(film.bytes.subarray(0, 6).toString()).toBe('GIF89a');
    await button(page, 'Measure all samples').tap();
    const row = page.locator('[data-metric="w1"] td');
    await expect
      .poll(async () => (await row.allInnerTexts()).filter((text) => /\d/.test(text)).length, { timeout: 60_000 })
      .toBe(2);
    expect(await page.locator('[data-metric="w1"] td[data-best="true"]').count()).toBe(1);
    await expectAccessible(page);
    await button(page, 'End the duel').tap();
    await page.getByRole('main', { name: 'Stage' }).waitFor();
    await close();
  });
});
