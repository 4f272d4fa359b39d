import { describe, expect } from 'vitest';
import { expectAccessible, expectNoSideways, openApp, pastIteration, pause, test } from './support/app';
import { stagePicture } from './support/canvas';

const EXTRA = ['Level sets', 'Optimal D*', 'Manifold of G', 'Pull on G', '∇D', 'Paths', 'Verdicts'];

describe('the layers of the plane', () => {
  test('are each switched in the legend and by their word, and each changes the picture', async ({ page }) => {
    await openApp(page, 'system=gan&data=gaussians&seed=1');
    await pastIteration(page, 200);
    await pause(page);
    const legend = page.getByRole('group', { name: 'What is shown' });
    const seen = new Set([(await stagePicture(page)).hash]);
    const changed = async (what: string) => {
      const news = async () => !seen.has((await stagePicture(page)).hash);
      await expect.poll(news, { message: what, timeout: 10_000 }).toBe(true);
      seen.add((await stagePicture(page)).hash);
    };
    for (const layer of EXTRA) {
      await legend.getByRole('checkbox', { name: layer }).press('Space');
      await changed(`${layer} on`);
    }
    const caption = page.locator('.stage-caption');
    for (const text of [/median length 0?\.?\d/, /since iteration \d/]) await caption.getByText(text).first().waitFor();
    await page.getByText(/real: \d+ % accepted/).waitFor();

    await page.getByRole('slider', { name: 'How far the noise grid is warped' }).press('Home');
    await changed('noise grid');
    await page.getByRole('button', { name: 'Warp the noise grid' }).click();
    await page.getByRole('slider', { name: 'Threshold from which on D accepts' }).press('End');
    await page.getByText('generated: 0 % accepted').waitFor();
    await changed('everything rejected');

    await expectAccessible(page);
    await expectNoSideways(page);
    expect(await page.evaluate(() => document.querySelectorAll('*').length)).toBeLessThan(3000);

    const word = caption.getByRole('button', { name: 'Paths' });
    await word.press('Enter');
    await changed('Paths off');
    expect(await word.getAttribute('aria-pressed')).toBe('false');
    expect(await legend.getByRole('checkbox', { name: 'Paths' }).isChecked()).toBe(false);
  });
});
