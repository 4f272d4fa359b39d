import { describe, expect } from 'vitest';
import { DATASETS } from '../../src/data';
import en from '../../src/locales/en';
import { button, expectAccessible, openApp, pastIteration, pause, savedFile, test } from './support/app';
import { stagePicture } from './support/canvas';

const KINDS = [
  ['numbers', 'system=gan&data=screws&seed=1', /mean .* at iteration/, 20],
  ['points', 'system=gan&data=ring&seed=1', /points beside the real ones .* at iteration/, 20],
  ['pictures', 'system=gan&data=pen-digits&batch=8&seed=1', /pictures .* at iteration/, 2],
] as const;

/** Pictures of a GIF: its graphic control extensions. */
const framesOf = (gif: Buffer): number => gif.toString('latin1').split('\x21\xf9\x04').length - 1;

describe('the stage', () => {
  test.for(KINDS)('shows %s, and moves while the run trains', async ([, link, label, far], { page }) => {
    await openApp(page, link);
    await pastIteration(page, far);
    const canvas = page.getByRole('main').getByRole('img', { name: label });
    await canvas.waitFor();
    const first = await stagePicture(page);
    expect(first.colours).toBeGreaterThan(10);
    await expect.poll(async () => (await stagePicture(page)).hash, { timeout: 20_000 }).not.toBe(first.hash);
    await pause(page);
    await expectAccessible(page);
    const still = await stagePicture(page);
    await page.waitForTimeout(300);
    expect(await stagePicture(page)).toEqual(still);
  });

  test('saves what it shows as a picture', async ({ page }) => {
    await openApp(page);
    await pastIteration(page, 20);
    const { name, bytes } = await savedFile(page, () => button(page, 'Save picture').click());
    expect(name).toMatch(/\.png$/);
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    await button(page, 'Save chart').waitFor();
    const chart = await savedFile(page, () => button(page, 'Save chart').click());
    expect(chart.bytes.subarray(1, 4).toString()).toBe('PNG');
    const film = await savedFile(page, () => button(page, 'Save animation (GIF)').click(), 90_000);
    expect(film.name).toBe('minimax-training.gif');
    expect(film.bytes.subarray(0, 6).toString()).toBe('GIF89a');
    expect(framesOf(film.bytes)).toBeGreaterThan(5);
    await button(page, 'Play').click();
    await pastIteration(page, 40);
  });

  test('shows every data set that needs no file', async ({ page }) => {
    await openApp(page);
    for (const { id, source, kind } of DATASETS) {
      if (source !== 'procedural' || kind === 'point') continue; // a point is for the Dirac-GAN alone
      await page.evaluate((hash) => {
        location.hash = hash;
      }, `system=gan&data=${id}&batch=8&seed=2`);
      await button(page, `Experiments; open now: Own: ${en.datasets[id as keyof typeof en.datasets].name}`).waitFor();
      await pastIteration(page, kind === 'image' ? 1 : 10);
      expect((await stagePicture(page)).colours, id).toBeGreaterThan(10);
      expect(await page.locator('[role="alert"][data-code]').count(), id).toBe(0);
    }
  });
});
