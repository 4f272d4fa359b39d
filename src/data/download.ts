import { Problem } from '../core/problem';
import { rememberImport } from './files';
import { joined, megabytes, unpackGzip } from './formats/gzip';
import { importMnist } from './images/importMnist';
import { readMnist } from './images/mnist';
import { MAX_MNIST_BYTES, MNIST_TRAIN, type MnistFile } from './images/mnistFiles';
import type { Imported } from './importFiles';
import type { DataStore } from './types';

export interface Transfer {
  fetch: typeof fetch;
  signal: AbortSignal;
  /** Bytes so far and in all; null if the server does not say. */
  onProgress(done: number, total: number | null): void;
}

/**
 * Fetches MNIST's training digits from the first of the folders (addresses with a slash at their end) that has them, and
 * stores them. Throws what {@link fetchPublished} throws.
 */
export async function fetchMnist(folders: readonly string[], transfer: Transfer, store: DataStore): Promise<Imported> {
  const files = [];
  for (const file of [MNIST_TRAIN.labels, MNIST_TRAIN.images]) {
    const bytes = await fetchPublished(file, folders, transfer);
    files.push({ name: file.name, bytes: await unpackGzip(bytes, file.name, MAX_MNIST_BYTES) });
  }
  const count = await importMnist(files, store);
  await rememberImport(store, 'mnist', {});
  return { dataset: 'mnist', params: {}, count };
}

/**
 * One of MNIST's files, gzipped or not, from the first folder whose copy passes every check. Throws `data.cancelled`;
 * where no folder has the file `download.none`; else what is wrong with the last copy.
 */
export async function fetchPublished(
  file: MnistFile,
  folders: readonly string[],
  transfer: Transfer,
): Promise<Uint8Array> {
  let last: Problem | null = null;
  for (const url of folders.flatMap((folder) => [`${folder}${file.name}.gz`, `${folder}${file.name}`])) {
    try {
      const bytes = await fetchBytes(url, transfer);
      await readMnist(bytes, file);
      return bytes;
    } catch (thrown) {
      if (transfer.signal.aborted) throw new Problem('data.cancelled');
      if (!(thrown instanceof Problem)) throw thrown;
      if (!last || last.code === 'download.failed') last = thrown;
    }
  }
  if (last && last.code !== 'download.failed') throw last;
  const hosts = new Set(folders.map((folder) => new URL(folder).host));
  throw new Problem('download.none', { tried: [...hosts].join(', '), reason: last?.values['reason'] ?? '' });
}

/**
 * The body of one address, with progress. Throws `download.failed` for anything but bytes: no network, an error status,
 * or a page of words in place of the file (as servers of single-page apps answer).
 */
export async function fetchBytes(url: string, { fetch, signal, onProgress }: Transfer): Promise<Uint8Array> {
  const failed = (reason: string): Problem => new Problem('download.failed', { url, reason });
  const response = await fetch(url, { signal }).catch((thrown: unknown) => {
    throw failed(thrown instanceof Error ? thrown.message : String(thrown));
  });
  const type = response.headers.get('content-type') ?? '';
  if (!response.ok || !response.body || type.startsWith('text/html')) throw failed(`${response.status}`);
  // The header counts packed bytes, so it says nothing where the transfer itself is packed.
  const length = Number(response.headers.get('content-encoding') ? 0 : response.headers.get('content-length'));
  const reader = response.body.getReader();
  const chunks: Uint8Array[] = [];
  let done = 0;
  for (;;) {
    const part = await reader.read().catch((thrown: unknown) => {
      throw failed(thrown instanceof Error ? thrown.message : String(thrown));
    });
    if (part.done) return joined(chunks, done);
    chunks.push(part.value);
    done += part.value.length;
    onProgress(done, length > 0 ? length : null);
    if (done > MAX_MNIST_BYTES) {
      await reader.cancel();
      throw failed(`> ${megabytes(MAX_MNIST_BYTES)} MB`);
    }
  }
}
