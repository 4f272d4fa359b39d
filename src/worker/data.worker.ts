import { Problem, toProblemRecord } from '../core/problem';
import { decodeInBrowser } from '../data/formats/decodeInBrowser';
import { browserStore } from '../data/store/browserStore';
import { appFolder } from './appFolder';
import { answerDataRequest, type DataHost } from './dataRequests';
import type { FromData, ToData } from './protocol';

const host: DataHost = {
  store: browserStore(),
  decode: decodeInBrowser,
  fetch: (...asked) => self.fetch(...asked),
  base: appFolder,
};

const post = (message: FromData): void => self.postMessage(message);
const running = new Map<number, AbortController>();

self.onmessage = async ({ data }: MessageEvent<ToData>) => {
  const { id } = data;
  if (data.kind === 'cancel') {
    running.get(id)?.abort();
    return;
  }
  const controller = new AbortController();
  running.set(id, controller);
  const { signal } = controller;
  const onProgress = (done: number, total: number | null): void => post({ kind: 'progress', id, done, total });
  try {
    const value = await answerDataRequest(data.request, host, { signal, onProgress });
    if (signal.aborted) throw new Problem('data.cancelled');
    post({ kind: 'reply', id, ok: true, value });
  } catch (thrown) {
    post({ kind: 'reply', id, ok: false, problem: toProblemRecord(thrown) });
  } finally {
    running.delete(id);
  }
};
