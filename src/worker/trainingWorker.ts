import { type Port, Requests } from './port';
import type { FromTraining, Replies, Request, RunCommand, ToTraining } from './protocol';

export type TrainingPort = Port<ToTraining, FromTraining>;
/** What a training worker says without being asked. */
export type Notice = Exclude<FromTraining, { kind: 'reply' }>;

/** One training worker, as the page talks to it: typed requests, commands, notices, and the news of its death. */
export class TrainingWorker {
  /** Set by whoever looks after this worker. */
  onNotice: (notice: Notice) => void = () => {};
  onCrash: (message: string) => void = () => {};
  private readonly requests = new Requests();
  private closed = false;

  constructor(private readonly port: TrainingPort) {
    port.listen(
      (message) => {
        if (this.closed) return;
        if (message.kind === 'reply') this.requests.settle(message);
        else this.onNotice(message);
      },
      (message) => {
        if (this.closed) return;
        this.close('worker.crashed', message);
        this.onCrash(message);
      },
    );
  }

  /** Asks; rejects with a `Problem`: the worker's own, `worker.crashed`, or `worker.closed`. */
  async request<R extends Request>(request: R): Promise<Replies[R['type']]> {
    const { reply } = this.requests.begin((id) => this.port.post({ kind: 'request', id, request }));
    if (this.closed) this.requests.failAll('worker.closed', '');
    return (await reply) as Replies[R['type']];
  }

  command(run: number, command: RunCommand): void {
    if (!this.closed) this.port.post({ kind: 'command', run, command });
  }

  /** Ends the worker; open requests fail with the code given. */
  close(code = 'worker.closed', message = ''): void {
    if (this.closed) return;
    this.closed = true;
    this.port.close();
    this.requests.failAll(code, message);
  }
}
