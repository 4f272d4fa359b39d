import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Problem } from '../../src/core/problem';
import { Stream } from '../../src/core/random';
import { openDataset } from '../../src/data';
import { CIFAR_CLASSES, countCifar, readCifar } from '../../src/data/formats/cifar';
import { pickColumns, readCsv } from '../../src/data/formats/csv';
import { unpackGzip } from '../../src/data/formats/gzip';
import { readIdx } from '../../src/data/formats/idx';
import { packImages, readPack, unzipImages } from '../../src/data/formats/imageFiles';
import { sampleAmong } from '../../src/training/among';
import { problemOf } from '../support/problemOf';
import { memoryStore } from '../support/stores';
import { cifarRecords, csvText, grey, gzip, idx, importInto, png, text } from './samples';

const code = async (work: () => unknown): Promise<string> => (await problemOf(work)).code;
const columnsOf = (content: string) => readCsv(text(content), 'a.csv');

describe('IDX', () => {
  it('reads images and labels', () => {
    const images = readIdx(idx(3, [4, 5]), 'a');
    expect(images).toMatchObject({ role: 'images', count: 3, rows: 4, columns: 5 });
    expect(images.data.length).toBe(60);
    expect(readIdx(idx(7), 'b')).toMatchObject({ role: 'labels', count: 7 });
  });

  it('says in which way a file is wrong', async () => {
    const wrong = idx(3);
    wrong[3] = 9;
    expect(await code(() => readIdx(new Uint8Array(5), 'a'))).toBe('idx.short');
    expect(await code(() => readIdx(idx(3, [2, 2]).subarray(0, 12), 'a'))).toBe('idx.short');
    expect(await code(() => readIdx(wrong, 'a'))).toBe('idx.magic');
    expect(await code(() => readIdx(idx(0), 'a'))).toBe('idx.empty');
    expect((await problemOf(() => readIdx(idx(3).subarray(0, 10), 'a'))).values).toEqual({
      file: 'a',
      expected: 11,
      found: 10,
    });
  });
});

describe('gzip', () => {
  it('unpacks, and leaves unpacked bytes alone', async () => {
    const plain = csvText(1000, 2);
    expect(await unpackGzip(gzip(plain), 'a.gz', 1e6)).toEqual(plain);
    expect(await unpackGzip(plain, 'a', 1e6)).toBe(plain);
  });

  it('notices a cut, a changed byte, and too much content', async () => {
    const packed = gzip(csvText(1000, 2));
    expect(await code(() => unpackGzip(packed.subarray(0, packed.length - 20), 'a.gz', 1e6))).toBe('data.gzip');
    const changed = packed.slice();
    changed[packed.length >> 1] = (changed[packed.length >> 1] as number) ^ 1;
    expect(await code(() => unpackGzip(changed, 'a.gz', 1e6))).toBe('data.gzip');
    const bomb = gzip(new Uint8Array(20_000_000));
    expect(bomb.length).toBeLessThan(30_000);
    expect(await code(() => unpackGzip(bomb, 'a.gz', 1_000_000))).toBe('data.tooLarge');
  });
});

describe('CIFAR-10', () => {
  it('interleaves the planes', () => {
    const out = new Float32Array(3072);
    expect(readCifar(cifarRecords(3), 2, out)).toBe(2);
    const byte = (value: number): number => Math.round((value + 1) * 127.5);
    // Row 5, column 9: red is the label, green the row, blue the column.
    expect([...out.subarray(3 * (5 * 32 + 9), 3 * (5 * 32 + 9) + 3)].map(byte)).toEqual([2, 5, 9]);
    expect(CIFAR_CLASSES[7]).toBe('horse');
  });

  it('may be asked for one class only', async () => {
    const store = memoryStore();
    await importInto(store, 'a.bin', cifarRecords(20));
    const horses = await openDataset('cifar', { file: '', only: 'horse' }, store);
    expect(horses.info.size).toBe(2);
    expect([...(horses.sample(new Stream(1), 9).labels as Int32Array)]).toEqual(new Array(9).fill(7));
    // A system that draws from certain classes is told when the others are all there is.
    expect([...(sampleAmong(horses, new Stream(1), 3, [0, 7]).labels as Int32Array)]).toEqual([7, 7, 7]);
    const none = await problemOf(() => sampleAmong(horses, new Stream(1), 3, [0, 9]));
    expect([none.code, none.values]).toEqual(['data.noneAmong', { classes: 'airplane, truck' }]);
    await importInto(store, 'b.bin', cifarRecords(7));
    const { code: refused, values } = await problemOf(() => openDataset('cifar', { file: '', only: 'horse' }, store));
    expect([refused, values]).toEqual(['cifar.noneOf', { file: expect.stringMatching('b'), only: 'horse' }]);
  });

  it('says in which way a file is wrong', async () => {
    const records = cifarRecords(3);
    expect(countCifar(records, 'a')).toBe(3);
    expect(await code(() => countCifar(records.subarray(1), 'a'))).toBe('cifar.length');
    records[3073] = 10;
    expect((await problemOf(() => countCifar(records, 'a'))).values).toEqual({ file: 'a', record: 2, found: 10 });
  });
});

