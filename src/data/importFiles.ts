import { numericColumns } from '../core/columns';
import type { ParamValues } from '../core/params';
import { Problem } from '../core/problem';
import { contentKey, rememberImport } from './files';
import { CIFAR_RECORD, countCifar, MAX_CIFAR_BYTES } from './formats/cifar';
import { MAX_CSV_BYTES, pickColumns, readCsv } from './formats/csv';
import { joined, unpackGzip } from './formats/gzip';
import { looksLikeIdx } from './formats/idx';
import { type DecodeImage, isImage, isZip, type NamedFile, packImages, unzipImages } from './formats/imageFiles';
import { importMnist } from './images/importMnist';
import type { DataStore } from './types';

/** What became of imported files: the data set that they make, and the values that its parameters take. */
export interface Imported {
  dataset: string;
  params: ParamValues;
  /** Samples, or rows. */
  count: number;
}

export interface ImportTools {
  store: DataStore;
  decode: DecodeImage;
  onProgress?: (done: number, total: number) => void;
  signal?: AbortSignal;
}

type Format = 'idx' | 'cifar' | 'csv' | 'image' | 'zip';

const MAX_FILES = 20_000;

/**
 * Recognises what the files are by their content, checks and stores them. Nothing is stored unless all of them are good.
 * Throws a `Problem` that names the file and what is wrong with it.
 */
export async function importFiles(files: readonly NamedFile[], tools: ImportTools): Promise<Imported> {
  const [first] = files;
  if (!first) throw new Problem('data.none');
  if (files.length > MAX_FILES) throw new Problem('images.tooMany', { file: first.name, max: MAX_FILES });
  const plain: NamedFile[] = [];
  for (const { name, bytes } of files) {
    if (bytes.length === 0) throw new Problem('data.empty', { file: name });
    plain.push({ name, bytes: await unpackGzip(bytes, name, MAX_CIFAR_BYTES) });
  }
  const format = formatOf(plain[0] as NamedFile);
  for (const file of plain) {
    if (formatOf(file) !== format) throw new Problem('data.mixed', { file: first.name, other: file.name });
  }
  const imported = await IMPORTERS[format](plain, tools);
  await rememberImport(tools.store, imported.dataset, imported.params);
  return imported;
}

const IMPORTERS: Record<Format, (files: readonly NamedFile[], tools: ImportTools) => Promise<Imported>> = {
  idx: async (files, { store }) => ({ dataset: 'mnist', params: {}, count: await importMnist(files, store) }),
  cifar: importCifar,
  csv: importCsv,
  image: importImages,
  zip: (files, tools) => importImages(files.flatMap(unzipImages), tools),
};

/** The format of unpacked bytes, by content first and by name where that leaves a doubt. */
function formatOf({ name, bytes }: NamedFile): Format {
  if (/idx\d-ubyte/i.test(name) || looksLikeIdx(bytes)) return 'idx';
  if (isZip(bytes)) return 'zip';
  if (isImage(bytes)) return 'image';
  if (/\.(csv|tsv|txt|dat)(\.gz)?$/i.test(name)) return 'csv';
  if (/\.(jpe?g|png)$/i.test(name)) throw new Problem('images.undecodable', { file: name });
  if (/\.zip$/i.test(name)) throw new Problem('images.zip', { file: name });
  if (/\.bin(\.gz)?$/i.test(name) || bytes.length % CIFAR_RECORD === 0) return 'cifar';
  throw new Problem('data.unknown', { file: name });
}

async function importCifar(files: readonly NamedFile[], { store }: ImportTools): Promise<Imported> {
  let count = 0;
  for (const { name, bytes } of files) count += countCifar(bytes, name);
  const length = count * CIFAR_RECORD;
  const [first] = files as readonly [NamedFile];
  if (length > MAX_CIFAR_BYTES) throw new Problem('data.tooLarge', { file: first.name, max: MAX_CIFAR_BYTES / 1e6 });
  const records = joined(
    files.map(({ bytes }) => bytes),
    length,
  );
  return { dataset: 'cifar', params: { file: await keep(store, records, label(files)) }, count };
}

/** One numeric column makes a set of numbers; of several, the first two make a set of points. */
async function importCsv(files: readonly NamedFile[], { store }: ImportTools): Promise<Imported> {
  const [file, second] = files as readonly [NamedFile, NamedFile?];
  if (second) throw new Problem('csv.oneFile', { file: file.name, other: second.name });
  if (file.bytes.length > MAX_CSV_BYTES) {
    throw new Problem('data.tooLarge', { file: file.name, max: MAX_CSV_BYTES / 1e6 });
  }
  const table = readCsv(file.bytes, file.name);
  const [x, y] = numericColumns(table);
  if (x === undefined) throw new Problem('csv.noNumbers', { file: file.name });
  const count = (pickColumns(table, y === undefined ? [x] : [x, y], file.name)[0] as Float64Array).length;
  const key = await keep(store, file.bytes, file.name);
  if (y === undefined) return { dataset: 'csv-column', params: { file: key, column: x }, count };
  return { dataset: 'csv-pair', params: { file: key, columnX: x, columnY: y }, count };
}

async function importImages(files: readonly NamedFile[], tools: ImportTools): Promise<Imported> {
  const pack = await packImages(files, tools.decode, (done, total) => {
    if (tools.signal?.aborted) throw new Problem('data.cancelled');
    tools.onProgress?.(done, total);
  });
  return { dataset: 'images', params: { file: await keep(tools.store, pack, label(files)) }, count: files.length };
}

/** The name of the first file, and how many there are besides. */
const label = (files: readonly NamedFile[]): string =>
  files.length === 1 ? (files[0] as NamedFile).name : `${(files[0] as NamedFile).name} + ${files.length - 1}`;

async function keep(store: DataStore, bytes: Uint8Array, name: string): Promise<string> {
  const key = await contentKey(bytes, name);
  await store.put(key, bytes);
  return key;
}
