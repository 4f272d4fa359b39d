import type { Catalog } from '../../src/core/catalog';
import { defaultsOf, type ParamSpecs } from '../../src/core/params';
import { Problem } from '../../src/core/problem';
import type { RunConfig } from '../../src/core/run';
import { createLab } from '../../src/ui/app/createAppStore';
import type { RunClient } from '../../src/ui/app/lab';
import type { StoredRun } from '../../src/ui/storage';
import type { RunEvents } from '../../src/worker/client';
import type { DataReplies, DataRequest, OpenedRun, RunCommand } from '../../src/worker/protocol';

const params: ParamSpecs = {
  latentSize: { kind: 'int', default: 1, min: 1, max: 64 },
  lr: { kind: 'float', default: 0.01, min: 0.0001, max: 1, scale: 'log', live: true },
  objective: { kind: 'choice', default: 'nonSaturating', options: ['nonSaturating', 'wgan'] },
  generator: { kind: 'layers', default: [{ type: 'dense', units: 8 }], role: 'generator', head: 'dense' },
};

const base = { batchSize: 64, seed: 1, engine: 'auto', datasetParams: {} } as const;
const gan = (dataset: string, changes: object = {}): RunConfig => ({
  ...base,
  system: 'gan',
  dataset,
  datasetParams: dataset === 'screws' ? { mean: 5 } : {},
  systemParams: { ...defaultsOf(params), ...changes },
});

/** Two systems, three data sets, three presets. */
export const catalog: Catalog = {
  systems: [
    {
      id: 'gan',
      paper: null,
      kinds: ['1d', '2d', 'image'],
      players: ['discriminator', 'generator'],
      params,
      defaults: {},
    },
    { id: 'dcgan', paper: null, kinds: ['image'], players: ['discriminator', 'generator'], params, defaults: {} },
  ],
  datasets: [
    {
      id: 'screws',
      kind: '1d',
      params: { mean: { kind: 'float', default: 5, min: 0, max: 20 } },
      source: 'procedural',
      shape: [1],
      download: false,
    },
    { id: 'ring', kind: '2d', params: {}, source: 'procedural', shape: [2], download: false },
    { id: 'mnist', kind: 'image', params: {}, source: 'files', shape: [28, 28, 1], download: true },
  ],
  objectives: [],
  presets: [
    { id: 'screws', config: gan('screws'), trained: 50 },
    { id: 'ring', config: gan('ring', { latentSize: 2, generator: [{ type: 'dense', units: 32 }] }), trained: null },
    { id: 'mnist', config: { ...gan('mnist'), batchSize: 32 }, trained: null },
  ],
};

export interface FakeOptions {
  hash?: string;
  stored?: StoredRun | null;
  /** Data sets that are not at hand. */
  missing?: string[];
}

/** The store over a training client, a data worker, an address and a storage that are all in memory. */
export function fakeLab({ hash = '', stored = null, missing = [] }: FakeOptions = {}) {
  const opened: { config: RunConfig; snapshot: Uint8Array | undefined }[] = [];
  const commands: RunCommand[] = [];
  const threads: (number | null)[] = [];
  const saved: StoredRun[] = [];
  const asked: DataRequest[] = [];
  const address = { hash };
  let events = {} as RunEvents;
  const client: RunClient = {
    catalog: async () => catalog,
    inspect: async () => gan('ring', { latentSize: 3 }),
    snapshot: async () => new Uint8Array([opened.length]),
    move: async () => ({ player: 'generator', iteration: 1, number: 1, times: 1, loss: 0.5, seen: [] }),
    paint: async ({ latent, strokes }) => ({ latent, picture: strokes, error: 0 }),
    inside: async () => null,
    generate: async (latents) => new Uint8Array(latents.length),
    judge: async () => null,
    read: async () => null,
    seek: async () => gan('screws', { lr: 0.5 }),
    swapCourse: async () => gan('screws'),
    setThreads: (count) => void threads.push(count),
    command: (command) => void commands.push(command),
    open: async (config, snapshot): Promise<OpenedRun> => {
      if (missing.includes(config.dataset)) throw new Problem('data.missing', { id: config.dataset });
      opened.push({ config, snapshot });
      return {
        config,
        data: { id: config.dataset, kind: '1d', shape: [1], shift: [0], scale: [1], range: [[0, 1]] },
        curves: [{ id: 'loss/generator', group: 'loss', of: 'generator' }],
        parameters: {},
        latentSize: 1,
        channels: [],
        flow: [],
        scenes: [],
        turns: ['generator'],
        engine: { name: 'wasm', renderer: null, reason: 'tinyNets', threads: 1, measured: {} },
        iteration: snapshot ? 50 : 0,
      };
    },
  };
  const lab = createLab({
    makeClient: (given) => {
      events = given;
      return client;
    },
    data: {
      request: (request) => {
        asked.push(request);
        if (request.type === 'fetchMnist') missing.splice(0);
        const replies = {
          import: { dataset: 'mnist', params: {}, count: 10 },
          fetchMnist: { dataset: 'mnist', params: {}, count: 10 },
          columns: { file: 'key/a.csv', names: ['a'], numeric: [3], rows: 3 },
          stored: ['mnist'],
          character: {},
          preview: { info: {}, x: new Float32Array(1) },
        };
        return { reply: Promise.resolve(replies[request.type] as DataReplies[never]), cancel: () => {} };
      },
    },
    measuring: {
      directions: async () => ({ iteration: 0, directions: new Float32Array([1]), shares: [0.5] }),
      measure: async (snapshot) => ({
        iteration: 10 * (snapshot[0] as number),
        count: 5,
        metrics: [],
        roc: null,
        modes: null,
        classes: null,
        nearest: null,
      }),
    },
    storage: { load: async () => stored, save: async (run) => void saved.push(run) },
    trained: async (id) => new TextEncoder().encode(id),
    address: {
      read: () => address.hash,
      write: (link) => {
        address.hash = link;
      },
      full: (link) => `https://example.org/#${link}`,
    },
  });
  return {
    lab,
    app: () => lab.store.getState(),
    opened,
    commands,
    threads,
    saved,
    asked,
    address,
    events: () => events,
    gan,
  };
}
