import type { DataStore } from '../../src/data/types';

/** A store in which nothing was ever put. */
export const emptyStore: DataStore = {
  get: () => Promise.resolve(null),
  put: () => Promise.reject(new Error('read only')),
};

/** A store in memory. */
export function memoryStore(): DataStore {
  const files = new Map<string, Uint8Array>();
  return {
    get: (key) => Promise.resolve(files.get(key) ?? null),
    put: (key, bytes) => {
      files.set(key, bytes);
      return Promise.resolve();
    },
  };
}
