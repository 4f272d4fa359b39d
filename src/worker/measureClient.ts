import type { Quality } from '../core/quality';
import { type Port, Requests, workerPort } from './port';
import type { FromMeasuring, ToMeasuring } from './protocol';

export type MeasuringPort = Port<ToMeasuring, FromMeasuring>;

/** The page's side of the measuring worker, which is started at the first measurement. */
export class MeasureClient {
  private port: MeasuringPort | null = null;
  private readonly requests = new Requests();

  constructor(private readonly makePort: () => MeasuringPort = startWorker) {}

  /** Measures the run of a snapshot file; rejects with a `Problem`. */
  measure(snapshot: Uint8Array): Promise<Quality> {
    const port = this.ready();
    return this.requests.begin((id) => port.post({ id, snapshot })).reply as Promise<Quality>;
  }

  private ready(): MeasuringPort {
    if (this.port) return this.port;
    const port = this.makePort();
    port.listen(
      (reply) => this.requests.settle(reply),
      (message) => {
        port.close();
        this.port = null;
        this.requests.failAll('worker.crashed', message);
      },
    );
    this.port = port;
    return port;
  }
}

function startWorker(): MeasuringPort {
  const worker = new Worker(new URL('./measuring.worker.ts', import.meta.url), { type: 'module', name: 'measuring' });
  return workerPort<ToMeasuring, FromMeasuring>(worker);
}
