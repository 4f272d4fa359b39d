import type { Page } from 'playwright';
import { describe, expect } from 'vitest';
import {
  button,
  expectAccessible,
  expectNoSideways,
  openApp,
  pastIteration,
  pause,
  savedFile,
  test,
} from './support/app';

/** A dense net on a small album: every picture of this test comes quickly. */
const RUN = 'system=gan&data=faces&batch=8&seed=1&data.size=40&latentSize=6';

/** Pixels of one of the pictures on a canvas, as the app drew it; they are 32 wide, with one pixel between them. */
function tile(page: Page, canvas: string, index = 0): Promise<number[]> {
  return page
    .locator(canvas)
    .first()
    .evaluate(
      (element, at) => [
        ...((element as HTMLCanvasElement).getContext('2d')?.getImageData(at * 33, 0, 32, 32).data ?? []),
      ],
      index,
    );
}

const strip = (row: number) => `.latent-tool figure:nth-of-type(${row}) canvas`;
const slot = (number: number) => `.latent-slots li:nth-child(${number}) canvas`;
const tool = (page: Page, name: string) => page.locator('.latent-tabs').getByText(name, { exact: true }).click();
const view = (page: Page, name: string) => page.getByText(name, { exact: true }).first().click();

/** The same picture, but for one step of grey: a latent that went there and back again is rounded. */
async function same(page: Page, one: [string, number?], other: [string, number?]): Promise<void> {
  const differ = async () => {
    const [a, b] = [await tile(page, ...one), await tile(page, ...other)];
    return a.length > 0 && a.length === b.length
      ? Math.max(...a.map((value, i) => Math.abs(value - (b[i] as number))))
      : 255;
  };
  await expect.poll(differ, { timeout: 20_000 }).toBeLessThanOrEqual(1);
}

