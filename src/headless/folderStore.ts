import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { MNIST_FILES } from '../data/images/mnistFiles';
import type { DataStore } from '../data/types';

/** Folder of stored data sets: the one that the environment variable DATASETS_DIR names, else `datasets`. */
export const datasetsFolder = (): string => resolve(process.env['DATASETS_DIR'] || 'datasets');

/**
 * The data sets in a folder, gzipped or not: MNIST under `mnist/`, by its original names. It is read-only, and holds none
 * of the files that a user loaded in a browser.
 */
export function folderStore(folder: string = datasetsFolder()): DataStore {
  return {
    async get(key) {
      const file = MNIST_FILES.find((one) => one.key === key);
      if (!file) return null;
      const path = join(folder, 'mnist', file.name);
      return (await readIfThere(`${path}.gz`)) ?? (await readIfThere(path));
    },
    put: (key) => Promise.reject(new Error(`the folder of data sets is read-only: ${key}`)),
  };
}

async function readIfThere(path: string): Promise<Uint8Array | null> {
  try {
    return await readFile(path);
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw thrown;
  }
}