describe('CSV', () => {
  it.each([
    ['commas and a header', 'x,y\n1,2\n3,4\n'],
    ['semicolons and decimal commas', 'x;y\n1,0;2,0\r\n3,0;4,0'],
    ['tabs', 'x\ty\n1\t2\n3\t4'],
    ['quotes', '"x","y"\n"1","2"\n"3","4"\n'],
    ['empty lines and spaces', '\n x , y \n\n 1, 2\n3 ,4e0\n\n'],
    ['a byte order mark', '\ufeffx,y\n1,2\n3,4'],
  ])('reads %s', (_, content) => {
    const { names, columns, numeric } = columnsOf(content);
    expect(names).toEqual(['x', 'y']);
    expect(columns.map((column) => [...column])).toEqual([
      [1, 3],
      [2, 4],
    ]);
    expect(numeric).toEqual([2, 2]);
  });

  it('reads a delimiter, a line end and a quote inside quotes', () => {
    const { names, columns } = columnsOf('"a ""b"", c\nd",y\n1,2');
    expect(names).toEqual(['a "b", c\nd', 'y']);
    expect(columns.map((column) => [...column])).toEqual([[1], [2]]);
  });

  it('numbers the columns of a table without a header, and tells columns of the same name apart', () => {
    expect(columnsOf('1,2\n3,4').names).toEqual(['1', '2']);
    expect(columnsOf('a,a,a\n1,2,3').names).toEqual(['a', 'a (2)', 'a (3)']);
  });

  it('reads UTF-16 as spreadsheets write it', () => {
    const wide = Uint8Array.from([
      0xff,
      0xfe,
      ...new Uint8Array(new Uint16Array([...'ü\n1\n2'].map((c) => c.charCodeAt(0))).buffer),
    ]);
    expect(readCsv(wide, 'a.csv')).toMatchObject({ names: ['ü'], numeric: [2] });
  });

  it('drops the rows in which a chosen column is missing', () => {
    const table = columnsOf('x,name,y\n1,a,2\n,b,4\n5,c,n/a\n7,d,8');
    expect(pickColumns(table, ['x', 'y'], 'a').map((column) => [...column])).toEqual([
      [1, 7],
      [2, 8],
    ]);
    expect(pickColumns(table, ['', ''], 'a').map((column) => [...column])).toEqual([
      [1, 7],
      [2, 8],
    ]);
  });

  it('says in which way a table is wrong', async () => {
    expect(await code(() => columnsOf(''))).toBe('csv.empty');
    expect(await code(() => readCsv(Uint8Array.from([120, 0, 1, 2]), 'a'))).toBe('csv.notText');
    expect(await code(() => columnsOf('1,'.repeat(1001)))).toBe('csv.tooManyColumns');
    const table = columnsOf('x,name\n1,a\n2,b');
    expect(await code(() => pickColumns(table, ['z'], 'a'))).toBe('csv.noColumn');
    expect(await code(() => pickColumns(table, ['name'], 'a'))).toBe('csv.notNumeric');
    expect(await code(() => pickColumns(table, ['', ''], 'a'))).toBe('csv.tooFewColumns');
    expect(await code(() => pickColumns(columnsOf('x\n1'), ['x'], 'a'))).toBe('csv.rows');
  });
});

describe('image files', () => {
  it('makes one pack of all, and reads it back', async () => {
    const pack = await packImages([{ name: 'a.png', bytes: png() }], async () => new Uint8Array(3072).fill(9));
    const { pixels, count } = readPack(pack, 'a');
    expect(count).toBe(1);
    expect(pixels.every((value) => value === 9)).toBe(true);
    expect(await code(() => readPack(pack.subarray(1), 'a'))).toBe('images.pack');
  });

  it('refuses what is no image, what cannot be decoded, and bombs before they are decoded', async () => {
    const pack = (bytes: Uint8Array, decode = grey) => packImages([{ name: 'a.png', bytes }], decode);
    expect(await code(() => packImages([], grey))).toBe('images.none');
    expect(await code(() => pack(text('no image')))).toBe('images.undecodable');
    expect(await code(() => pack(png(), () => Promise.reject(new Error('broken'))))).toBe('images.undecodable');
    const bomb = png().slice();
    new DataView(bomb.buffer).setUint32(16, 100_000);
    new DataView(bomb.buffer).setUint32(20, 100_000);
    expect(await code(() => pack(bomb, () => Promise.reject(new Error('decoded'))))).toBe('images.pixels');
    expect(await code(() => unzipImages({ name: 'a.zip', bytes: text('PK no') }))).toBe('images.zip');
  });

  it('reads the size of a JPEG', async () => {
    const jpeg = Uint8Array.from([
      0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xc0, 0, 11, 8, 0xff, 0xff, 0xff, 0xff, 1, 1, 0x11, 0,
    ]);
    expect(await code(() => packImages([{ name: 'a.jpg', bytes: jpeg }], grey))).toBe('images.pixels');
  });
});

describe('any damage', () => {
  const readers: [string, Uint8Array, (bytes: Uint8Array) => unknown][] = [
    ['IDX', idx(3, [4, 5]), (bytes) => readIdx(bytes, 'a')],
    ['CIFAR-10', cifarRecords(2), (bytes) => countCifar(bytes, 'a')],
    ['CSV', csvText(20, 3), (bytes) => pickColumns(readCsv(bytes, 'a'), ['', ''], 'a')],
    ['gzip', gzip(csvText(20, 3)), (bytes) => unpackGzip(bytes, 'a', 1e6)],
    ['image', png(), (bytes) => packImages([{ name: 'a', bytes }], grey)],
  ];
  it.each(readers)('to %s ends well or in a problem', async (_, good, read) => {
    const damage = fc.record({
      length: fc.integer({ min: 0, max: good.length }),
      changes: fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { maxLength: 6 }),
    });
    await fc.assert(
      fc.asyncProperty(damage, async ({ length, changes }) => {
        const bytes = good.slice();
        for (const [at, value] of changes) bytes[at] = value;
        try {
          await read(bytes.subarray(0, length));
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(Problem);
        }
      }),
      { numRuns: 200, seed: 7 },
    );
  });
});
