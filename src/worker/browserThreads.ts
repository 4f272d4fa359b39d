import { type HelperSetup, type Threads, threadsFor } from '../engine/replay/threads';

/** Threads of this browser; null where it gives a page no shared memory, or where one thread is right. */
export function browserThreads(count = threadsFor(navigator.hardwareConcurrency)): Threads | null {
  if (!globalThis.crossOriginIsolated || count < 2) return null;
  const start = (setup: HelperSetup) => {
    const worker = new Worker(new URL('./helper.worker.ts', import.meta.url), { type: 'module' });
    worker.postMessage(setup);
    return () => worker.terminate();
  };
  return { count, start };
}
