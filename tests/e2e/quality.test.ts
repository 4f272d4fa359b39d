import { describe, expect } from 'vitest';
import { button, expectAccessible, expectNoSideways, openApp, pastIteration, pause, test } from './support/app';

const measured = (page: import('playwright').Page) => page.locator('[data-measured]').getAttribute('data-measured');

describe('the quality of the samples', () => {
  test('is measured beside the training, with floors, meanings and D’s own ROC curve', async ({ page }) => {
    await openApp(page, 'system=gan&data=ring&seed=7&engine=replay');
    await pastIteration(page, 100);
    await page.getByText('Quality', { exact: true }).click();
    // Opening the panel measures; the training goes on meanwhile.
    await page.locator('[data-metric="w1"]').waitFor({ timeout: 60_000 });
    const first = Number(await measured(page));
    await pastIteration(page, first + 100);
    const names = await page
      .locator('[data-metric]')
      .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-metric')));
    for (const id of ['w1', 'js', 'modes', 'highQuality', 'reverseKl', 'coverage', 'auc']) expect(names).toContain(id);
    const numbers = async (id: string) =>
      (await page.locator(`[data-metric="${id}"] tr:first-child td`).allInnerTexts()).map(Number);
    const [share = 0, ceiling = 0] = await numbers('highQuality');
    expect(share).toBeLessThan(ceiling);
    expect(ceiling).toBeCloseTo(0.989, 2);

    // Again by itself, once enough iterations have passed.
    await page.getByLabel('Measure again').selectOption('500');
    await expect.poll(() => measured(page).then(Number), { timeout: 60_000 }).toBeGreaterThan(first + 499);
    await page.getByLabel('Measure again').selectOption('');
    await page.locator('.quality-figure .trace').first().waitFor();

    const threshold = page.getByRole('slider', { name: 'Threshold' });
    const accepts = page.locator('.quality-roc [aria-live]');
    await threshold.press('Home');
    await expect
      .poll(() => accepts.innerText())
      .toContain('accepts 0.0\u00a0% of the real and 0.0\u00a0% of the generated');
    await threshold.press('End');
    await expect
      .poll(() => accepts.innerText())
      .toContain('accepts 100.0\u00a0% of the real and 100.0\u00a0% of the generated');
    await expectAccessible(page);
  });

  test('belongs to the run: another seed begins anew, and the same pause gives the same numbers', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await openApp(page, 'system=gan&data=moons&seed=3&engine=replay');
    await pastIteration(page, 100);
    const at = await pause(page);
    await button(page, 'Measurements').click();
    await page.getByText('Quality', { exact: true }).click();
    await page.locator('[data-metric="w1"]').waitFor({ timeout: 60_000 });
    expect(Number(await measured(page))).toBe(at);
    const before = await page.locator('.quality-table').innerText();
    const classes = page.getByRole('region', { name: 'Classes, as nearest neighbours read them' });
    expect(await classes.getByRole('listitem').allInnerTexts()).toEqual([
      expect.stringMatching(/1: \d/),
      expect.stringMatching(/2: \d/),
    ]);
    await button(page, 'Measure now').click();
    await expect.poll(() => button(page, 'Measure now').isEnabled(), { timeout: 30_000 }).toBe(true);
    expect(await page.locator('.quality-table').innerText()).toBe(before);
    await expectNoSideways(page);
    await button(page, 'Start again with the same seed').click();
    await expect.poll(() => page.locator('[data-metric]').count()).toBe(0);
  });
});
