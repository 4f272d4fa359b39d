import type { Locator, Page } from 'playwright';
import { describe, expect } from 'vitest';
import { button, expectAccessible, expectNoSideways, newVisitor, openApp, pastIteration, test } from './support/app';
import { stagePicture } from './support/canvas';

const LINK = 'system=gan&data=drawing&batch=32&seed=1';
const area = (page: Page): Locator => page.getByRole('img', { name: /^Drawing area/ });

/** A zigzag over the drawing area, in the window's coordinates. */
async function zigzag(page: Page): Promise<[number, number][]> {
  await area(page).scrollIntoViewIfNeeded();
  const box = (await area(page).boundingBox()) as { x: number; y: number; width: number; height: number };
  return Array.from({ length: 9 }, (_, i) => [
    box.x + (box.width * (i + 1)) / 10,
    box.y + box.height * (i % 2 === 0 ? 0.3 : 0.7),
  ]);
}

/** Makes what was drawn the data, and waits until it trains. */
async function trainOnDrawing(page: Page): Promise<void> {
  await button(page, 'Use this drawing').click();
  await button(page, 'Restart with these changes (same seed)').click();
  await page.waitForURL(/data\.strokes=/);
  await pastIteration(page, 20);
  expect((await stagePicture(page)).colours).toBeGreaterThan(10);
}

describe('a distribution drawn by hand', () => {
  test('with the mouse trains, and travels in the link', async ({ page }) => {
    await openApp(page, LINK);
    await button(page, 'Clear').or(page.getByText('Draw here')).first().waitFor();
    const [start, ...rest] = (await zigzag(page)) as [[number, number], ...[number, number][]];
    await page.mouse.move(...start);
    await page.mouse.down();
    for (const point of rest) await page.mouse.move(...point, { steps: 3 });
    await page.mouse.up();
    await expectAccessible(page);
    await trainOnDrawing(page);
    const elsewhere = await newVisitor();
    await elsewhere.page.goto(page.url());
    await pastIteration(elsewhere.page, 20);
    expect(elsewhere.page.url()).toBe(page.url());
    await elsewhere.close();
  });

  test('with a finger trains, and the page stays where it is', async () => {
    const { page, close } = await newVisitor({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
    await openApp(page, LINK);
    const [start, ...rest] = (await zigzag(page)) as [[number, number], ...[number, number][]];
    const scrolled = await page.evaluate(() => scrollY);
    const touch = await page.context().newCDPSession(page);
    const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', point?: [number, number]) =>
      touch.send('Input.dispatchTouchEvent', { type, touchPoints: point ? [{ x: point[0], y: point[1] }] : [] });
    await send('touchStart', start);
    for (const point of rest) await send('touchMove', point);
    await send('touchEnd');
    expect(await page.evaluate(() => scrollY)).toBe(scrolled);
    await trainOnDrawing(page);
    await expectNoSideways(page);
    await close();
  });

  test('from a ready-made shape, undone and cleared', async ({ page }) => {
    await openApp(page, LINK);
    await button(page, 'Two bars').click();
    await page.getByText(/^[\d,]+ points$/).waitFor();
    await button(page, 'Undo stroke').click();
    await button(page, 'Clear').click();
    expect(await button(page, 'Use this drawing').isDisabled()).toBe(true);
    await button(page, 'S').click();
    await trainOnDrawing(page);
  });
});
