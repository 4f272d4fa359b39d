/**
 * Fetches MNIST into the folder of data sets (`datasets`, or the one that DATASETS_DIR names), checks every file, and
 * leaves alone what is there and right.
 */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { toProblemRecord } from '../src/core/problem';
import { fetchPublished } from '../src/data/download';
import { readMnist } from '../src/data/images/mnist';
import { MNIST_FILES, MNIST_MIRRORS, type MnistFile } from '../src/data/images/mnistFiles';
import { datasetsFolder } from '../src/headless/folderStore';
import { sentence } from '../src/headless/sentence';

const folder = join(datasetsFolder(), 'mnist');

async function main(): Promise<void> {
  for (const file of MNIST_FILES) {
    if (await isThere(file)) console.log(`${file.name}: there, and right`);
    else await fetchOne(file);
  }
  console.log(`MNIST is in ${relative('.', folder) || '.'}.`);
}

async function isThere(file: MnistFile): Promise<boolean> {
  for (const name of [`${file.name}.gz`, file.name]) {
    const bytes = await readFile(join(folder, name)).catch(() => null);
    if (!bytes) continue;
    const right = await readMnist(bytes, file).then(
      () => true,
      () => false,
    );
    if (right) return true;
  }
  return false;
}

async function fetchOne(file: MnistFile): Promise<void> {
  const bytes = await fetchPublished(file, MNIST_MIRRORS, {
    fetch,
    signal: new AbortController().signal,
    onProgress: (done, total) => showProgress(file.name, done, total),
  });
  if (process.stderr.isTTY) process.stderr.write('\n');
  const packed = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const path = join(folder, packed ? `${file.name}.gz` : file.name);
  await mkdir(folder, { recursive: true });
  // Under another name first, so that nothing half-written is ever found.
  await writeFile(`${path}.part`, bytes);
  await rename(`${path}.part`, path);
  console.log(`${file.name}: fetched, checksum right`);
}

function showProgress(name: string, done: number, total: number | null): void {
  if (!process.stderr.isTTY) return;
  const share = total === null ? '' : ` of ${(total / 1e6).toFixed(1)} MB, ${Math.round((100 * done) / total)} %`;
  process.stderr.write(`\r${name}: ${(done / 1e6).toFixed(1)} MB${share}   `);
}

main().catch((thrown: unknown) => {
  console.error(sentence(toProblemRecord(thrown)));
  process.exitCode = 2;
});
