import { join } from 'node:path';
import type { Browser } from 'playwright';
import { build } from 'vite';
import type { ParityPage } from '../tests/parity/chromium/page';
import { askPyTorch, findPython, tolerance } from '../tests/parity/pytorch';
import { root } from '../tests/support/buildApp';
import { relativeError } from '../tests/support/fakes';
import { serveFolder } from '../tests/support/staticServer';

type Window = { parity: ParityPage };

/**
 * Every objective, penalty, layer, run and optimizer on WebGL against PyTorch in double precision, with the tolerances of the CPU
 * and WASM: prints the worst figure of each case, and returns whether all are within.
 */
export async function compareWithPyTorch(browser: Browser, only: string | undefined): Promise<boolean> {
  const python = findPython();
  if (!python) throw new Error('no Python with PyTorch was found');
  const outDir = join(root, 'node_modules', '.cache', 'minimax', 'parity-page');
  await build({
    root: join(root, 'tests', 'parity', 'chromium'),
    configFile: false,
    base: './',
    logLevel: 'error',
    define: { global: 'globalThis' },
    build: { outDir, emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 4000 },
  });
  const server = await serveFolder(outDir);
  const page = await browser.newPage();
  await page.goto(server.url);
  await page.waitForFunction(() => 'parity' in window);
  const { renderer, cases } = await page.evaluate(() => (window as unknown as Window).parity.start('webgl'));
  console.log(`${cases.length} cases on ${renderer}`);
  const answers = askPyTorch(
    python,
    cases.map((one) => ({ ...one, ours: () => ({}) })),
  );
  const off: string[] = [];
  for (const [i, { name }] of cases.entries()) {
    if (only && !name.includes(only)) continue;
    const found = await page.evaluate((index) => (window as unknown as Window).parity.run(index), i);
    const errors = Object.entries(answers[i] as Record<string, number[]>).map(([what, truth]) => {
      const error = found[what]?.length === truth.length ? relativeError(found[what], truth) : Number.NaN;
      return { what, error, share: error / tolerance(name, what) };
    });
    const worst = errors.reduce((a, b) => (b.share > a.share || Number.isNaN(b.share) ? b : a));
    const within = worst.share < 1;
    if (!within) off.push(name);
    console.log(`${within ? '    ' : 'OFF '}${name}, ${worst.what}: ${worst.error.toExponential(1)}`);
  }
  await server.close();
  console.log(off.length === 0 ? 'All are within their tolerances.' : `${off.length} are not: ${off.join('; ')}`);
  return off.length === 0;
}
