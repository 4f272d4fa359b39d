import { toProblemRecord } from '../core/problem';
import { browserStore } from '../data/store/browserStore';
import { probeWebgl } from '../engine/probe';
import { browserEngines } from './browserEngines';
import { browserThreads } from './browserThreads';
import type { FromTraining, ToTraining } from './protocol';
import { RunHost } from './runHost';
import { transferable } from './transferable';

const post = (notice: FromTraining): void =>
  self.postMessage(notice, { transfer: notice.kind === 'frame' ? transferable(notice.stage) : [] });

const host = new RunHost({
  post,
  store: browserStore(),
  engines: browserEngines,
  makeThreads: browserThreads,
  probeWebgl,
});

/**
 * Messages are served one after the other, so that a step never overlaps the opening of another run. The queue outlives whatever
 * fails in it; a fault of the program reaches the page as one of this worker.
 */
let queue: Promise<void> = Promise.resolve();

self.onmessage = ({ data }: MessageEvent<ToTraining>) => {
  // The page's receipt for a picture is a mere mark and need not wait its turn.
  if (data.kind === 'command' && data.command.type === 'drawn') void host.obey(data.run, data.command);
  else queue = queue.then(() => serve(data)).catch(reportError);
};

async function serve(message: ToTraining): Promise<void> {
  if (message.kind === 'command') return host.obey(message.run, message.command);
  const { id, request } = message;
  try {
    post({ kind: 'reply', id, ok: true, value: await host.answer(request) });
  } catch (thrown) {
    post({ kind: 'reply', id, ok: false, problem: toProblemRecord(thrown) });
  }
}
