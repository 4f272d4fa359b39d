import type { LatentDirections } from '../core/latent';
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
    return this.ask({ snapshot }) as Promise<Quality>;
  }

  /** The directions in which the pictures of that run's G change most, at most so many; the run itself trains on meanwhile. */
  directions(snapshot: Uint8Array, count: number): Promise<LatentDirections> {
    return this.ask({ snapshot, directions: count }) as Promise<LatentDirections>;
  }

  private ask(wanted: Omit<ToMeasuring, 'id'>): Promise<unknown> {
    const port = this.service.ready();
    return this.requests.begin((id) => port.post({ id, ...wanted })).reply;
  }
}

function startWorker(): MeasuringPort {
  const worker = new Worker(new URL('./measuring.worker.ts', import.meta.url), { type: 'module', name: 'measuring' });
  return workerPort<ToMeasuring, FromMeasuring>(worker);
}
