import { parseParams } from '../core/params';
import { Problem } from '../core/problem';
import { Stream } from '../core/random';
import { DATASETS, openDataset } from '../data';
import { fetchMnist, type Transfer } from '../data/download';
import { importedSets, openFile } from '../data/files';
import { readCsv } from '../data/formats/csv';
import type { DecodeImage } from '../data/formats/imageFiles';
import { MNIST_MIRRORS } from '../data/images/mnistFiles';
import { importFiles } from '../data/importFiles';
import type { DataStore } from '../data/types';
import { toBytes } from '../training/pictures';
import type { DataReplies, DataRequest } from './protocol';

/** What the data worker needs of the world around it; tests bring theirs. */
export interface DataHost {
  store: DataStore;
  decode: DecodeImage;
  fetch: typeof fetch;
  /** Address of the app, with a slash at its end: `datasets/mnist` lies below it. */
  base: string;
  /** Public folders of MNIST, tried in turn; for tests. */
  mirrors?: readonly string[];
}

export type Progress = Pick<Transfer, 'signal' | 'onProgress'>;

const MOST_PREVIEWED = 2000;

/** Answers one request to the data worker. Throws a `Problem`; `data.cancelled` where the signal ended it. */
export async function answerDataRequest(
  request: DataRequest,
  host: DataHost,
  progress: Progress,
): Promise<DataReplies[keyof DataReplies]> {
  const { store, decode } = host;
  switch (request.type) {
    case 'import':
      return importFiles(request.files, { store, decode, ...progress });
    case 'fetchMnist': {
      const transfer = { fetch: host.fetch, ...progress };
      if (request.remote) return fetchMnist(host.mirrors ?? MNIST_MIRRORS, transfer, store);
      return fetchMnist([new URL('datasets/mnist/', host.base).href], transfer, store);
    }
    case 'columns': {
      const { bytes, name, params } = await openFile(request.dataset, { file: request.file }, store);
      const { names, numeric, rows } = readCsv(bytes, name);
      return { file: params.file, names, numeric, rows };
    }
    case 'stored':
      return importedSets(
        store,
        DATASETS.filter(({ source }) => source === 'files').map(({ id }) => id),
      );
    case 'character':
      return drawCharacter(request);
    case 'preview':
      return preview(request, store);
  }
}

const MOST_SIDE = 512;

function drawCharacter({
  dataset,
  values,
  seed,
  side,
}: Extract<DataRequest, { type: 'character' }>): DataReplies['character'] {
  const definition = DATASETS.find(({ id }) => id === dataset);
  const character = definition?.character;
  if (!definition || !character) throw new Problem('data.noCharacter', { id: dataset });
  const size = Math.min(MOST_SIDE, Math.max(8, Math.round(side)));
  const given = values ? parseParams(character.factors, values) : character.random(new Stream(seed, 'character'));
  const [own = 1] = definition.shape;
  return {
    values: given,
    vector: character.vector(given),
    caption: character.caption(given),
    side: size,
    large: toBytes(character.draw(given, size)),
    shape: definition.shape,
    sample: toBytes(character.draw(given, own)),
    lines: toBytes(character.lines(given, own)),
  };
}

async function preview(
  { dataset, params, count }: Extract<DataRequest, { type: 'preview' }>,
  store: DataStore,
): Promise<DataReplies['preview']> {
  const specs = DATASETS.find(({ id }) => id === dataset)?.params ?? {};
  if (!(count >= 1 && count <= MOST_PREVIEWED)) throw new Problem('data.previewCount', { max: MOST_PREVIEWED });
  const set = await openDataset(dataset, parseParams(specs, params), store);
  return { info: set.info, x: set.sample(new Stream(1, 'preview'), Math.floor(count)).x };
}
