import { afterEach, describe, expect, it } from 'vitest';
import { Problem } from '../../src/core/problem';
import { type RunEvents, TrainingClient } from '../../src/worker/client';
import type { EngineReport, RunStatus } from '../../src/worker/protocol';
import { config, FakeWorker, running, settle, until, worksOn } from './fakeWorker';

interface Heard {
  statuses: RunStatus[];
  frames: number[];
  stopped: string[];
  engines: EngineReport[];
}

const clients: TrainingClient[] = [];
afterEach(() => {
  for (const client of clients.splice(0)) client.close();
});

/** A client whose workers are these fakes, one after the other; paints happen when `paint` is called. */
function clientOf(...workers: FakeWorker[]) {
  const heard: Heard = { statuses: [], frames: [], stopped: [], engines: [] };
  const paints: (() => void)[] = [];
  const events: RunEvents = {
    status: (status) => heard.statuses.push(status),
    frame: ({ status }) => heard.frames.push(status.iteration),
    stopped: ({ code }) => heard.stopped.push(code),
    engine: (report) => heard.engines.push(report),
  };
  let next = 0;
  const client = new TrainingClient(events, {
    makePort: () => (workers[next++] as FakeWorker).port,
    afterPaint: (done) => paints.push(done),
    trialAfterMs: 0,
  });
  clients.push(client);
  const paint = () => {
    for (const done of paints.splice(0)) done();
  };
  return { client, heard, paint };
}

const frame = (run: number, iteration: number) =>
  ({ kind: 'frame', run, status: { ...running, iteration }, curves: [], stage: null, timeline: null }) as const;
const drawnBy = (worker: FakeWorker) => worker.commands.filter(({ command }) => command.type === 'drawn').length;

describe('requests', () => {
  it('match their replies, in whatever order these come', async () => {
    const works = worksOn('wasm', 'tinyNets');
    const { client } = clientOf(
      new FakeWorker(async (request) => {
        if (request.type === 'snapshot') await new Promise((resolve) => setTimeout(resolve, 20));
        return works(request);
      }),
    );
    const [snapshot, inspected] = await Promise.all([client.snapshot(), client.inspect(new Uint8Array(1))]);
    expect([...snapshot]).toEqual([1, 2, 3]);
    expect(inspected).toEqual(config);
  });

  it('fail with the problem of the worker, code and values', async () => {
    const { client } = clientOf(
      new FakeWorker(() => {
        throw { code: 'data.missing', values: { id: 'mnist' } };
      }),
    );
    const failure = await client.open(config).catch((thrown: unknown) => thrown);
    expect(failure).toBeInstanceOf(Problem);
    expect(failure).toMatchObject({ code: 'data.missing', values: { id: 'mnist' } });
  });

  it('leave the open run speaking when another cannot be opened', async () => {
    const works = worksOn('wasm', 'tinyNets');
    const worker = new FakeWorker((request) => {
      if (request.type === 'open' && request.config.seed === 2) throw { code: 'net.tooLarge', values: {} };
      return works(request);
    });
    const { client, heard } = clientOf(worker);
    await client.open(config);
    await client.open({ ...config, seed: 2 }).catch(() => undefined);
    worker.say(frame(1, 7));
    await until(() => heard.frames.length === 1);
    client.command({ type: 'pause' });
    await until(() => worker.commands.length === 1);
    expect(worker.commands[0]?.run).toBe(1);
  });

  it('all fail when the worker dies; the run is said to have stopped, and the next request gets a new worker', async () => {
    const dying = new FakeWorker((request) => {
      if (request.type === 'snapshot') return new Promise(() => {});
      return worksOn('wasm', 'tinyNets')(request);
    });
    const { client, heard } = clientOf(dying, new FakeWorker(worksOn('wasm', 'tinyNets')));
    await client.open(config);
    const waiting = client.snapshot().catch((problem: Problem) => problem.code);
    dying.die('boom');
    expect(await waiting).toBe('worker.crashed');
    expect(heard.stopped).toEqual(['worker.crashed']);
    expect((await client.open(config)).iteration).toBe(0);
  });
});

