import { setFlagsFromString } from 'node:v8';
import { nodeEngines } from '../../src/headless/nodeEngines';
import { nodeThreads } from '../../src/headless/nodeThreads';
import { caseNamed, poolOf } from './cases';
import { startBenchEngine } from './engines';
import { Unavailable } from './engines/types';
import type { ChildReply, ChildRequest } from './remote';
import { Timer } from './window';

let timer: Timer | null = null;

async function answer(request: ChildRequest): Promise<unknown> {
  switch (request.type) {
    case 'start': {
      const one = caseNamed(request.name);
      const host = { ...nodeEngines, threads: nodeThreads(request.threads) };
      const setup = { one, pool: await poolOf(one), host, limit: request.limit };
      timer = new Timer(await startBenchEngine(request.engine, setup));
      return timer.warmUp(request.seconds);
    }
    case 'window':
      return (timer as Timer).window(request.seconds);
    case 'kept':
      return (timer as Timer).kept(process.memoryUsage().rss);
  }
}

/** Serves one engine to the process that forked this one. */
export function serveAsChild(): void {
  setFlagsFromString('--experimental-wasm-relaxed-simd'); // a new process: not set by scripts/run.mjs
  process.on('message', (request: ChildRequest) => {
    answer(request)
      .then((value): ChildReply => ({ value }))
      .catch((thrown: Error): ChildReply => ({ problem: thrown.message, unavailable: thrown instanceof Unavailable }))
      .then((reply) => process.send?.(reply));
  });
}
