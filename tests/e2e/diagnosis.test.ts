import { describe, expect } from 'vitest';
import { expectAccessible, openApp, runReady, test } from './support/app';

describe('the diagnosis', () => {
  test('says what a run suffers from, why, and offers a change that is one click away', async ({ page }) => {
    await openApp(page, 'system=gan&data=screws&seed=1&engine=replay&objective=minimax&k=20&generatorRate=0.00001');
    const finding = page.locator('[data-finding="vanishing"]');
    await finding.waitFor({ timeout: 60_000 });
    await finding.locator('summary').click();
    await expect.poll(() => finding.innerText()).toContain('G’s gradient norm is');
    await expectAccessible(page);
    await finding.getByRole('link', { name: 'the non-saturating loss' }).click();
    await expect.poll(() => new URL(page.url()).hash).not.toContain('objective=minimax');
    await runReady(page);
    // What ran before can be brought back.
    await page.getByRole('button', { name: 'Go back to the former run' }).waitFor();
  });
});
