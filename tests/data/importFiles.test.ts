import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { Stream } from '../../src/core/random';
import { openDataset } from '../../src/data';
import { importedSets } from '../../src/data/files';
import { readMnist } from '../../src/data/images/mnist';
import { MNIST_TRAIN } from '../../src/data/images/mnistFiles';
import { importFiles } from '../../src/data/importFiles';
import { problemOf } from '../support/problemOf';
import { memoryStore } from '../support/stores';
import { cifarRecords, csvText, grey, gzip, idx, importInto, png, text } from './samples';

const code = async (...items: (string | Uint8Array)[]): Promise<string> =>
  (await problemOf(() => importInto(memoryStore(), ...items))).code;

describe('importing files', () => {
  it('makes one numeric column a set of numbers', async () => {
    const store = memoryStore();
    const { dataset, params, count } = await importInto(store, 'radii.csv', text('screw,radius\na,4\nb,6\nc,5'));
    expect([dataset, count, params['column']]).toEqual(['csv-column', 3, 'radius']);
    expect(params['file']).toMatch(/^[0-9a-f]{16}\/radii\.csv$/);
    const { info, sample } = await openDataset(dataset, params, store);
    expect(info.size).toBe(3);
    expect(info.shift).toEqual([5]);
    expect(new Set(sample(new Stream(1, 'data'), 100).x)).toEqual(new Set([4, 5, 6]));
  });

  it('makes several numeric columns a set of points, row by row', async () => {
    const store = memoryStore();
    const { dataset, params } = await importInto(store, 'points.csv', text('x,y,z\n1,10,0\n2,20,0\n3,30,0'));
    expect([dataset, params['columnX'], params['columnY']]).toEqual(['csv-pair', 'x', 'y']);
    const { x } = (await openDataset(dataset, params, store)).sample(new Stream(1, 'data'), 50);
    for (let i = 0; i < 50; i++) expect(x[2 * i + 1]).toBe(10 * (x[2 * i] as number));
    const other = { ...params, columnX: 'y', columnY: 'x' };
    expect((await openDataset(dataset, other, store)).info.shift).toEqual([20, 2]);
    const constant = { ...params, columnY: 'z' };
    expect((await problemOf(() => openDataset(dataset, constant, store))).code).toBe('csv.constant');
  });

  it('shows all but the outermost values of a table', async () => {
    const store = memoryStore();
    const rows = Array.from({ length: 1000 }, (_, i) => i / 1000);
    const { dataset, params } = await importInto(store, 'a.csv', text(['x', ...rows, 1e9].join('\n')));
    const [low, high] = (await openDataset(dataset, params, store)).info.range[0] as readonly [number, number];
    expect([low < 0.01, high > 0.99, high < 2]).toEqual([true, true, true]);
  });

  it('joins CIFAR-10 files, gzipped or not', async () => {
    const store = memoryStore();
    const files = ['a.bin', cifarRecords(12), 'b.bin.gz', gzip(cifarRecords(5))];
    const { dataset, params, count } = await importInto(store, ...files);
    expect([dataset, count]).toEqual(['cifar', 17]);
    const { info, sample } = await openDataset(dataset, params, store);
    expect([info.size, info.shape]).toEqual([17, [32, 32, 3]]);
    const { x, labels } = sample(new Stream(1, 'data'), 30);
    for (const [i, label] of (labels ?? []).entries()) expect(x[i * 3072]).toBeCloseTo(label / 127.5 - 1, 6);
  });

  it('takes images, and ZIP files with images among other things', async () => {
    const store = memoryStore();
    expect(await importInto(store, 'a.png', 'b.png')).toMatchObject({ dataset: 'images', count: 2 });
    const zip = zipSync({ 'in/a.png': png(), 'in/notes.txt': strToU8('no image'), '__MACOSX/a.png': png() });
    const imported = await importInto(store, 'all.zip', zip);
    expect(imported).toMatchObject({ dataset: 'images', count: 1 });
    expect((await openDataset('images', imported.params, store)).info.size).toBe(1);
  });

  it('keeps the last import of a set at hand without parameters', async () => {
    const store = memoryStore();
    expect(await importedSets(store, ['csv-column', 'cifar'])).toEqual([]);
    await importInto(store, 'a.csv', csvText(10, 1));
    await importInto(store, 'b.csv', csvText(20, 1));
    expect(await importedSets(store, ['csv-column', 'cifar'])).toEqual(['csv-column']);
    expect((await openDataset('csv-column', { file: '', column: '' }, store)).info.size).toBe(20);
  });

  it('says in which way files are wrong', async () => {
    expect((await problemOf(() => importFiles([], { store: memoryStore(), decode: grey }))).code).toBe('data.none');
    expect(await code('a.csv', new Uint8Array())).toBe('data.empty');
    expect(await code('a.xyz', text('what is this'))).toBe('data.unknown');
    expect(await code('a.csv', text('name\nAda\nAlan'))).toBe('csv.noNumbers');
    expect(await code('a.csv', csvText(9, 1), 'b.csv', csvText(9, 1))).toBe('csv.oneFile');
    expect(await code('a.png', 'b.csv', csvText(9, 1))).toBe('data.mixed');
    expect(await code('a.bin', cifarRecords(1).subarray(9))).toBe('cifar.length');
    expect(await code('a.jpg', text('no image'))).toBe('images.undecodable');
    expect(await code('a.zip', zipSync({ 'a.txt': strToU8('x') }))).toBe('images.none');
    expect(await code('a.zip', text('no archive'))).toBe('images.zip');
    expect(await code('a.csv.gz', gzip(csvText(9, 1)).subarray(0, 40))).toBe('data.gzip');
  });

  it('says in which way files are not MNIST', async () => {
    const [images, labels] = [idx(60, [28, 28]), idx(60)];
    expect(await code('train-images-idx3-ubyte', text('not at all such a file'))).toBe('idx.magic');
    // Alone and of another length: either is a true answer.
    expect(await code('train-images-idx3-ubyte', images)).toMatch(/^mnist\.(pair|count)$/);
    expect(await code('a', images, 'b', labels, 'c', labels)).toBe('mnist.pair');
    expect(await code('a', images, 'b', images)).toBe('mnist.pair');
    expect(await code('a', images, 'b', idx(61))).toBe('mnist.mismatch');
    const large = await problemOf(() => readMnist(idx(60, [32, 32]), MNIST_TRAIN.images));
    expect([large.code, large.values['found']]).toEqual(['mnist.size', '32×32']);
    expect((await problemOf(() => readMnist(labels, MNIST_TRAIN.images))).code).toBe('mnist.role');
    expect(await code('a', images, 'b', labels)).toBe('mnist.count');
    expect(await code('a', idx(60_000, [28, 28]), 'b', idx(60_000))).toBe('mnist.checksum');
  });

  it('stores nothing unless all is good, and stops when told to', async () => {
    const kept: string[] = [];
    const store = { ...memoryStore(), put: async (key: string) => void kept.push(key) };
    await problemOf(() => importInto(store, 'a.bin', cifarRecords(2), 'b.bin', cifarRecords(2).subarray(1)));
    const aborted = AbortSignal.abort();
    const files = [{ name: 'a.png', bytes: png() }];
    expect((await problemOf(() => importFiles(files, { store, decode: grey, signal: aborted }))).code).toBe(
      'data.cancelled',
    );
    expect(kept).toEqual([]);
  });
});
