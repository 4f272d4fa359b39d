import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type StaticServer, serveFolder } from '../support/staticServer';

let server: StaticServer;

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'minimax-'));
  writeFileSync(join(folder, 'index.html'), `<p>${'x'.repeat(1000)}</p>`);
  writeFileSync(join(folder, 'data.bin'), 'abc');
  server = await serveFolder(folder);
});
afterAll(() => server.close());

describe('the static server of the tests', () => {
  it('serves the folder below its sub-path, gzipped, and counts what it sent', async () => {
    const page = await fetch(server.url);
    expect(page.headers.get('content-encoding')).toBe('gzip');
    expect(await page.text()).toHaveLength(1007);
    expect(await (await fetch(`${server.url}data.bin`)).text()).toBe('abc');
    expect(server.sent.map(({ path }) => path)).toEqual(['index.html', 'data.bin']);
    expect(server.sent[0]?.bytes).toBeLessThan(200);
    expect(server.sent[1]?.bytes).toBe(3);
  });

  it.each(['nothing.js', '../data.bin', '%2e%2e%2fdata.bin'])('answers 404 for %s', async (path) => {
    expect((await fetch(server.url + path)).status).toBe(404);
  });

  it('has nothing above its sub-path', async () => {
    expect((await fetch(new URL('/index.html', server.url))).status).toBe(404);
  });
});
