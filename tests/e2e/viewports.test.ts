import { devices } from 'playwright';
import { describe, test } from 'vitest';
import { button, expectAccessible, expectNoSideways, newVisitor, openApp, pastIteration } from './support/app';

const phone = devices['iPhone 13'];

describe('other screens', () => {
  test('a phone shows stage, thumb bar and tabs, and nothing moves sideways', async () => {
    const { page, close } = await newVisitor({ ...phone, viewport: { width: 390, height: 844 } });
    await openApp(page);
    await pastIteration(page, 20);
    await expectNoSideways(page);
    await expectAccessible(page);
    for (const name of ['Measurements', 'Experiment']) {
      await page.getByRole('navigation', { name: 'Parts of the page' }).getByRole('button', { name }).tap();
      await page.getByRole('complementary', { name }).waitFor();
      await expectNoSideways(page);
      await expectAccessible(page);
    }
    await button(page, 'Pause').tap();
    await button(page, 'Play').waitFor();
    await close();
  });

  test.for([
    ['a projector', 1280, 720, 'light'],
    ['a tablet in the dark', 820, 1180, 'dark'],
    ['a wide screen in the dark', 1920, 1080, 'dark'],
  ] as const)('%s', async ([, width, height, colorScheme]) => {
    const { page, close } = await newVisitor({ viewport: { width, height }, colorScheme });
    await openApp(page);
    await pastIteration(page, 20);
    await expectNoSideways(page);
    await expectAccessible(page);
    await close();
  });
});
