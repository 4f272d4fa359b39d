import { type IDBPDatabase, openDB } from 'idb';
import { Problem } from '../../core/problem';
import type { DataStore } from '../types';

const STORE = 'files';

/**
 * The browser's own storage (IndexedDB): what was loaded once is there after a reload, and for every worker. Where the
 * browser refuses, its methods reject with `data.storage`, and with `data.storageFull` where there is no room left.
 */
export function browserStore(): DataStore {
  let database: Promise<IDBPDatabase> | null = null;
  const open = (): Promise<IDBPDatabase> => {
    database ??= openDB('minimax-data', 1, {
      upgrade: (db) => void db.createObjectStore(STORE),
      // The browser may close it (cleared site data): the next call opens it anew.
      terminated: () => {
        database = null;
      },
    });
    return database;
  };
  const guard = <T>(work: (db: IDBPDatabase) => Promise<T>): Promise<T> =>
    open()
      .then(work)
      .catch((thrown: unknown) => {
        database = null;
        throw refusal(thrown);
      });
  return {
    get: (key) => guard(async (db) => ((await db.get(STORE, key)) as Uint8Array | undefined) ?? null),
    put: (key, bytes) => guard(async (db) => void (await db.put(STORE, bytes, key))),
  };
}

function refusal(thrown: unknown): Problem {
  const { name, message } = thrown as DOMException;
  if (name === 'QuotaExceededError') return new Problem('data.storageFull');
  return new Problem('data.storage', { message: message ?? String(thrown) });
}
