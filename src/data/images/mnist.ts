import { Problem } from '../../core/problem';
import { sha256Hex } from '../checksum';
import { defineDataset } from '../define';
import { unpackGzip } from '../formats/gzip';
import { type Idx, readIdx } from '../formats/idx';
import type { Batch, DataStore, Dataset } from '../types';
import { MAX_MNIST_BYTES, MNIST_TEST, MNIST_TRAIN, type MnistFile } from './mnistFiles';
import { pixelSet } from './pixelSet';

const SIDE = 28;

type IdxOf<R extends Idx['role']> = Extract<Idx, { role: R }>;

/** MNIST (LeCun, Cortes, Burges): 60,000 handwritten digits of 28 × 28, drawn with replacement, pixels in [−1, 1]. */
export const mnist = defineDataset({
  id: 'mnist',
  kind: 'image',
  source: 'files',
  download: true,
  shape: [SIDE, SIDE, 1],
  classes: 10,
  params: {},
  async open(_params, store) {
    const [images, labels] = await Promise.all([
      stored(store, MNIST_TRAIN.images).then((bytes) => readMnist(bytes, MNIST_TRAIN.images)),
      stored(store, MNIST_TRAIN.labels).then((bytes) => readMnist(bytes, MNIST_TRAIN.labels)),
    ]);
    return digits(images as IdxOf<'images'>, labels as IdxOf<'labels'>);
  },
});

/** The 10,000 test digits with their labels, in the order of the files: for measurements only. Throws a `Problem`. */
export async function openTestDigits(store: DataStore): Promise<Required<Pick<Batch, 'x' | 'labels'>>> {
  const [images, labels] = await Promise.all([
    stored(store, MNIST_TEST.images).then((bytes) => readMnist(bytes, MNIST_TEST.images)),
    stored(store, MNIST_TEST.labels).then((bytes) => readMnist(bytes, MNIST_TEST.labels)),
  ]);
  return { x: Float32Array.from(images.data, (byte) => byte / 127.5 - 1), labels: Int32Array.from(labels.data) };
}

/**
 * Unpacks and checks one file of MNIST: magic, axes, length, then the checksum of the original. `file` is the name that
 * a problem mentions. Throws a `Problem` of group `idx`, `data` or `mnist`.
 */
export async function readMnist(bytes: Uint8Array, expected: MnistFile, file = expected.name): Promise<Idx> {
  const unpacked = await unpackGzip(bytes, file, MAX_MNIST_BYTES);
  const idx = readIdx(unpacked, file);
  if (idx.role !== expected.role) throw new Problem('mnist.role', { file, expected: expected.name });
  if (idx.role === 'images' && (idx.rows !== SIDE || idx.columns !== SIDE)) {
    throw new Problem('mnist.size', { file, found: `${idx.rows}×${idx.columns}` });
  }
  if (idx.count !== expected.count)
    throw new Problem('mnist.count', { file, found: idx.count, expected: expected.count });
  if ((await sha256Hex(unpacked)) !== expected.sha256) throw new Problem('mnist.checksum', { file });
  return idx;
}

/** The data set over read files, one byte a pixel; throws `mnist.mismatch` where they do not belong together. */
export function digits(images: IdxOf<'images'>, labels: IdxOf<'labels'>): Dataset {
  if (images.count !== labels.count) {
    throw new Problem('mnist.mismatch', { images: images.count, labels: labels.count });
  }
  return pixelSet({
    id: 'mnist',
    shape: [SIDE, SIDE, 1],
    size: images.count,
    pixels: images.data,
    classes: Array.from({ length: 10 }, (_, digit) => String(digit)),
    labels: labels.data,
  });
}

async function stored(store: DataStore, file: MnistFile): Promise<Uint8Array> {
  const bytes = await store.get(file.key);
  if (!bytes) throw new Problem('data.missing', { id: 'mnist' });
  return bytes;
}
