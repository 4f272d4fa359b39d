import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { createServer as createVite } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveDatasets } from '../../scripts/serveDatasets';
import { Stream } from '../../src/core/random';
import { openDataset } from '../../src/data';
import { fetchMnist, type Transfer } from '../../src/data/download';
import { folderStore } from '../../src/headless/folderStore';
import { datasetsFolder, mnistFiles } from '../support/datasetsFolder';
import { problemOf } from '../support/problemOf';
import { emptyStore, memoryStore } from '../support/stores';
import { idx, importInto } from './samples';

const paths = mnistFiles();
const files = (paths ?? []).flatMap((path): (string | Uint8Array)[] => [basename(path), readFileSync(path)]);

const transfer = (onProgress: Transfer['onProgress'] = () => {}, signal = new AbortController().signal): Transfer => ({
  fetch,
  signal,
  onProgress,
});

/** A server of the files given by name; everything else is the page of an app. */
async function serve(content: Record<string, Uint8Array>): Promise<{ server: Server; url: string }> {
  const server = createServer((request, response) => {
    const bytes = content[basename(request.url ?? '')];
    response.writeHead(200, { 'content-type': bytes ? 'application/octet-stream' : 'text/html' });
    response.end(bytes ?? '<!doctype html>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
}

// Without the files these tests would prove nothing; `mnistFiles` has said so loudly.
if (paths) describe('the real MNIST', realMnist);

function realMnist(): void {
  it('opens from the folder, with its digits and labels', async () => {
    const { info, sample } = await openDataset('mnist', {}, folderStore(datasetsFolder));
    expect(info).toMatchObject({ shape: [28, 28, 1], size: 60_000, range: [[-1, 1]] });
    expect(info.classes).toEqual([...'0123456789']);
    const { x, labels } = sample(new Stream(1, 'data'), 2000);
    const ink = x.reduce((sum, value) => sum + (value + 1) / 2, 0) / x.length;
    // The mean of MNIST's training pixels is 0.1307.
    expect(ink).toBeCloseTo(0.1307, 2);
    expect(new Set(labels).size).toBe(10);
    expect(sample(new Stream(1, 'data'), 1)).toEqual(sample(new Stream(1, 'data'), 1));
  });

  it('is stored when its files are dropped, packed or not, with the test digits beside them', async () => {
    const store = memoryStore();
    const mixed = [...files.slice(0, 6), 't10k-labels-idx1-ubyte', gunzipSync(files[7] as Uint8Array)];
    expect(await importInto(store, ...mixed)).toEqual({ dataset: 'mnist', params: {}, count: 60_000 });
    expect((await openDataset('mnist', {}, store)).info.size).toBe(60_000);
  });

  it('may come one half after the other', async () => {
    const store = memoryStore();
    const half = await problemOf(() => importInto(store, files[2] as string, files[3] as Uint8Array));
    expect(half).toMatchObject({ code: 'mnist.half', values: { missing: 'train-images-idx3-ubyte' } });
    expect((await importInto(store, files[0] as string, files[1] as Uint8Array)).count).toBe(60_000);
  });

  it('is not mistaken: test digits alone, exchanged halves, one changed pixel, a cut file', async () => {
    const [images, labels] = [files[1] as Uint8Array, files[3] as Uint8Array];
    const code = async (...items: (string | Uint8Array)[]) =>
      (await problemOf(() => importInto(memoryStore(), ...items))).code;
    expect(await code(...files.slice(4))).toBe('mnist.count');
    expect(await code('a', images, 'b', files[7] as Uint8Array)).toBe('mnist.mismatch');
    const changed = new Uint8Array(gunzipSync(images));
    changed[5000] = (changed[5000] as number) ^ 255;
    expect(await code('a', changed, 'b', labels)).toBe('mnist.checksum');
    expect(await code('a', images.subarray(0, 5_000_000), 'b', labels)).toBe('data.gzip');
  });

  it('comes over the network with progress, from the second address where the first has only pages', async () => {
    const pages = await serve({});
    const mirror = await serve({
      [files[0] as string]: files[1] as Uint8Array,
      [files[2] as string]: files[3] as Uint8Array,
    });
    const store = memoryStore();
    let most = 0;
    const report = (done: number): void => {
      most = Math.max(most, done);
    };
    const { count } = await fetchMnist([pages.url, mirror.url], transfer(report), store);
    expect(count).toBe(60_000);
    expect(most).toBe((files[1] as Uint8Array).length);
    pages.server.close();
    mirror.server.close();
  });

  it('is served to the page by the dev server', async () => {
    const vite = await createVite({
      configFile: false,
      logLevel: 'silent',
      plugins: [serveDatasets(() => datasetsFolder)],
      server: { port: 0, host: '127.0.0.1' },
      optimizeDeps: { noDiscovery: true },
    });
    await vite.listen();
    const base = `http://127.0.0.1:${(vite.httpServer?.address() as AddressInfo).port}/`;
    const store = memoryStore();
    expect((await fetchMnist([`${base}datasets/mnist/`], transfer(), store)).count).toBe(60_000);
    const head = await fetch(`${base}datasets/mnist/${files[2]}`, { method: 'HEAD' });
    expect([head.status, head.headers.get('content-length')]).toEqual([200, String((files[3] as Uint8Array).length)]);
    for (const path of ['mnist/absent.gz', 'mnist/..%2f..%2fREADME.md', 'mnist/', 'README.md']) {
      expect((await fetch(`${base}datasets/${path}`)).status, path).toBe(404);
    }
    await vite.close();
  });
}

describe('fetching MNIST', () => {
  let bad: Awaited<ReturnType<typeof serve>>;
  beforeAll(async () => {
    bad = await serve({ 'train-labels-idx1-ubyte.gz': idx(60_000) });
  });
  afterAll(() => void bad.server.close());

  it('says what is wrong with the files, or that nobody has them', async () => {
    const fetching = (...folders: string[]) => problemOf(() => fetchMnist(folders, transfer(), emptyStore));
    expect((await fetching(bad.url)).code).toBe('mnist.checksum');
    const nowhere = await fetching('http://127.0.0.1:1/');
    expect([nowhere.code, nowhere.values['tried']]).toEqual(['download.none', '127.0.0.1:1']);
  });

  it('stops when told to', async () => {
    const work = () =>
      fetchMnist(
        [bad.url],
        transfer(() => {}, AbortSignal.abort()),
        emptyStore,
      );
    expect((await problemOf(work)).code).toBe('data.cancelled');
  });
});
