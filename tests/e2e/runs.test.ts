import { describe, expect } from 'vitest';
import {
  button,
  expectAccessible,
  iteration,
  newVisitor,
  openApp,
  pastIteration,
  pause,
  runReady,
  savedFile,
  test,
} from './support/app';
import { keptRun, pointsBetween, pointsUpTo } from './support/stored';

const LINK = 'system=gan&data=ring&batch=32&seed=7&engine=wasm';

describe('a run', () => {
  test('repeats its first losses after a reset, and changes them with a new seed', async ({ page }) => {
    await openApp(page, LINK);
    await pastIteration(page, 60);
    const first = await keptRun(page);
    await button(page, 'Start again with the same seed').click();
    await page.waitForFunction(() => document.querySelector('[data-counter="iteration"]')?.textContent === '0');
    await button(page, 'Play').click();
    await pastIteration(page, 60);
    expect(pointsUpTo(60, await keptRun(page))).toEqual(pointsUpTo(60, first));
    await button(page, 'Start again with a new seed').click();
    await page.waitForFunction(() => document.querySelector('[data-counter="iteration"]')?.textContent === '0');
    await button(page, 'Play').click();
    await pastIteration(page, 60);
    const other = await keptRun(page);
    expect(other.config.seed).not.toBe(first.config.seed);
    expect(pointsUpTo(60, other)).not.toEqual(pointsUpTo(60, first));
  });

  test('is a link: the same configuration and the same first losses elsewhere', async ({ page }) => {
    await openApp(page, LINK);
    await pastIteration(page, 60);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await button(page, 'Copy the link to this run').click();
    await page.getByText('Link copied').waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    const first = await keptRun(page);
    const elsewhere = await newVisitor();
    await elsewhere.page.goto(link);
    await runReady(elsewhere.page);
    await pastIteration(elsewhere.page, 60);
    const second = await keptRun(elsewhere.page);
    expect(second.config).toEqual(first.config);
    expect(pointsUpTo(60, second)).toEqual(pointsUpTo(60, first));
    await expectAccessible(elsewhere.page);
    await elsewhere.close();
  });

  test('is there again after a reload, where it stood', async ({ page }) => {
    await openApp(page, LINK);
    await pastIteration(page, 60);
    const before = await keptRun(page);
    await page.reload();
    await runReady(page);
    const { stopped } = before;
    await expect.poll(() => iteration(page)).toBe(stopped);
    await expectAccessible(page);
    await button(page, 'Play').click();
    await pastIteration(page, stopped + 20);
    const after = await keptRun(page);
    expect(pointsUpTo(60, after)).toEqual(pointsUpTo(60, before));
    expect(after.config).toEqual(before.config);
  });

  test('saves to a file and goes on from it with the same losses', async ({ page }) => {
    await openApp(page, LINK);
    await pastIteration(page, 60);
    const stopped = await pause(page);
    await button(page, 'Open and save').click();
    await expectAccessible(page);
    const { name, bytes } = await savedFile(page, () => page.getByRole('menuitem', { name: /^Save the run/ }).click());
    expect(name).toBe(`minimax-gan-ring-${stopped}.zip`);
    await button(page, 'Play').click();
    await pastIteration(page, stopped + 40);
    const original = await keptRun(page);

    const elsewhere = await newVisitor();
    await openApp(elsewhere.page);
    await elsewhere.page.getByTestId('open-file').setInputFiles({ name, mimeType: 'application/zip', buffer: bytes });
    await elsewhere.page.waitForURL(/data=ring/);
    // It plays by itself where the run that was open did; the button may be another before it is clicked.
    const play = button(elsewhere.page, 'Play');
    if (await play.isVisible()) await play.click({ timeout: 2000 }).catch(() => undefined);
    await pastIteration(elsewhere.page, stopped + 40);
    const resumed = await keptRun(elsewhere.page);
    expect(resumed.config).toEqual(original.config);
    const following = pointsBetween(stopped, stopped + 40, original);
    expect(following).toHaveLength(4);
    expect(pointsBetween(stopped, stopped + 40, resumed)).toEqual(following);
    await elsewhere.close();
  });

  test('saves its configuration, which opens elsewhere', async ({ page }) => {
    await openApp(page, LINK);
    await button(page, 'Open and save').click();
    const { name, bytes } = await savedFile(page, () =>
      page.getByRole('menuitem', { name: /^Save the configuration/ }).click(),
    );
    const elsewhere = await newVisitor();
    await openApp(elsewhere.page);
    await elsewhere.page.getByTestId('open-file').setInputFiles({ name, mimeType: 'application/json', buffer: bytes });
    await elsewhere.page.waitForURL(/data=ring.*seed=7/);
    await pastIteration(elsewhere.page, 20);
    expect((await keptRun(elsewhere.page)).config).toEqual(JSON.parse(bytes.toString()));
    await elsewhere.close();
  });
});
