import { Worker } from 'node:worker_threads';
import type { HelperSetup, Threads } from '../engine/replay/threads';

/** What a thread runs: `help` of `engine/replay/threads`, in words that need no bundle of their own. */
const PROGRAM = `
  const { module, memory, control, thread } = require('node:worker_threads').workerData;
  new WebAssembly.Instance(module, { env: { memory } }).exports.help(control, thread);
`;

/** So many threads of this process; null for one. */
export function nodeThreads(count: number): Threads | null {
  if (count < 2) return null;
  const start = (setup: HelperSetup) => {
    const worker = new Worker(PROGRAM, { eval: true, workerData: setup });
    worker.unref();
    return () => void worker.terminate();
  };
  return { count, start };
}
