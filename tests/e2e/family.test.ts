import { describe, expect } from 'vitest';
import type { DatasetEntry } from '../../src/core/catalog';
import { lacksLabels } from '../../src/core/conditions';
import { parseConfig } from '../../src/core/config';
import { encodeLink } from '../../src/core/link';
import { catalog } from '../../src/worker/catalog';
import { tinyParams } from '../support/tinyNets';
import { button, expectAccessible, openApp, pastIteration, pause, test } from './support/app';
import { stagePicture } from './support/canvas';

/** Those with tests of their own. */
const ELSEWHERE = ['gan', 'dcgan', 'dirac', 'inspectors'];

/** Pictures where the system takes them, from the first procedural set that it accepts; nets are tiny. */
const runs = catalog.systems
  .filter(({ id }) => !ELSEWHERE.includes(id))
  .map((system) => {
    const fits = (set: DatasetEntry) =>
      set.source === 'procedural' && system.kinds.includes(set.kind) && !lacksLabels(system.labels, set);
    const sets = catalog.datasets.filter(fits);
    const dataset = sets.find(({ kind }) => kind === 'image') ?? (sets[0] as DatasetEntry);
    const systemParams = tinyParams(system, dataset);
    const config = parseConfig({ system: system.id, dataset: dataset.id, batchSize: 8, systemParams }, catalog);
    return { system: system.id, hash: encodeLink(config, catalog) };
  });

describe('the family', () => {
  test('opens every system, trains it, and shows each of its pictures', async ({ page }) => {
    await openApp(page);
    for (const { system, hash } of runs) {
      await page.evaluate((next) => {
        location.hash = next;
      }, hash);
      await page.waitForFunction(
        () => Number(document.querySelector('[data-counter="iteration"]')?.textContent?.replaceAll(/\D/g, '')) < 20,
      );
      await pastIteration(page, 20);
      await page.waitForFunction(() => {
        const values = [...document.querySelectorAll('.charts-values td')].map(({ textContent }) => textContent ?? '');
        return values.length > 0 && values.every((value) => /\d/.test(value));
      });
      expect(await pause(page), system).toBeGreaterThan(20);
      const scenes = page.getByRole('radiogroup', { name: 'Picture of the system' }).locator('label');
      const names = await scenes.allInnerTexts();
      expect(names.length, system).toBeGreaterThan(1);
      const hashes = new Set<number>();
      for (const name of names) {
        await scenes.filter({ hasText: new RegExp(`^${name}$`) }).click();
        // What the canvas says it shows follows what it was asked for.
        const shown = name === 'Samples' ? /generated/i : new RegExp(`^${name}, at iteration`);
        await page.locator('main .stage-box').getByRole('img', { name: shown }).waitFor();
        await page.waitForTimeout(60); // drawn with the next frame
        const { colours, hash: seen } = await stagePicture(page);
        expect([system, name, colours > 3]).toEqual([system, name, true]);
        hashes.add(seen);
      }
      expect([system, hashes.size]).toEqual([system, names.length]);
      await button(page, 'Play').click();
    }
    await expectAccessible(page);
  }, 240_000);
});
