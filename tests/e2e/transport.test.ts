import { describe, expect } from 'vitest';
import {
  atIteration,
  button,
  expectAccessible,
  openApp,
  pastIteration,
  pause,
  settledIteration,
  test,
} from './support/app';

describe('the transport', () => {
  test('plays, pauses and steps with its buttons', async ({ page }) => {
    await openApp(page);
    await pastIteration(page, 20);
    const stopped = await pause(page);
    expect(await settledIteration(page)).toBe(stopped);
    await button(page, 'One step').click();
    await atIteration(page, stopped + 1);
    await expectAccessible(page);
    await button(page, 'Play').click();
    await pastIteration(page, stopped + 20);
  });

  test('obeys Space and the arrow keys', async ({ page }) => {
    await openApp(page);
    await pastIteration(page, 20);
    await page.keyboard.press('Space');
    await button(page, 'Play').waitFor();
    const stopped = await settledIteration(page);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await atIteration(page, stopped + 2);
    await page.keyboard.press('Space');
    await pastIteration(page, stopped + 20);
  });

  test('trains one player only', async ({ page }) => {
    await openApp(page);
    await pastIteration(page, 20);
    for (const name of ['D only', 'G only']) {
      await button(page, name).click();
      expect(await button(page, name).getAttribute('aria-pressed')).toBe('true');
      const now = await pause(page);
      await button(page, 'Play').click();
      await pastIteration(page, now + 5);
      await expectAccessible(page);
    }
  });
});
