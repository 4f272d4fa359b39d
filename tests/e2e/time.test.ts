import { describe, expect } from 'vitest';
import { atIteration, button, expectAccessible, iteration, openApp, pastIteration, pause, test } from './support/app';
import { stagePicture } from './support/canvas';
import { keptRun, pointsBetween, pointsUpTo } from './support/stored';

describe('the time machine', () => {
  test('takes the run back, goes on from there with the same losses, and brings the other course back', async ({
    page,
  }) => {
    await openApp(page, 'system=gan&data=ring&batch=32&seed=7&engine=wasm');
    await pastIteration(page, 300);
    const first = await keptRun(page);
    const moment = page.getByRole('slider', { name: 'Moment of the run' });
    const newest = (await stagePicture(page)).hash;
    await moment.press('Home');
    await atIteration(page, 0);
    await page.getByText('You see an earlier moment.').waitFor();
    await expectAccessible(page);
    await moment.press('ArrowRight');
    await moment.press('ArrowRight');
    await expect.poll(() => iteration(page)).toBeGreaterThan(0);
    const from = await iteration(page);
    expect((await stagePicture(page)).hash).not.toBe(newest);
    await button(page, 'Play').click();
    await pastIteration(page, from + 100);
    const second = await keptRun(page);
    expect(second.stopped).not.toBe(first.stopped);
    expect(pointsUpTo(from + 100, second)).toEqual(pointsUpTo(from + 100, first));
    await button(page, /^Back to the other course, up to iteration/).click();
    await atIteration(page, first.stopped);
    await expect.poll(async () => (await stagePicture(page)).hash).toBe(newest);
    await button(page, 'Play').click();
    await pastIteration(page, first.stopped + 20);
    const third = await keptRun(page);
    expect(pointsBetween(0, first.stopped, third)).toEqual(pointsBetween(0, first.stopped, first));
  });

  test('replays what happened, and branches with other settings', async ({ page }) => {
    await openApp(page, 'system=gan&data=ring&batch=32&seed=7');
    await pastIteration(page, 300);
    const end = await pause(page);
    await button(page, 'Replay what happened').click();
    await atIteration(page, 0);
    await page.getByRole('slider', { name: 'Moments a second' }).press('End');
    await button(page, 'Replay what happened').waitFor({ timeout: 60_000 });
    expect(await iteration(page)).toBe(end);
    await page.keyboard.press(',');
    await expect.poll(() => iteration(page)).toBeLessThan(end);
    const from = await iteration(page);
    await page.getByRole('button', { name: /^Training/ }).click();
    const field = page.locator('[data-param="batchSize"]').getByRole('textbox');
    await field.fill('16');
    await field.press('Enter');
    await button(page, 'Go on from here with these changes').click();
    await page.waitForURL(/batch=16/);
    await atIteration(page, from);
    await button(page, 'Go back to the former run').click();
    await page.waitForURL(/batch=32/);
    await atIteration(page, end);
  });
});
