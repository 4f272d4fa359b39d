import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { RunConfig } from '../core/run';

/** The last run, as it stood when it was saved. */
export interface StoredRun {
  config: RunConfig;
  /** Snapshot file. */
  snapshot: Uint8Array;
  /** Recorded curves up to the snapshot, so that the charts go on too. */
  curves: { iterations: number[]; columns: number[][] };
  /** Whether it was running, and therefore runs on. */
  playing: boolean;
}

/** Where the last run is kept between visits. Both may reject: a browser can refuse storage. */
export interface RunStorage {
  load(): Promise<StoredRun | null>;
  save(run: StoredRun): Promise<void>;
}

interface Schema extends DBSchema {
  runs: { key: string; value: StoredRun };
}

const LAST = 'last';

/** Keeps the last run in the browser's IndexedDB. */
export function browserStorage(): RunStorage {
  let opened: Promise<IDBPDatabase<Schema>> | null = null;
  const database = () => {
    opened ??= openDB<Schema>('minimax-runs', 1, { upgrade: (db) => void db.createObjectStore('runs') });
    return opened;
  };
  return {
    load: async () => (await (await database()).get('runs', LAST)) ?? null,
    save: async (run) => void (await (await database()).put('runs', run, LAST)),
  };
}
