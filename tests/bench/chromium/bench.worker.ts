import { browserEngines } from '../../../src/worker/browserEngines';
import { browserThreads } from '../../../src/worker/browserThreads';
import { type CaseName, caseNamed, poolOf } from '../cases';
import { startBenchEngine } from '../engines';
import { type BenchEngineName, Unavailable } from '../engines/types';
import { Timer } from '../window';

/** What the worker is asked. Binaries come as base64: they pass through the driver of the browser. */
export type WorkerRequest =
  | {
      type: 'start';
      seconds: number;
      engine: BenchEngineName;
      name: CaseName;
      plain: string;
      relaxed: string;
      threads: number;
    }
  | { type: 'window'; seconds: number }
  | { type: 'kept' };
/** What it answers. */
export type WorkerReply = { value: unknown } | { problem: string; unavailable: boolean };

let timer: Timer | null = null;
const bytesOf = (text: string): Uint8Array => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

async function answer(request: WorkerRequest): Promise<unknown> {
  if (request.type === 'window') return (timer as Timer).window(request.seconds);
  if (request.type === 'kept') return (timer as Timer).kept(null); // all workers share a process
  const one = caseNamed(request.name);
  const limit = { plain: bytesOf(request.plain), relaxed: bytesOf(request.relaxed) };
  const host = { ...browserEngines, threads: browserThreads(request.threads) };
  const setup = { one, pool: await poolOf(one), host, limit };
  timer = new Timer(await startBenchEngine(request.engine, setup));
  return timer.warmUp(request.seconds);
}

self.onmessage = ({ data }: MessageEvent<WorkerRequest>) => {
  answer(data)
    .then((value): WorkerReply => ({ value }))
    .catch((thrown: Error): WorkerReply => ({ problem: thrown.message, unavailable: thrown instanceof Unavailable }))
    .then((reply) => self.postMessage(reply));
};
