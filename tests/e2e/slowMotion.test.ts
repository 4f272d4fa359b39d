import { describe, expect } from 'vitest';
import {
  button,
  expectAccessible,
  expectNoSideways,
  iteration,
  openApp,
  pastIteration,
  pause,
  settledIteration,
  test,
} from './support/app';
import { stagePicture } from './support/canvas';

const MOVE_OF_D = [
  'Sample a minibatch of noise',
  'Generate',
  'Sample a minibatch of examples',
  'Let D score',
  'L',
  'Take',
  'Move',
];

describe('the diagram and slow motion', () => {
  test('show the flow, and play an iteration line by line with its numbers', async ({ page }) => {
    await openApp(page, 'system=gan&data=ring&seed=1');
    await pastIteration(page, 20);
    const before = await pause(page);
    await button(page, 'Diagram and slow motion').click();
    await button(page, 'Discriminator D').click();
    const layers = page.getByRole('region', { name: 'Layers of Discriminator D' }).getByRole('listitem');
    await expect.poll(() => layers.count()).toBe(5);
    await layers
      .first()
      .getByRole('img', { name: /^Weights/ })
      .waitFor();
    await layers.first().getByRole('img', { name: 'Output 64' }).waitFor();
    const diagram = page.getByRole('list', { name: 'The game as a diagram: what feeds what' });
    await diagram.getByText('gives G(z) to D').waitFor({ state: 'attached' });
    expect(await diagram.getByRole('listitem').count()).toBe(5);

    const next = button(page, 'Next micro-step');
    let picture = 0;
    for (const line of MOVE_OF_D) {
      await next.press('Enter');
      await page.locator('.game-lines [aria-current="step"]').filter({ hasText: line }).waitFor();
      if (line === MOVE_OF_D[1]) picture = (await stagePicture(page)).hash;
      if (line === 'L') {
        const colour = (selector: string) =>
          page
            .locator(selector)
            .first()
            .evaluate((element) => getComputedStyle(element).color);
        expect(await colour('.game-lines [data-node="D"]')).toBe(await colour('.game-node.node-D button'));
      }
      if (line === 'Let D score') {
        await page.getByText(`Iteration ${before + 1}, Discriminator, move 1 of 1:`).waitFor();
        expect(await page.locator('.game-values').innerText()).toMatch(/D\(x\) \[64 × 1\]\s+[−\d.]+, .* \(mean/);
        expect((await stagePicture(page)).hash).toBe(picture);
        await expectAccessible(page);
      }
    }
    await expect.poll(async () => (await stagePicture(page)).hash, { timeout: 10_000 }).not.toBe(picture);
    await page.getByText('The weights have moved').waitFor();

    await page.getByRole('slider', { name: 'Micro-steps a second' }).press('End');
    await page.getByRole('switch', { name: 'Play slowly' }).press('Space');
    // A busy machine may not draw every move; it must come by the second iteration, or past it.
    await page.waitForFunction(
      (least) => Number(/Iteration (\d+), /.exec(document.body.innerText)?.[1]) >= least,
      before + 2,
    );
    await expectNoSideways(page);
    await button(page, 'Play').click();
    await pastIteration(page, before + 20);
    await pause(page);
    const end = await settledIteration(page);
    await page.waitForTimeout(500);
    expect(await iteration(page)).toBe(end);
  });
});
