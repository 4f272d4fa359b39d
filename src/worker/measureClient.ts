import type { Quality } from '../core/quality';
import { type Port, Requests, Service, workerPort } from './port';
import type { FromMeasuring, ToMeasuring } from './protocol';

export type MeasuringPort = Port<ToMeasuring, FromMeasuring>;

/** The page's side of the measuring worker, which is started at the first measurement. */
export class MeasureClient {
  private readonly requests = new Requests();
  private readonly service: Service<ToMeasuring, FromMeasuring>;

  constructor(makePort: () => MeasuringPort = startWorker) {
    this.service = new Service(makePort, this.requests, (reply) => this.requests.settle(reply));
  }

  /** Measures the run of a snapshot file; rejects with a `Problem`. */
  measure(snapshot: Uint8Array): Promise<Quality> {
    const port = this.service.ready();
    return this.requests.begin((id) => port.post({ id, snapshot })).reply as Promise<Quality>;
  }
}

function startWorker(): MeasuringPort {
  const worker = new Worker(new URL('./measuring.worker.ts', import.meta.url), { type: 'module', name: 'measuring' });
  return workerPort<ToMeasuring, FromMeasuring>(worker);
}