describe('notices', () => {
  it('of an old run are dropped', async () => {
    const worker = new FakeWorker(worksOn('wasm', 'tinyNets'));
    const { client, heard } = clientOf(worker);
    await client.open(config);
    await client.open(config);
    worker.say(frame(1, 100));
    worker.say(frame(2, 3));
    await until(() => heard.frames.length > 0);
    await settle();
    expect(heard.frames).toEqual([3]);
  });

  it('that come before the reply to `open` are told after it', async () => {
    const works = worksOn('wasm', 'tinyNets');
    const worker: FakeWorker = new FakeWorker((request) => {
      if (request.type === 'open') worker.say(frame(1, 0));
      return works(request);
    });
    const { client, heard } = clientOf(worker);
    await client.open(config).then(() => expect(heard.frames).toEqual([]));
    await until(() => heard.frames.length === 1);
  });

  it('with a frame are acknowledged once, and only after the paint', async () => {
    const worker = new FakeWorker(worksOn('wasm', 'tinyNets'));
    const { client, heard, paint } = clientOf(worker);
    await client.open(config);
    worker.say(frame(1, 1));
    await until(() => heard.frames.length === 1);
    await settle();
    expect(drawnBy(worker)).toBe(0);
    paint();
    await until(() => drawnBy(worker) === 1);
    paint();
    await settle();
    expect(drawnBy(worker)).toBe(1);
  });
});

