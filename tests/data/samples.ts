import { gzipSync } from 'node:zlib';
import { encode } from 'fast-png';
import { Stream } from '../../src/core/random';
import { type DecodeImage, OWN_SIDE } from '../../src/data/formats/imageFiles';
import { importFiles } from '../../src/data/importFiles';
import type { DataStore } from '../../src/data/types';

/** Small good files of every format, for tests. */

/** n CIFAR-10 records of class i mod 10: red is the label, green the row, blue the column. */
export function cifarRecords(n: number): Uint8Array {
  const bytes = new Uint8Array(n * 3073);
  for (let i = 0; i < n; i++) {
    bytes[i * 3073] = i % 10;
    for (let p = 0; p < 1024; p++) {
      bytes[i * 3073 + 1 + p] = i % 10;
      bytes[i * 3073 + 1025 + p] = Math.floor(p / 32);
      bytes[i * 3073 + 2049 + p] = p % 32;
    }
  }
  return bytes;
}

/** A table with a header and rows of normal numbers. */
export function csvText(rows: number, columns: number): Uint8Array {
  const stream = new Stream(1, 'csv');
  const header = Array.from({ length: columns }, (_, i) => `column ${i + 1}`).join(',');
  const body = Array.from({ length: rows }, () =>
    Array.from({ length: columns }, () => (100 + 10 * stream.normal()).toFixed(3)).join(','),
  );
  return text([header, ...body].join('\n'));
}

export const text = (content: string): Uint8Array => new TextEncoder().encode(content);

/** A PNG file of one colour. */
export const png = (side = 4): Uint8Array =>
  encode({ width: side, height: side, data: new Uint8Array(side * side * 3).fill(200), channels: 3, depth: 8 });

/** An IDX file of images (with rows and columns) or of labels, with the header given and random content. */
export function idx(count: number, side?: readonly [number, number]): Uint8Array {
  const header = side ? [2051, count, ...side] : [2049, count];
  const bytes = new Uint8Array(4 * header.length + count * (side ? side[0] * side[1] : 1));
  const view = new DataView(bytes.buffer);
  for (const [i, word] of header.entries()) view.setUint32(4 * i, word);
  return bytes;
}

export const gzip = (bytes: Uint8Array): Uint8Array => new Uint8Array(gzipSync(bytes));

/** Decodes nothing: every picture is one square whose grey depends on the file. */
export const grey: DecodeImage = (bytes) =>
  Promise.resolve(new Uint8Array(OWN_SIDE * OWN_SIDE * 3).fill(bytes.reduce((sum, byte) => sum + byte, 0) % 256));

/** Imports files into the store: names, each followed by its bytes unless a PNG will do. */
export function importInto(store: DataStore, ...items: (string | Uint8Array)[]) {
  const files = items.flatMap((item, i) => {
    if (typeof item !== 'string') return [];
    const next = items[i + 1];
    return [{ name: item, bytes: next instanceof Uint8Array ? next : png(4 + i) }];
  });
  return importFiles(files, { store, decode: grey });
}
