import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { root } from './buildApp';

const FILES = [
  'train-images-idx3-ubyte.gz',
  'train-labels-idx1-ubyte.gz',
  't10k-images-idx3-ubyte.gz',
  't10k-labels-idx1-ubyte.gz',
] as const;

/** Folder of stored data sets: the one that `DATASETS_DIR` names, else `datasets/` of the repository. */
export const datasetsFolder = resolve(root, process.env['DATASETS_DIR'] ?? 'datasets');

/** Paths of the four files of MNIST, gzipped; null where they are not at hand, which it says loudly. */
export function mnistFiles(): string[] | null {
  const paths = FILES.map((name) => join(datasetsFolder, 'mnist', name));
  if (paths.every((path) => existsSync(path))) return paths;
  console.warn(
    '\n*** MNIST IS NOT AT HAND: tests with the real digits did not run. Put its four files into datasets/mnist, ' +
      'or name the folder above in DATASETS_DIR. ***\n',
  );
  return null;
}
