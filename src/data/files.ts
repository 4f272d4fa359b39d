import type { ParamSpec, ParamValues } from '../core/params';
import { Problem } from '../core/problem';
import { sha256Hex } from './checksum';
import type { DataStore } from './types';

type TextSpec = Extract<ParamSpec, { kind: 'text' }>;

/** The key of a user's stored file; empty for the file of this set that was imported last. */
export const fileParam: TextSpec = { kind: 'text', default: '', maxLength: 200, control: 'file', group: 'data' };

/** The name of a column of the file; empty for the next numeric one. */
export const columnParam: TextSpec = { kind: 'text', default: '', maxLength: 100, control: 'column', group: 'data' };

/** Where the parameters of the last import of a data set are kept: the mark that the set is ready. */
const lastKey = (dataset: string): string => `last/${dataset}`;

/** A key made of the content, so that the same file is the same key everywhere, and of the name, so that one can read it. */
export async function contentKey(bytes: Uint8Array, name: string): Promise<string> {
  const safe = name.replaceAll(/[/\\\p{Cc}]/gu, '_').slice(-100);
  return `${(await sha256Hex(bytes)).slice(0, 16)}/${safe}`;
}

/** Remembers an import, which makes the data set ready without any parameter. */
export async function rememberImport(store: DataStore, dataset: string, params: ParamValues): Promise<void> {
  await store.put(lastKey(dataset), new TextEncoder().encode(JSON.stringify(params)));
}

/** Which of the data sets have been imported into this store. */
export async function importedSets(store: DataStore, ids: readonly string[]): Promise<string[]> {
  const marks = await Promise.all(ids.map((id) => store.get(lastKey(id))));
  return ids.filter((_, i) => marks[i] !== null);
}

/**
 * The bytes and the name of a user's file, with the text parameters that go with it: those given, or those of the last
 * import where no file is named. Throws `data.missing`.
 */
export async function openFile<P extends { file: string }>(
  dataset: string,
  given: P,
  store: DataStore,
): Promise<{ bytes: Uint8Array; params: P; name: string }> {
  const params = given.file === '' ? { ...given, ...(await lastImport(store, dataset)) } : given;
  const bytes = params.file === '' ? null : await store.get(params.file);
  if (!bytes) throw new Problem('data.missing', { id: dataset });
  return { bytes, params, name: params.file.replace(/^[0-9a-f]{16}\//, '') };
}

async function lastImport(store: DataStore, dataset: string): Promise<Record<string, string>> {
  const mark = await store.get(lastKey(dataset));
  return mark ? (JSON.parse(new TextDecoder().decode(mark)) as Record<string, string>) : {};
}
