import { describe, expect } from 'vitest';
import { button, expectAccessible, openApp, runReady, test } from './support/app';

const pick = async (page: import('playwright').Page, preset: string): Promise<void> => {
  await page.locator('.gallery-button').click();
  await page.locator(`[data-preset="${preset}"]`).click();
  await runReady(page);
};

describe('experiments that show a phenomenon', () => {
  test('the gradients of four objectives part, and the collapse and the critic are measured unasked', async ({
    page,
  }) => {
    await openApp(page, 'system=gan&data=ring&seed=7&engine=replay');
    await pick(page, 'vanishing');
    const norm = async (objective: string) =>
      Number(await page.locator(`tr:has-text("under ${objective}") td`).first().innerText());
    await expect.poll(() => norm('Minimax'), { timeout: 60_000 }).toBeLessThan(1e-3);
    expect(await norm('Non-saturating')).toBeGreaterThan(1);
    // One axis for all four, with a name at the end of each line.
    const figure = page.locator('.charts-figure');
    for (const name of ['minimax', 'non-saturating', 'least squares', 'WGAN-GP']) {
      await figure.getByText(name, { exact: true }).waitFor();
    }
    await page.locator('[data-finding="vanishing"]').waitFor({ timeout: 30_000 });
    await expectAccessible(page);

    await pick(page, 'collapse');
    await page.locator('[data-finding="collapse"]').waitFor({ timeout: 90_000 });
    await pick(page, 'critic-distance');
    await page.locator('[data-metric="criticW1"]').waitFor({ timeout: 60_000 });
    await page.locator('.quality-figure').getByText('critic’s estimate', { exact: true }).waitFor();
    // Another experiment begins with its curves again.
    await pick(page, 'ring');
    await button(page, 'Save CSV').waitFor();
  });
});
