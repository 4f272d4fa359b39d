import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { MNIST_FILES } from '../data/images/mnistFiles';
import type { DataStore } from '../data/types';

/** Where a folder may hold records of CIFAR-10: what stands for the last import of a browser. */
const CIFAR = ['cifar-10-batches-bin/data_batch_1.bin', 'cifar10-horse/horse_batch.bin.gz'];

/** Folder of stored data sets: the one that the environment variable DATASETS_DIR names, else `datasets`. */
export const datasetsFolder = (): string => resolve(process.env['DATASETS_DIR'] || 'datasets');

/**
 * The data sets in a folder, gzipped or not: MNIST under `mnist/`, by its original names; records of CIFAR-10, where they
 * are at hand. Any other key is the path of a
 * file of one's own (CSV, CIFAR-10 records), below that folder or the current one. Nothing is written.
 */
export function folderStore(folder: string = datasetsFolder()): DataStore {
  return {
    async get(key) {
      if (key === 'last/cifar') {
        const file = CIFAR.find((path) => existsSync(join(folder, path)));
        return file ? new TextEncoder().encode(JSON.stringify({ file })) : null;
      }
      const file = MNIST_FILES.find((one) => one.key === key);
      const path = join(folder, file ? `mnist/${file.name}` : key);
      const paths = file ? [`${path}.gz`, path] : [path, resolve(key)];
      for (const one of paths) {
        const bytes = await readFile(one).catch(() => null);
        if (bytes) return bytes;
      }
      return null;
    },
    put: (key) => Promise.reject(new Error(`the folder of data sets is read-only: ${key}`)),
  };
}
