import type { Page } from 'playwright';
import { describe, expect } from 'vitest';
import { button, expectAccessible, iteration, openApp, pastIteration, test } from './support/app';

/** Types a value into the field of a declared parameter. */
async function enter(page: Page, param: string, value: string): Promise<void> {
  const field = page.locator(`[data-param="${param}"]`).getByRole('textbox');
  await field.fill(value);
  await field.press('Enter');
}

const card = (page: Page, name: string) => page.getByRole('button', { name: new RegExp(`^${name}`) });

describe('the controls', () => {
  test('change a live parameter while the run goes on', async ({ page }) => {
    await openApp(page, 'system=gan&data=ring&seed=1');
    await pastIteration(page, 20);
    const before = await iteration(page);
    await enter(page, 'generatorRate', '0.005');
    await page.waitForURL(/generatorRate=0\.005/);
    await pastIteration(page, before + 20);
    expect(await page.getByText('These changes take effect when the run starts again.').isVisible()).toBe(false);
    await expectAccessible(page);
  });

  test('refuse a value outside its limits with a sentence', async ({ page }) => {
    await openApp(page, 'system=gan&data=ring&seed=1');
    await enter(page, 'generatorRate', '-3');
    await page
      .getByText(/-3 is outside the limits/)
      .or(page.getByText(/−3 is outside the limits/))
      .waitFor();
    await expectAccessible(page);
    expect(page.url()).not.toMatch(/generatorRate/);
  });

  test('keep other changes until the run starts again', async ({ page }) => {
    await openApp(page, 'system=gan&data=ring&seed=1');
    await pastIteration(page, 50);
    await card(page, 'Training').click();
    await enter(page, 'k', '3');
    await page.waitForURL(/k=3/);
    await enter(page, 'batchSize', '16');
    await card(page, 'Networks').click();
    await enter(page, 'latentSize', '3');
    await page.getByText('These changes take effect when the run starts again.').waitFor();
    await expectAccessible(page);
    expect(page.url()).not.toMatch(/batch=16/);
    await button(page, 'Restart with these changes (same seed)').click();
    await page.waitForURL(/batch=16&seed=1.*latentSize=3/);
    await pastIteration(page, 20);
  });

  test('explain a network that cannot be built, and leave the run alone', async ({ page }) => {
    await openApp(page, 'system=gan&data=ring&seed=1');
    await pastIteration(page, 20);
    await card(page, 'Networks').click();
    await page
      .getByRole('button', { name: /^Edit \d+ layers/ })
      .first()
      .click();
    await button(page, 'Add at the start').first().click();
    await page.getByRole('menuitem', { name: /^Convolution/ }).click();
    await page
      .getByText(/A convolution takes an image/)
      .first()
      .waitFor();
    await expectAccessible(page);
    const before = await iteration(page);
    await pastIteration(page, before + 20);
    const apply = button(page, 'Restart with these changes (same seed)');
    if (await apply.isEnabled()) {
      await apply.click();
      await page.locator('[role="alert"][data-code^="net."]').waitFor();
    }
    await pastIteration(page, before + 40);
    await page.getByRole('button', { name: 'Discard' }).click();
    await page
      .getByText(/A convolution takes an image/)
      .first()
      .waitFor({ state: 'detached' });
  });

  test('edit a network layer by layer, with live shapes', async ({ page }) => {
    await openApp(page, 'system=gan&data=ring&seed=1');
    await card(page, 'Networks').click();
    await page
      .getByRole('button', { name: /^Edit \d+ layers/ })
      .first()
      .click();
    const units = page.getByRole('textbox', { name: /^units of layer 1/ }).first();
    await units.fill('7');
    await units.press('Enter');
    await page.getByText('→ 7').first().waitFor();
    await expectAccessible(page);
    await button(page, 'Restart with these changes (same seed)').click();
    await page.waitForURL(/Layers=/);
    await pastIteration(page, 20);
  });

  test('play for another objective with a trick on top, and say why what does not fit does not', async ({ page }) => {
    await openApp(page, 'system=gan&data=ring&seed=1');
    await pastIteration(page, 20);
    const objective = page.locator('[data-param="objective"] input').first();
    await objective.click();
    await page.getByRole('option', { name: 'Hinge (Geometric GAN)' }).click();
    await card(page, 'Tricks').click();
    await page.locator('[data-param="softLabels"]').getByRole('switch').click({ force: true });
    await page.locator('[data-card="tricks"] [data-code="combination.labels"]').waitFor();
    await expectAccessible(page);
    await page.locator('[data-param="softLabels"]').getByRole('switch').click({ force: true });
    await page.locator('[data-code="combination.labels"]').first().waitFor({ state: 'detached' });
    await page.locator('[data-param="spectralNorm"]').getByRole('switch').click({ force: true });
    await button(page, 'Restart with these changes (same seed)').click();
    await page.waitForURL(/objective=hinge/);
    await page.waitForURL(/spectralNorm/);
    await pastIteration(page, 20);
  });

  test('show the phase portrait of the Dirac-GAN, which a live weight draws in', async ({ page }) => {
    await openApp(page, 'system=dirac&data=delta&diracRegularizer=r1');
    await pastIteration(page, 10);
    await enter(page, 'diracGamma', '1');
    await page.waitForURL(/diracGamma=1/);
    await page.getByText(/the game is [\d.e-]+ away from its equilibrium/).waitFor();
    await page.waitForFunction(() => {
      const found = /the game is ([\d.e-]+) away/.exec(document.body.innerText);
      return found !== null && Number(found[1]) < 0.05;
    });
    await expectAccessible(page);
  });
});
