import { probeWebgl } from '../../../src/engine/probe';
import type { WorkerReply, WorkerRequest } from './bench.worker';

/** What the page offers to the program that drives it: one worker per engine, questions in turn. */
export interface BenchPage {
  /** What draws WebGL here. */
  renderer(): string;
  open(id: string): void;
  ask(id: string, request: WorkerRequest): Promise<WorkerReply>;
  close(id: string): void;
}

const workers = new Map<string, Worker>();
const page: BenchPage = {
  renderer: () => probeWebgl().renderer ?? 'no WebGL',
  open(id) {
    workers.set(id, new Worker(new URL('./bench.worker.ts', import.meta.url), { type: 'module' }));
  },
  ask(id, request) {
    const worker = workers.get(id) as Worker;
    return new Promise((resolve) => {
      worker.onmessage = ({ data }: MessageEvent<WorkerReply>) => resolve(data);
      worker.onerror = ({ message }) => resolve({ problem: message, unavailable: false });
      worker.postMessage(request);
    });
  },
  close(id) {
    workers.get(id)?.terminate();
    workers.delete(id);
  },
};
Object.assign(window, { bench: page });
