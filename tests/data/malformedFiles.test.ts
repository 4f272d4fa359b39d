import fc from 'fast-check';
import { gzipSync, strToU8, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { CIFAR_RECORD } from '../../src/data/formats/cifar';
import type { NamedFile } from '../../src/data/formats/imageFiles';
import { importFiles } from '../../src/data/importFiles';
import type { DataStore } from '../../src/data/types';
import { MALFORMED, problemOf } from '../support/problemOf';

const bytes = (maxLength: number, minLength = 0) => fc.uint8Array({ minLength, maxLength });
const file = (name: string, content: fc.Arbitrary<Uint8Array>): fc.Arbitrary<NamedFile> =>
  content.map((made) => ({ name, bytes: made }));
const alone = (one: fc.Arbitrary<NamedFile>) => one.map((made) => [made]);
const cut = (whole: Uint8Array, least = 1) =>
  fc.integer({ min: least, max: whole.length - 1 }).map((length) => whole.slice(0, length));

/** A file of IDX format with that magic number and those axes, however much follows. */
const idx = fc
  .tuple(
    fc.constantFrom(0x0801, 0x0803, 0x0802, 0x0d03, 0, 0xffffffff),
    fc.array(fc.nat(40), { maxLength: 3 }),
    bytes(200),
  )
  .map(([magic, axes, body]) => {
    const header = new DataView(new ArrayBuffer(4 + 4 * axes.length));
    header.setUint32(0, magic);
    for (const [i, axis] of axes.entries()) header.setUint32(4 + 4 * i, axis);
    return Uint8Array.from([...new Uint8Array(header.buffer), ...body]);
  });
const images = file('train-images-idx3-ubyte', idx);
const labels = file('train-labels-idx1-ubyte', idx);
const smallPair = fc.constant<NamedFile[]>([
  { name: 'train-images-idx3-ubyte', bytes: Uint8Array.from([0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 255]) },
  { name: 'train-labels-idx1-ubyte', bytes: Uint8Array.from([0, 0, 8, 1, 0, 0, 0, 1, 7]) },
]);

const record = (label: number): Uint8Array =>
  Uint8Array.from({ length: CIFAR_RECORD }, (_, i) => (i === 0 ? label : 1));
const cifar = fc.oneof(cut(record(1), 4), fc.integer({ min: 10, max: 255 }).map(record));

const words = fc.array(fc.constantFrom('north', 'x y', 'n/a', '—', '1.2.3'), { minLength: 1, maxLength: 20 });
const csv = fc.oneof(
  words.map((cells) => strToU8(cells.join('\n'))),
  words.map((cells) => strToU8(cells.join(','))),
  fc.float({ noNaN: true, noDefaultInfinity: true }).map((only) => strToU8(`radius\n${only}\n`)),
  bytes(60, 1).map((body) => Uint8Array.from([97, 0, ...body])),
  fc.constantFrom(' ', '\n\n', ',,,\n,,,', '1e400\n1e400').map((text) => strToU8(text)),
);

const packed = gzipSync(strToU8('1,2\n3,4\n5,6\n'.repeat(20)));
const zipped = zipSync({ 'a.png': Uint8Array.from([1, 2, 3]), 'b.txt': strToU8('no picture') });
const picture = (start: readonly number[]) => bytes(200).map((body) => Uint8Array.from([...start, ...body]));
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const JPEG = [0xff, 0xd8, 0xff];

const malformed: fc.Arbitrary<readonly NamedFile[]> = fc.oneof(
  fc.constant<NamedFile[]>([]),
  alone(file('empty.csv', fc.constant(new Uint8Array()))),
  alone(images),
  fc.tuple(images, labels),
  fc.tuple(labels, labels),
  smallPair,
  alone(file('data_batch_1.bin', cifar)),
  alone(file('table.csv', csv)),
  fc.tuple(file('a.csv', fc.constant(strToU8('1\n2\n3'))), file('b.csv', fc.constant(strToU8('1\n2\n3')))),
  alone(file('table.csv.gz', cut(packed, 3))),
  alone(
    file(
      'digits.gz',
      bytes(100).map((body) => Uint8Array.from([0x1f, 0x8b, ...body])),
    ),
  ),
  alone(file('photos.zip', cut(zipped))),
  alone(file('photos.zip', fc.constant(zipped))),
  alone(
    file(
      'photos.zip',
      bytes(100).map((body) => Uint8Array.from([0x50, 0x4b, 3, 4, ...body])),
    ),
  ),
  alone(file('cat.png', picture(PNG))),
  alone(file('cat.jpg', picture(JPEG))),
  alone(
    file(
      'cat.jpg',
      bytes(100, 1).filter(([first = 0]) => first > 0x1f && first < 0x50),
    ),
  ),
  fc.tuple(file('cat.png', picture(PNG)), file('table.csv', fc.constant(strToU8('1\n2\n3')))),
  alone(
    file(
      'notes.docx',
      bytes(200, 1).filter(([first = 0]) => first > 0x1f && first < 0x50),
    ),
  ),
);

it('200 malformed files end in a problem with a sentence each, and nothing is stored', () => {
  const refuse = async () => Promise.reject(new Error('not a picture'));
  return fc.assert(
    fc.asyncProperty(malformed, async (files) => {
      const stored: string[] = [];
      const store: DataStore = { get: async () => null, put: async (key) => void stored.push(key) };
      await problemOf(() => importFiles(files, { store, decode: refuse }));
      expect(stored).toEqual([]);
    }),
    MALFORMED,
  );
});
