import { describe, expect, inject } from 'vitest';
import { expectAccessible, openApp, pastIteration, pause, test } from './support/app';

/** Links as they get broken on their way: cut, mistyped, from another version, or made up. */
const BROKEN = [
  'x',
  'system',
  'system=',
  'system=gan',
  'data=screws',
  'system=gan&data=nails',
  'system=gna&data=screws',
  'system=dcgan&data=screws',
  'system=gan&data=screws&seed=-1',
  'system=gan&data=screws&seed=1.5',
  'system=gan&data=screws&seed=many',
  'system=gan&data=screws&batch=0',
  'system=gan&data=screws&batch=1e9',
  'system=gan&data=screws&engine=steam',
  'system=gan&data=screws&colour=red',
  'system=gan&data=screws&data.colour=red',
  'system=gan&data=screws&latentSize=[]',
  'system=gan&data=screws&objective=luck',
  'system=gan&data=screws&generatorLayers=%5B%7B%22type%22',
  'system=gan&data=screws&generatorLayers=%5B%7B%22type%22%3A%22conv%22%7D%5D',
  '%E0%A4%A',
  '<script>alert(1)</script>',
];

describe('a broken link', () => {
  test('is explained, and the running experiment goes on', async ({ page }) => {
    await openApp(page);
    await pastIteration(page, 20);
    const alert = page.locator('[role="alert"][data-code]');
    for (const link of BROKEN) {
      await page.evaluate((hash) => {
        location.hash = hash;
      }, link);
      await alert.waitFor();
      expect((await alert.innerText()).length, link).toBeGreaterThan(30);
      expect(await alert.getAttribute('data-code'), link).not.toBe('fault');
      await page.getByRole('button', { name: 'Dismiss', exact: true }).click();
      await alert.waitFor({ state: 'detached' });
    }
    const stopped = await pause(page);
    expect(stopped).toBeGreaterThan(20);
  });

  test.for([BROKEN[5], BROKEN[18]])('opens the first experiment on a fresh page: %s', async (link, { page }) => {
    await page.goto(`${inject('app')}#${link}`);
    await page.locator('[role="alert"][data-where="link"]').waitFor();
    await pastIteration(page, 20);
    await expectAccessible(page);
  });
});
