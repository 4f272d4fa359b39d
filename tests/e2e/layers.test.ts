import type { Page } from 'playwright';
import { describe, expect } from 'vitest';
import { atIteration, expectAccessible, expectNoSideways, openApp, pastIteration, pause, test } from './support/app';
import { stagePicture } from './support/canvas';

const EXTRA = ['Level sets', 'Optimal D*', 'Manifold of G', 'Pull on G', '∇D', 'Paths', 'Verdicts'];

/** A check that the stage shows what it has not shown before. */
async function changes(page: Page): Promise<(what: string) => Promise<void>> {
  const seen = new Set([(await stagePicture(page)).hash]);
  return async (what) => {
    const news = async () => !seen.has((await stagePicture(page)).hash);
    await expect.poll(news, { message: what, timeout: 10_000 }).toBe(true);
    seen.add((await stagePicture(page)).hash);
  };
}

/** Cumulative layout shift so far: of what moved without anybody's doing. */
const layoutShift = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        const observer = new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]) {
            if (!entry.hadRecentInput) sum += entry.value;
          }
        });
        observer.observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve(sum), 300);
      }),
  );

describe('the layers of the plane', () => {
  test('are each switched in the legend and by their word, and each changes the picture', async ({ page }) => {
    await openApp(page, 'system=gan&data=gaussians&seed=1');
    await pastIteration(page, 200);
    await pause(page);
    const legend = page.getByRole('group', { name: 'What is shown' });
    const changed = await changes(page);
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
    expect(await page.evaluate(() => document.querySelectorAll('*').length)).toBeLessThan(3000);
    expect(await layoutShift(page)).toBeLessThan(0.02);
    await expectNoSideways(page);
    expect(await page.evaluate(() => document.querySelectorAll('*').length)).toBeLessThan(3000);

    const word = caption.getByRole('button', { name: 'Paths' });
    await word.press('Enter');
    await changed('Paths off');
    expect(await word.getAttribute('aria-pressed')).toBe('false');
    expect(await legend.getByRole('checkbox', { name: 'Paths' }).isChecked()).toBe(false);
  });
});

describe('the screw factory', () => {
  test('shows what lies between the belts, takes a machine set by hand, and lets a person be the inspector', async ({
    page,
  }) => {
    await openApp(page, 'system=gan&data=screws&seed=1');
    await pastIteration(page, 20);
    await pause(page);
    await page.keyboard.press('r');
    await atIteration(page, 0);
    const legend = page.getByRole('group', { name: 'What is shown' });
    const changed = await changes(page);
    for (const layer of ['Area D to D*', 'Transport', 'Tolerance', 'By hand']) {
      await legend.getByRole('checkbox', { name: layer }).press('Space');
      await changed(`${layer} on`);
    }
    const caption = page.locator('.stage-caption');
    // The untrained machine makes 10 cm, the good one 5 cm.
    await caption.getByText(/work: [45]\.\d\d cm on average/).waitFor();
    await caption.getByText(/rejects \d\.\d % of the real and 100 % of the generated/).waitFor();

    await page.getByRole('slider', { name: 'Machine: mean' }).press('End');
    await caption.getByText(/two knobs: 7\.0\d cm of earth to move, 100 % out of tolerance/).waitFor();
    await page.getByRole('slider', { name: 'Tolerance' }).press('End');
    await caption.getByText(/rejects 0\.0 % of the real/).waitFor();
    await changed('another machine and tolerance');
    await expectAccessible(page);

    await page.getByRole('button', { name: 'Be the inspector' }).click();
    const inspector = page.getByRole('region', { name: 'You are the inspector' });
    for (let i = 1; i <= 10; i++) {
      const text = await inspector.getByText(`Sample ${i} of 10`).innerText();
      const real = Number(/: ([\d.]+) cm/.exec(text)?.[1]) < 7.5;
      await inspector.getByRole('button', { name: real ? 'Real' : 'Generated' }).press('Enter');
    }
    await inspector.getByText(/Your AUC 1\.00, that of D [01]\.\d\d on the same samples/).waitFor();
    await expectAccessible(page);
    await expectNoSideways(page);
    await inspector.getByRole('button', { name: 'Stop inspecting' }).click();
    await page.getByRole('button', { name: 'Be the inspector' }).waitFor();
  });
});
