import { parseConfig } from '../../core/config';
import { Problem } from '../../core/problem';
import type { RunConfig } from '../../core/run';
import type { DataReplies, DataRequest, ImportedData } from '../../worker/protocol';
import { withDataset } from './drafts';
import { fail, type Lab } from './lab';
import { openRun } from './runs';

const SNAPSHOT_ENTRY = 'minimax.json';
/** A ZIP file's first entry is named right after its 30 bytes of header. */
const ENTRY_OFFSET = 30;
/** Nothing that a person means to open as a configuration is larger. */
const MOST_JSON_BYTES = 1_000_000;

/** Opens a file that Minimax wrote, or hands data files to the data worker. Failures are shown; nothing else changes. */
export async function openFiles(lab: Lab, files: readonly File[]): Promise<void> {
  const [first] = files;
  if (!first) return;
  try {
    if (files.length === 1 && /\.json$/i.test(first.name)) await openConfigFile(lab, first);
    else if (files.length === 1 && (await isSnapshot(first))) await openSnapshotFile(lab, first);
    else await importData(lab, files);
  } catch (thrown) {
    fail(lab, thrown, 'file');
  }
}

async function openConfigFile(lab: Lab, file: File): Promise<void> {
  const { catalog } = lab.store.getState();
  if (!catalog) return;
  let raw: unknown;
  try {
    if (file.size > MOST_JSON_BYTES) throw new SyntaxError('too long');
    raw = JSON.parse(await file.text());
  } catch {
    throw new Problem('config.notJson', { file: file.name });
  }
  await openWanted(lab, parseConfig(raw, catalog), 'file');
}

async function isSnapshot(file: File): Promise<boolean> {
  const end = ENTRY_OFFSET + SNAPSHOT_ENTRY.length;
  const name = new Uint8Array(await file.slice(ENTRY_OFFSET, end).arrayBuffer());
  return new TextDecoder().decode(name) === SNAPSHOT_ENTRY;
}

async function openSnapshotFile(lab: Lab, file: File): Promise<void> {
  const snapshot = await bytesOf(file);
  const config = await lab.client.inspect(snapshot);
  await openRun(lab, config, { where: 'file', snapshot, keepFormer: true });
}

async function importData(lab: Lab, files: readonly File[]): Promise<void> {
  const read = await Promise.all(files.map(async (file) => ({ name: file.name, bytes: await bytesOf(file) })));
  const name = files.length === 1 ? (files[0] as File).name : `${(files[0] as File).name} + ${files.length - 1}`;
  const imported = await underWay(lab, name, { type: 'import', files: read });
  await takeImported(lab, imported as ImportedData);
}

/** Fetches MNIST into the browser's storage, and opens the experiment that was waiting for it. */
export async function fetchMnist(lab: Lab, remote: boolean): Promise<void> {
  try {
    await takeImported(lab, (await underWay(lab, 'MNIST', { type: 'fetchMnist', remote })) as ImportedData);
  } catch (thrown) {
    fail(lab, thrown, 'data');
  }
}

/** Opens a configuration over the present run, which can be brought back. */
export async function openWanted(lab: Lab, config: RunConfig, where: 'run' | 'file'): Promise<void> {
  await openRun(lab, config, { where, play: true, keepFormer: true });
}

/** Asks the data worker something short; null, and the reason shown, where it fails. */
export async function askData<R extends Extract<DataRequest, { type: 'columns' | 'character' | 'preview' | 'stored' }>>(
  lab: Lab,
  request: R,
): Promise<DataReplies[R['type']] | null> {
  try {
    return await lab.services.data.request(request).reply;
  } catch (thrown) {
    fail(lab, thrown, 'data');
    return null;
  }
}

/** Learns anew which file-backed data sets are at hand. Silent: this is not something a person asked for. */
export async function refreshStored(lab: Lab): Promise<void> {
  const stored = await lab.services.data.request({ type: 'stored' }).reply.catch(() => null);
  if (stored) lab.store.setState({ stored });
}

async function bytesOf(file: File): Promise<Uint8Array> {
  return new Uint8Array(await file.arrayBuffer());
}

/** A long request, with its progress and its cancel in the state. */
async function underWay(lab: Lab, name: string, request: DataRequest): Promise<DataReplies[DataRequest['type']]> {
  const { store } = lab;
  const task = lab.services.data.request(request, (done, total) => {
    store.setState(({ fileTask }) => (fileTask ? { fileTask: { ...fileTask, done, total } } : {}));
  });
  store.setState({ fileTask: { name, done: 0, total: null, cancel: task.cancel }, problem: null });
  try {
    return await task.reply;
  } finally {
    store.setState({ fileTask: null });
  }
}

async function takeImported(lab: Lab, { dataset, params }: ImportedData): Promise<void> {
  await refreshStored(lab);
  const { wanted } = lab;
  const { catalog, draft } = lab.store.getState();
  if (wanted?.dataset === dataset) {
    await openWanted(lab, { ...wanted, datasetParams: { ...wanted.datasetParams, ...params } }, 'file');
  } else if (catalog && draft) {
    lab.store.setState({ draft: withDataset(draft, dataset, catalog, params), problem: null });
  }
}
