import { fromProblemRecord, Problem, type ProblemRecord } from '../core/problem';

/** The page's end of the wire to one worker; tests put a MessageChannel in its place. */
export interface Port<Out, In> {
  post(message: Out): void;
  /** `onCrash`: the worker died of a fault of the program, or could not be loaded. */
  listen(onMessage: (message: In) => void, onCrash: (message: string) => void): void;
  /** Ends the worker at once, in the middle of a step if need be. */
  close(): void;
}

/** The wire to a real worker. */
export function workerPort<Out, In>(worker: Worker): Port<Out, In> {
  return {
    post: (message) => worker.postMessage(message),
    listen: (onMessage, onCrash) => {
      worker.addEventListener('message', (event: MessageEvent<In>) => onMessage(event.data));
      worker.addEventListener('error', (event) => onCrash(event.message || 'the worker did not load'));
      worker.addEventListener('messageerror', () => onCrash('a message could not be read'));
    },
    close: () => worker.terminate(),
  };
}

type Reply = { id: number; ok: true; value: unknown } | { id: number; ok: false; problem: ProblemRecord };

interface Waiting {
  resolve(value: unknown): void;
  reject(reason: Problem): void;
}

/** A worker that is started at the first use, and again after a crash, which fails the open requests. */
export class Service<Out, In> {
  private port: Port<Out, In> | null = null;

  constructor(
    private readonly start: () => Port<Out, In>,
    private readonly requests: Requests,
    private readonly onMessage: (message: In) => void,
  ) {}

  ready(): Port<Out, In> {
    if (this.port) return this.port;
    const port = this.start();
    port.listen(this.onMessage, (message) => {
      port.close();
      this.port = null;
      this.requests.failAll('worker.crashed', message);
    });
    this.port = port;
    return port;
  }
}

/** Matches replies with requests by number: each request is settled once, failures keep their problem. */
export class Requests {
  private lastId = 0;
  private readonly waiting = new Map<number, Waiting>();

  /** Sends a request under a fresh number; the promise rejects with a `Problem`. */
  begin(send: (id: number) => void): { id: number; reply: Promise<unknown> } {
    this.lastId += 1;
    const id = this.lastId;
    const reply = new Promise<unknown>((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      send(id);
    });
    return { id, reply };
  }

  /** Settles the request that a reply belongs to; a reply that nobody waits for is dropped. */
  settle(reply: Reply): void {
    const waiting = this.waiting.get(reply.id);
    if (!waiting) return;
    this.waiting.delete(reply.id);
    if (reply.ok) waiting.resolve(reply.value);
    else waiting.reject(fromProblemRecord(reply.problem));
  }

  /** Fails every open request: nobody is left to answer. */
  failAll(code: string, message: string): void {
    const all = [...this.waiting.values()];
    this.waiting.clear();
    for (const { reject } of all) reject(new Problem(code, { message }));
  }
}
