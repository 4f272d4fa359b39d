import { toProblemRecord } from '../core/problem';
import { browserStore } from '../data/store/browserStore';
import { appFolder } from './appFolder';
import { browserEngines } from './browserEngines';
import { Measurer } from './measuring';
import type { FromMeasuring, ToMeasuring } from './protocol';

const measurer = new Measurer({
  store: browserStore(),
  engines: browserEngines,
  loadWeights: async (name) => new Uint8Array(await (await fetch(`${appFolder}weights/${name}`)).arrayBuffer()),
});
const post = (message: FromMeasuring): void => self.postMessage(message);

/** One measurement after the other. */
let queue: Promise<void> = Promise.resolve();

self.onmessage = ({ data }: MessageEvent<ToMeasuring>) => {
  queue = queue.then(() => serve(data));
};

async function serve({ id, snapshot, directions }: ToMeasuring): Promise<void> {
  try {
    const asked = directions === undefined ? measurer.measure(snapshot) : measurer.directions(snapshot, directions);
    post({ id, ok: true, value: await asked });
  } catch (thrown) {
    post({ id, ok: false, problem: toProblemRecord(thrown) });
  }
}