describe('the noise behind the pictures', () => {
  test('can be picked, walked, added up, turned and mapped', async ({ page }) => {
    await openApp(page, RUN);
    await pastIteration(page, 3);
    await pause(page);
    await view(page, 'Latent space');
    await page.locator(strip(3)).waitFor();

    // From A to B: both walks begin and end there, the fade is a mixture of the two pictures.
    for (const row of [1, 2, 3]) {
      await same(page, [strip(row), 0], [slot(1)]);
      await same(page, [strip(row), 8], [slot(2)]);
    }
    const [first, middle, last] = await Promise.all([0, 4, 8].map((i) => tile(page, strip(3), i)));
    const mixed = first?.map((value, i) => Math.abs((value + (last?.[i] ?? 0)) / 2 - (middle?.[i] ?? 0)));
    expect(Math.max(...(mixed ?? [9]))).toBeLessThanOrEqual(0.5);
    expect((await tile(page, strip(1), 4)).join()).not.toBe((middle ?? []).join());

    // By keyboard: another sample into slot B makes a mean, and takes the first one out again.
    await button(page, 'Slot B, the mean of samples 2').press('Enter');
    await button(page, 'Sample 5, in slots: —').press('Enter');
    await button(page, 'Slot B, the mean of samples 2, 5').waitFor();
    await button(page, 'Sample 2, in slots: B').press('Enter');
    await same(page, [strip(1), 8], ['.latent-samples li:nth-child(5) canvas']);

    // A − B + C is C where A and B are the same.
    await tool(page, 'A − B + C');
    await button(page, 'Sample 1, in slots: A').press('Enter');
    await button(page, 'Sample 5, in slots: B').press('Enter');
    await same(page, ['.latent-sum li:nth-child(4) canvas'], [slot(3)]);
    await button(page, 'Other samples').click();
    await same(page, [slot(1)], ['.latent-samples li:nth-child(1) canvas']);

    await tool(page, 'Sliders');
    await page.locator('[data-found]:not([data-found=""])').waitFor({ timeout: 60_000 });
    const slider = page.getByRole('slider', { name: 'Direction 1' });
    await same(page, ['.latent-large canvas'], [slot(1)]);
    await slider.press('End');
    await same(page, ['.latent-large canvas'], ['.latent-sliders li:first-child canvas', 4]);
    await button(page, 'Back to A').click();
    await same(page, ['.latent-large canvas'], [slot(1)]);
    await page.getByLabel('What the sliders turn').selectOption('0');
    expect(await page.locator('.latent-sliders li').count()).toBe(6);
    await expectAccessible(page);

    await tool(page, 'Paint');
    const area = page.getByRole('application', { name: /Picture to paint on; the brush is at column 17, row 17/ });
    const edited = '.latent-paint figure:nth-child(2) canvas';
    const original = '.latent-paint figure:nth-child(3) canvas';
    await same(page, [edited], [original]);
    await area.press(' ');
    await page.getByText(/Error under the strokes \d\.\d+/).waitFor({ timeout: 20_000 });
    expect((await tile(page, edited)).join()).not.toBe((await tile(page, original)).join());
    // The stroke itself lies on top: black, one pixel right of the brush too.
    expect((await tile(page, '.latent-canvas canvas')).slice(4 * (16 * 32 + 17), 4 * (16 * 32 + 17) + 3)).toEqual([
      0, 0, 0,
    ]);
    await expectAccessible(page);
    await button(page, 'Clear').click();
    await same(page, [edited], [original]);

    await tool(page, 'Map');
    await page.getByRole('img', { name: /Map of samples: Direction 1 .* Direction 2/ }).waitFor();
    const before = await tile(page, '.latent-map');
    await page.getByLabel('To the right', { exact: true }).selectOption('dimension 1');
    await expect
      .poll(async () => (await tile(page, '.latent-map')).join(), { timeout: 20_000 })
      .not.toBe(before.join());
    await expectAccessible(page);
    await expectNoSideways(page);

    const { name, bytes } = await savedFile(page, () => button(page, 'Save picture').click());
    expect([name, bytes.subarray(1, 4).toString()]).toEqual(['minimax-stage.png', 'PNG']);

    // The time machine takes the pictures along.
    const present = await tile(page, '.latent-map');
    await page.getByRole('slider', { name: 'Moment of the run' }).press('Home');
    await expect
      .poll(async () => (await tile(page, '.latent-map')).join(), { timeout: 20_000 })
      .not.toBe(present.join());

    // While it trains, directions are found beside it.
    await button(page, 'Play').click();
    await tool(page, 'Sliders');
    const found = page.locator('[data-found]:not([data-found=""])');
    await found.waitFor({ timeout: 60_000 });
    await pastIteration(page, Number(await found.getAttribute('data-found')));
    await button(page, 'Pause').waitFor();
  });

  test('shows what channels draw, where noise lies, what was learned by heart, and what a face is made of', async ({
    page,
  }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await openApp(page, RUN);
    await pastIteration(page, 3);
    await view(page, 'Latent space');
    await tool(page, 'Channels');
    await page.locator(strip(2)).waitFor();
    // It follows the training.
    const early = await tile(page, strip(1));
    await expect.poll(async () => (await tile(page, strip(1))).join(), { timeout: 15_000 }).not.toBe(early.join());
    await pause(page);
    await same(page, [strip(1)], [strip(2)]);
    await page.getByText(/^Layer 1: 128$/).click();
    await button(page, 'Channel 3').press('Enter');
    await page.getByText('Without 1 of them').waitFor();
    await expect
      .poll(async () => (await tile(page, strip(3))).some((value, i) => i % 4 < 3 && value !== 128), {
        timeout: 10_000,
      })
      .toBe(true);
    await expectAccessible(page);
    await button(page, 'All on').click();
    await same(page, [strip(1)], [strip(2)]);

    await tool(page, 'Random pixels');
    await page.getByRole('slider', { name: 'Share of random pixels' }).press('Home');
    await same(page, [strip(1), 2], [strip(2), 2]);
    // D is asked of the very same pictures twice.
    const beliefs = page.locator('.latent-tool figcaption small');
    await expect
      .poll(() => beliefs.allInnerTexts().then(([a, b]) => a === b && /D\(x\) 0\.\d+/.test(a ?? '')))
      .toBe(true);
    await page.getByText('There are 10⁷³⁹⁸ pictures').waitFor();

    await tool(page, 'Memory');
    await page.locator('.latent-tool').getByRole('button', { name: 'Measure now' }).click();
    await page.locator('.latent-tool .nearest li').first().waitFor({ timeout: 60_000 });
    await expectNoSideways(page);

    await view(page, 'Character');
    await page.getByText('The face in 14 numbers:').waitFor();
    await button(page, 'Random face').click();
    await page.getByRole('slider', { name: 'Smile' }).press('End');
    await page.getByText(/“.*laughing.*”/).waitFor();
    await page.getByText('man', { exact: true }).click();
    await page.getByRole('img', { name: /laughing .*man .*with/ }).waitFor();
    await expectAccessible(page);
    await expectNoSideways(page);
  });
});

describe('a caption', () => {
  test('is written, drawn, and drawn otherwise when it says otherwise; words that nobody knows are named', async ({
    page,
  }) => {
    await openApp(page, 'system=stackgan&data=faces&batch=4&seed=1&data.size=40');
    await pastIteration(page, 2);
    await pause(page);
    await view(page, 'Latent space');
    const faces = '.latent-tool canvas';
    await page.locator(faces).waitFor();
    const before = (await tile(page, faces)).join();
    const field = page.getByRole('combobox', { name: 'Describe the face' });
    await field.fill('an old bald man with freckles');
    await page.getByText('It has never read: freckles').waitFor();
    await expect.poll(async () => (await tile(page, faces)).join(), { timeout: 20_000 }).not.toBe(before);
    await field.fill('an old bald man with dark skin and a beard');
    await page.getByText('It has never read').waitFor({ state: 'detached' });
    await expectAccessible(page);
  });
});
