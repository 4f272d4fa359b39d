import { describe, expect, it } from 'vitest';
import { answerDataRequest, type DataHost } from '../../src/worker/dataRequests';
import type { DataReplies, DataRequest } from '../../src/worker/protocol';
import { cifarRecords, grey, text } from '../data/samples';
import { problemOf } from '../support/problemOf';
import { memoryStore } from '../support/stores';

const host = (fetched: typeof fetch = fetch): DataHost => ({
  store: memoryStore(),
  decode: grey,
  fetch: fetched,
  base: 'http://localhost/app/',
  mirrors: ['http://mirror/'],
});

function ask<R extends DataRequest>(request: R, on: DataHost): Promise<DataReplies[R['type']]> {
  const progress = { signal: new AbortController().signal, onProgress: () => {} };
  return answerDataRequest(request, on, progress) as Promise<DataReplies[R['type']]>;
}

describe('the data worker', () => {
  it('imports, then lists and previews what it stored', async () => {
    const on = host();
    expect(await ask({ type: 'stored' }, on)).toEqual([]);
    const files = [{ name: 'a.bin', bytes: cifarRecords(10) }];
    const { dataset, params } = await ask({ type: 'import', files }, on);
    expect(await ask({ type: 'stored' }, on)).toEqual(['cifar']);
    const { info, x } = await ask({ type: 'preview', dataset, params, count: 4 }, on);
    expect([info.size, x.length]).toEqual([10, 4 * 3072]);
  });

  it('draws what a set is drawn from: of a seed, or of values', async () => {
    const on = host();
    const drawn = await ask({ type: 'character', dataset: 'faces', values: null, seed: 4, side: 64 }, on);
    expect([drawn.large.length, drawn.sample.length, drawn.lines.length]).toEqual([64 * 64 * 3, 3072, 1024]);
    expect(drawn.vector).toHaveLength(14);
    const again = { type: 'character', dataset: 'faces', values: drawn.values, seed: 1, side: 64 } as const;
    expect(await ask(again, on)).toEqual(drawn);
    const hatted = await ask({ ...again, values: { ...drawn.values, hat: 'straw' } }, on);
    expect(hatted.caption).toMatch(/ and a straw hat$/);
    expect((await problemOf(() => ask({ ...again, values: { hat: 'crown' } }, on))).code).toMatch(/^param\./);
    expect((await problemOf(() => ask({ ...again, dataset: 'ring' }, on))).code).toBe('data.noCharacter');
  });

  it('reads the columns of a stored table, by its key or as the last one', async () => {
    const on = host();
    const bytes = text('name,x,y\na,1,2\nb,3,3\nc,4,');
    const { dataset, params } = await ask({ type: 'import', files: [{ name: 'a.csv', bytes }] }, on);
    const file = String(params['file']);
    const columns = { file, names: ['name', 'x', 'y'], numeric: [0, 3, 2], rows: 3 };
    expect(await ask({ type: 'columns', dataset, file }, on)).toEqual(columns);
    expect(await ask({ type: 'columns', dataset, file: '' }, on)).toEqual(columns);
  });

  it('looks for MNIST below the app, and elsewhere only when asked to', async () => {
    const asked: string[] = [];
    const nothing = (url: unknown) => {
      asked.push(String(url));
      return Promise.resolve(new Response(null, { status: 404 }));
    };
    const on = host(nothing as typeof fetch);
    expect((await problemOf(() => ask({ type: 'fetchMnist', remote: false }, on))).code).toBe('download.none');
    expect(asked.every((url) => url.startsWith('http://localhost/app/datasets/mnist/'))).toBe(true);
    asked.length = 0;
    expect((await problemOf(() => ask({ type: 'fetchMnist', remote: true }, on))).code).toBe('download.none');
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.every((url) => url.startsWith('http://mirror/'))).toBe(true);
  });

  it('refuses requests that make no sense', async () => {
    const preview = (dataset: string, params: Record<string, number>, count: number) =>
      problemOf(() => ask({ type: 'preview', dataset, params, count }, host()));
    expect((await preview('nothing', {}, 1)).code).toBe('config.unknownDataset');
    expect((await preview('ring', { modes: 1000 }, 1)).code).toBe('param.range');
    expect((await preview('ring', {}, 1e9)).code).toBe('data.previewCount');
    expect((await preview('ring', {}, Number.NaN)).code).toBe('data.previewCount');
    const absent = { type: 'columns', dataset: 'csv-pair', file: '' } as const;
    expect((await problemOf(() => ask(absent, host()))).code).toBe('data.missing');
  });
});
