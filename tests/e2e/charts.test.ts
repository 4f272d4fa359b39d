import { describe, expect } from 'vitest';
import { button, expectAccessible, openApp, pastIteration, savedFile, test } from './support/app';
import { keptRun } from './support/stored';

describe('the charts', () => {
  test('draw the curves, and save as CSV what was recorded', async ({ page }) => {
    await openApp(page, 'system=gan&data=ring&seed=7&engine=wasm');
    await pastIteration(page, 100);
    await page.locator('.js-plotly-plot svg .trace').first().waitFor();
    await page.getByRole('combobox', { name: 'Whose gradients are shown' }).selectOption('G');
    await page.locator('.js-plotly-plot').getByText('G 3', { exact: true }).waitFor();
    await page.getByRole('rowheader', { name: 'G 3: Dense' }).waitFor();
    const kept = await keptRun(page);
    await expectAccessible(page);
    const { bytes } = await savedFile(page, () => button(page, 'Save CSV').click());
    const [header = '', ...rows] = bytes.toString().trim().split('\n');
    expect(header.split(',')[0]).toBe('iteration');
    expect(header.split(',')).toHaveLength(1 + kept.columns.length);
    expect(rows.map((row) => row.split(',').map(Number))).toEqual(
      kept.iterations.map((iteration, i) => [iteration, ...kept.columns.map((column) => column[i])]),
    );
  });

  test('save as a picture, and zoom without stopping the run', async ({ page }) => {
    await openApp(page, 'system=gan&data=ring&seed=7&engine=wasm');
    await pastIteration(page, 100);
    const plot = page.locator('.js-plotly-plot');
    await plot.locator('svg .trace').first().waitFor();
    await plot.hover();
    const { name, bytes } = await savedFile(page, () => plot.locator('[data-title^="Download plot"]').click());
    expect(name).toMatch(/\.png$/);
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    const area = (await plot.locator('.nsewdrag').first().boundingBox()) as {
      x: number;
      y: number;
      width: number;
      height: number;
    };
    await page.mouse.move(area.x + area.width / 4, area.y + area.height / 2);
    await page.mouse.down();
    await page.mouse.move(area.x + area.width / 2, area.y + area.height / 2, { steps: 4 });
    await page.mouse.up();
    await pastIteration(page, 200);
  });
});