describe('the trial of WebGL', () => {
  async function trial(first: FakeWorker, second: FakeWorker) {
    const setup = clientOf(first, second);
    await setup.client.open(config);
    setup.client.command({ type: 'play' });
    first.say({ kind: 'status', run: 1, status: running });
    return setup;
  }

  it('moves the run where WebGL is clearly faster, and plays on there', async () => {
    const first = new FakeWorker(worksOn('wasm', 'starting'));
    const second = new FakeWorker(worksOn('webgl', 'forced', 200));
    const { heard, client } = await trial(first, second);
    await until(() => heard.engines.length === 1);
    expect(heard.engines[0]).toMatchObject({
      name: 'webgl',
      reason: 'measured',
      measured: { wasm: 100, webgl: 200 },
    });
    expect(first.closed).toBe(true);
    const opens = second.requests.filter(({ type }) => type === 'open');
    expect(opens[1]).toMatchObject({ config: { engine: 'webgl' }, snapshot: new Uint8Array([1, 2, 3]) });
    await until(() => second.commands.some(({ command }) => command.type === 'play'));
    client.command({ type: 'pause' });
    await until(() => second.commands.some(({ command }) => command.type === 'pause'));
  });

  it('carries over what was asked during the move', async () => {
    const first = new FakeWorker(async (request) => {
      if (request.type === 'snapshot') await new Promise((resolve) => setTimeout(resolve, 30));
      return worksOn('wasm', 'starting')(request);
    });
    const second = new FakeWorker(worksOn('webgl', 'forced', 200));
    const { heard, client } = await trial(first, second);
    await until(() => first.requests.some(({ type }) => type === 'snapshot'));
    client.command({ type: 'live', name: 'lr', value: 0.5 });
    await until(() => heard.engines.length === 1);
    await until(() => second.commands.some(({ command }) => command.type === 'live'));
    expect(first.commands.some(({ command }) => command.type === 'live')).toBe(false);
  });

  it('leaves the run where WebGL is not clearly faster, and says what was measured', async () => {
    const first = new FakeWorker(worksOn('wasm', 'starting'));
    const second = new FakeWorker(worksOn('webgl', 'forced', 120));
    const { heard } = await trial(first, second);
    await until(() => heard.engines.length === 1);
    expect(heard.engines[0]).toMatchObject({
      name: 'wasm',
      reason: 'measured',
      measured: { wasm: 100, webgl: 120 },
    });
    expect([first.closed, second.closed]).toEqual([false, true]);
    expect(first.requests.some(({ type }) => type === 'snapshot')).toBe(false);
  });

  it.each([
    ['softwareGl', { available: true, software: true, renderer: 'SwiftShader' }],
    ['noGpu', { available: false, software: false, renderer: null }],
  ])('does not time what is no GPU, and says %s', async (reason, probe) => {
    const first = new FakeWorker(worksOn('wasm', 'starting'));
    const second = new FakeWorker((request) =>
      request.type === 'probe' ? probe : worksOn('webgl', 'forced')(request),
    );
    const { heard } = await trial(first, second);
    await until(() => heard.engines.length === 1);
    expect(heard.engines[0]).toEqual({
      name: 'wasm',
      reason,
      renderer: probe.renderer,
      threads: 1,
      measured: { wasm: 100 },
    });
    expect(second.requests).toEqual([{ type: 'probe' }]);
    expect(second.closed).toBe(true);
  });

  it('is silent where WebGL cannot run it', async () => {
    const first = new FakeWorker(worksOn('wasm', 'starting'));
    const second = new FakeWorker(() => {
      throw { code: 'engine.missing', values: {} };
    });
    const { heard } = await trial(first, second);
    await until(() => heard.engines.length === 1);
    expect(heard.engines[0]).toMatchObject({ name: 'wasm', reason: 'noGpu' });
    expect(heard.stopped).toEqual([]);
    expect(second.closed).toBe(true);
  });

  it('keeps the run where it was if the move fails, playing', async () => {
    const first = new FakeWorker(worksOn('wasm', 'starting'));
    const works = worksOn('webgl', 'forced', 300);
    const second = new FakeWorker((request) => {
      if (request.type === 'open' && request.snapshot) throw { code: 'snapshot.mismatch', values: {} };
      return works(request);
    });
    const { heard } = await trial(first, second);
    await until(() => heard.engines.length === 1);
    expect(heard.engines[0]).toMatchObject({ name: 'wasm', reason: 'measured' });
    await until(() => first.commands.filter(({ command }) => command.type === 'play').length === 2);
    expect([first.closed, second.closed]).toEqual([false, true]);
  });

  it.each([
    ['stays', { stays: true }],
    ['moves', { stays: false }],
  ])('tells what was recorded up to the move, where the run %s, and leaves no worker waiting', async (_, { stays }) => {
    const first: FakeWorker = new FakeWorker((request) => {
      if (request.type === 'snapshot') first.say(frame(1, 42));
      return worksOn('wasm', 'starting')(request);
    });
    const works = worksOn('webgl', 'forced', 300);
    const second = new FakeWorker((request) => {
      if (stays && request.type === 'open' && request.snapshot) throw { code: 'snapshot.mismatch', values: {} };
      return works(request);
    });
    const { heard, paint } = await trial(first, second);
    await until(() => heard.frames.length === 1);
    expect(heard.frames).toEqual([42]);
    paint();
    await settle();
    expect(drawnBy(first)).toBe(stays ? 1 : 0);
  });

  it('says that the run stopped while it was to move', async () => {
    const first: FakeWorker = new FakeWorker((request) => {
      if (request.type === 'snapshot') {
        first.say({ kind: 'stopped', run: 1, problem: { code: 'run.notFinite', values: {} }, snapshot: null });
        throw { code: 'run.none', values: {} };
      }
      return worksOn('wasm', 'starting')(request);
    });
    const { heard } = await trial(first, new FakeWorker(worksOn('webgl', 'forced', 300)));
    await until(() => heard.stopped.length === 1);
    expect(heard.stopped).toEqual(['run.notFinite']);
  });

  it('is given up when another run is opened meanwhile', async () => {
    const first = new FakeWorker(worksOn('wasm', 'starting'));
    const second = new FakeWorker((request) =>
      request.type === 'measure' ? new Promise(() => {}) : worksOn('webgl', 'forced')(request),
    );
    const { heard, client } = await trial(first, second);
    await until(() => second.requests.some(({ type }) => type === 'measure'));
    await client.open({ ...config, engine: 'wasm' });
    await until(() => second.closed);
    await settle();
    expect(heard.engines).toEqual([]);
  });

  it('does not begin while the speed says nothing: one player, a limit, or a forced engine', async () => {
    const first = new FakeWorker(worksOn('wasm', 'starting'));
    const { client, heard } = clientOf(first);
    await client.open(config);
    client.command({ type: 'play', player: 'generator' });
    first.say({ kind: 'status', run: 1, status: running });
    client.command({ type: 'play' });
    client.command({ type: 'speed', stepsPerSecond: 3 });
    first.say({ kind: 'status', run: 1, status: running });
    await until(() => heard.statuses.length === 2);
    await settle();
    expect(heard.engines).toEqual([]);
  });
});
