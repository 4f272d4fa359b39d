import { type Port, Requests, Service, workerPort } from './port';
import type { DataReplies, DataRequest, FromData, ToData } from './protocol';

export type DataPort = Port<ToData, FromData>;

/** Bytes done so far and in all; `total` null if the server does not say. */
export type OnProgress = (done: number, total: number | null) => void;

/** A request under way. */
export interface DataTask<T> {
  /** Rejects with a `Problem`. */
  reply: Promise<T>;
  /** Asks the worker to give up; the reply then rejects with its `data.cancelled`. */
  cancel(): void;
}

/** The page's side of the data worker, which is started at the first request. */
export class DataClient {
  private readonly requests = new Requests();
  private readonly progress = new Map<number, OnProgress>();
  private readonly service: Service<ToData, FromData>;

  constructor(makePort: () => DataPort = startWorker) {
    this.service = new Service(makePort, this.requests, (message) => {
      if (message.kind === 'progress') this.progress.get(message.id)?.(message.done, message.total);
      else this.requests.settle(message);
    });
  }

  request<R extends DataRequest>(request: R, onProgress?: OnProgress): DataTask<DataReplies[R['type']]> {
    const port = this.service.ready();
    const { id, reply } = this.requests.begin((number) => {
      if (onProgress) this.progress.set(number, onProgress);
      port.post({ kind: 'request', id: number, request });
    });
    const settled = reply.finally(() => this.progress.delete(id));
    return {
      reply: settled as Promise<DataReplies[R['type']]>,
      cancel: () => port.post({ kind: 'cancel', id }),
    };
  }
}

function startWorker(): DataPort {
  const worker = new Worker(new URL('./data.worker.ts', import.meta.url), { type: 'module', name: 'data' });
  return workerPort<ToData, FromData>(worker);
}
