import { describe, expect, it } from 'vitest';
import { encodeLink } from '../../src/core/link';
import { startLab } from '../../src/ui/app/start';
import { catalog, fakeLab } from './fakeLab';

async function started(missing: string[] = []) {
  const fake = fakeLab({ missing });
  await startLab(fake.lab);
  fake.commands.splice(0);
  return fake;
}

describe('edits', () => {
  it('of a live parameter take effect at once: command, run, draft and link', async () => {
    const { app, commands, address } = await started();
    app().editParam('lr', 0.05);
    expect(commands).toEqual([{ type: 'live', name: 'lr', value: 0.05 }]);
    expect(app().run?.config.systemParams['lr']).toBe(0.05);
    expect(app().draft).toEqual(app().run?.config);
    expect(address.hash).toContain('lr=0.05');
  });

  it('of anything else wait in the draft', async () => {
    const { app, commands, address } = await started();
    const before = address.hash;
    app().editParam('latentSize', 4);
    app().edit({ batchSize: 32 });
    expect(commands).toEqual([]);
    expect(app().draft).toMatchObject({ batchSize: 32, systemParams: { latentSize: 4 } });
    expect(app().run?.config).toMatchObject({ batchSize: 64, systemParams: { latentSize: 1 } });
    expect(address.hash).toBe(before);
    await app().apply();
    expect(app().run?.config).toMatchObject({ batchSize: 32, seed: 1 });
    expect(address.hash).toContain('batch=32');
  });

  it('outside the limits are refused with the reason', async () => {
    const { app } = await started();
    app().editParam('lr', 50);
    expect(app().problem).toMatchObject({ code: 'param.range', where: 'draft' });
    expect(app().draft).toEqual(app().run?.config);
  });

  it('that make a net impossible are explained at `apply`, and the run stays', async () => {
    const { app, opened } = await started();
    app().editParam('generator', [{ type: 'conv', filters: 4, kernel: 3, stride: 1 }]);
    await app().apply();
    expect(app().problem).toMatchObject({ code: 'net.convNeedsImage', where: 'draft' });
    expect(opened).toHaveLength(1);
    app().discard();
    expect(app().draft).toEqual(app().run?.config);
  });

  it('of the engine alone move the run with its snapshot', async () => {
    const { app, opened } = await started();
    app().edit({ engine: 'cpu' });
    await app().apply();
    expect(opened[1]).toMatchObject({ config: { engine: 'cpu' }, snapshot: new Uint8Array([1]) });
  });
});

describe('the engine that somebody chooses', () => {
  it('takes the run over from where it is, and leaves waiting edits waiting', async () => {
    const { app, opened } = await started();
    app().edit({ batchSize: 8 });
    await app().chooseEngine('cpu');
    expect(opened).toHaveLength(2);
    expect(opened[1]).toMatchObject({ config: { engine: 'cpu', batchSize: 64 }, snapshot: new Uint8Array([1]) });
    expect(app().draft).toMatchObject({ engine: 'cpu', batchSize: 8 });
    await app().chooseEngine('cpu');
    expect(opened).toHaveLength(2);
  });

  it('has other threads from where the run is, now and from then on', async () => {
    const { app, opened, threads } = await started();
    await app().chooseThreads(3);
    expect(threads).toEqual([3]);
    expect(opened[1]).toMatchObject({ config: { engine: 'auto' }, snapshot: new Uint8Array([1]) });
    await app().chooseThreads(app().run?.engine.threads as number);
    expect(opened).toHaveLength(2);
  });

  it('takes a run that lost its own from the last good state', async () => {
    const { app, events, opened } = await started();
    events().stopped({ code: 'engine.lost', values: { engine: 'webgl' } }, new Uint8Array([42]));
    await app().chooseEngine('wasm');
    expect(opened[1]).toMatchObject({ config: { engine: 'wasm' }, snapshot: new Uint8Array([42]) });
  });
});

describe('another data set or system', () => {
  it('brings the values of its preset, and keeps what the person changed', async () => {
    const { app } = await started();
    app().editParam('objective', 'wgan');
    app().pickDataset('ring');
    expect(app().draft).toMatchObject({
      dataset: 'ring',
      datasetParams: {},
      systemParams: { latentSize: 2, objective: 'wgan', generator: [{ type: 'dense', units: 32 }] },
    });
  });

  it('takes a data set that the system accepts', async () => {
    const { app } = await started();
    app().pickSystem('dcgan');
    expect(app().draft).toMatchObject({ system: 'dcgan', dataset: 'mnist', datasetParams: {} });
    app().pickDataset('screws');
    expect(app().draft).toMatchObject({ system: 'gan', dataset: 'screws', datasetParams: { mean: 5 } });
  });
});

describe('the transport', () => {
  it('plays and steps one player while restricted to it', async () => {
    const { app, commands } = await started();
    app().restrict('generator');
    app().pause();
    app().step();
    app().toggle();
    app().restrict(null);
    expect(commands).toEqual([
      { type: 'play', player: 'generator' },
      { type: 'pause' },
      { type: 'step', player: 'generator' },
      { type: 'play', player: 'generator' },
      { type: 'play' },
    ]);
  });

  it('resets with the same seed, draws a new one, and keeps the speed limit', async () => {
    const { app, opened, commands } = await started();
    app().setSpeed(10);
    await app().reset();
    expect(opened[1]).toEqual({ config: opened[0]?.config, snapshot: undefined });
    expect(commands).toContainEqual({ type: 'speed', stepsPerSecond: 10 });
    await app().newSeed();
    expect(opened[2]?.config.seed).not.toBe(1);
  });

  it('leaves a paused run paused after a reset, and waiting edits waiting', async () => {
    const { app } = await started();
    app().pause();
    app().edit({ batchSize: 8 });
    await app().reset();
    expect(app().status.phase).toBe('paused');
    expect(app().draft?.batchSize).toBe(8);
  });
});

describe('the run', () => {
  it('before another can be brought back where it stood', async () => {
    const { app, opened, events } = await started();
    const reach = (iteration: number) =>
      events().frame({
        status: { ...app().status, iteration },
        curves: [{ iteration, values: [1] }],
        stage: null,
        timeline: null,
      });
    reach(50);
    await app().openPreset('ring');
    expect(app().former?.dataset).toBe('screws');
    reach(7);
    await app().goBack();
    expect(opened[2]).toMatchObject({ config: { dataset: 'screws' }, snapshot: new Uint8Array([1]) });
    expect(app().curves.iterations).toEqual([50]);
    expect(app().former?.dataset).toBe('ring');
  });

  it('has curves of another version than the one before it, so that charts draw them', async () => {
    const { app } = await started();
    app().preferTrained(true);
    const versions: number[] = [];
    for (const id of ['ring', 'screws', 'ring']) {
      await app().openPreset(id);
      versions.push(app().curves.version);
    }
    expect(new Set(versions).size).toBe(3);
  });

  it('stays when another cannot be opened', async () => {
    const { app, address } = await started(['mnist']);
    app().measureEvery(500);
    app().showMeasurements('quality');
    const before = { run: app().run, hash: address.hash };
    await app().openPreset('mnist');
    expect(app()).toMatchObject({ measurements: 'quality', quality: { every: 500 } });
    expect(app().run).toBe(before.run);
    expect(address.hash).toBe(before.hash);
    expect(app().status.phase).toBe('running');
  });

  it('that stopped by itself goes on from the last good state', async () => {
    const { app, opened, events } = await started();
    events().stopped({ code: 'engine.lost', values: { engine: 'webgl' } }, new Uint8Array([42]));
    expect(app()).toMatchObject({ canRecover: true, problem: { code: 'engine.lost', where: 'run' } });
    await app().recover();
    expect(opened[1]?.snapshot).toEqual(new Uint8Array([42]));
    expect(app()).toMatchObject({ canRecover: false, problem: null, status: { phase: 'running' } });
  });

  it('is shared as the link of what runs, not of the draft', async () => {
    const { app } = await started();
    app().edit({ batchSize: 8 });
    expect(app().shareLink()).toBe(`https://example.org/#${encodeLink(app().run!.config, catalog)}`);
    expect(app().shareLink()).toContain('batch=64');
  });
});

describe('files', () => {
  const file = (name: string, content: string | Uint8Array) => new File([content as BlobPart], name);

  it('with a configuration open it', async () => {
    const { app } = await started();
    await app().openFiles([file('run.json', JSON.stringify({ system: 'gan', dataset: 'ring', seed: 5 }))]);
    expect(app().run?.config).toMatchObject({ dataset: 'ring', seed: 5 });
  });

  it('with something else are explained, and the run stays', async () => {
    const { app, opened } = await started();
    await app().openFiles([file('run.json', '{"system":')]);
    expect(app().problem).toMatchObject({ code: 'config.notJson', values: { file: 'run.json' }, where: 'file' });
    await app().openFiles([file('run.json', '{"system":"gan","dataset":"ring","colour":1}')]);
    expect(app().problem).toMatchObject({ code: 'config.unknownField', where: 'file' });
    expect(opened).toHaveLength(1);
  });

  it('with a saved run open it from its snapshot', async () => {
    const { app, opened } = await started();
    const zip = new Uint8Array(100);
    zip.set(new TextEncoder().encode('minimax.json'), 30);
    await app().openFiles([file('run.zip', zip)]);
    expect(opened[1]).toMatchObject({ config: { dataset: 'ring', systemParams: { latentSize: 3 } }, snapshot: zip });
  });

  it('with data go to the data worker, and the set into the draft', async () => {
    const { app, asked } = await started();
    await app().openFiles([file('train-images-idx3-ubyte', new Uint8Array(4))]);
    expect(asked[0]).toMatchObject({ type: 'import', files: [{ name: 'train-images-idx3-ubyte' }] });
    expect(app()).toMatchObject({ draft: { dataset: 'mnist', batchSize: 32 }, stored: ['mnist'], fileTask: null });
    expect(app().run?.config.dataset).toBe('screws');
  });
});

describe('the time machine', () => {
  const timeline = { moments: [0, 20, 40], course: 1, other: null, bytes: 10, budget: 100 };
  const point = (iteration: number, value = iteration) => ({ iteration, values: [value] });

  it('brings back the live values of that time, and of several wishes only the newest', async () => {
    const { app, lab, commands } = await started();
    const journeys: number[] = [];
    const { seek } = lab.client;
    lab.client.seek = (iteration) => {
      journeys.push(iteration);
      return seek(iteration);
    };
    app().play();
    await Promise.all([app().seek(1), app().seek(2), app().seek(3)]);
    expect(journeys).toEqual([1, 3]);
    expect(commands.at(-1)).toEqual({ type: 'pause' });
    expect(app().run?.config.systemParams['lr']).toBe(0.5);
    expect(app().draft?.systemParams['lr']).toBe(0.5);
  });

  it('cuts the curves where the run takes another course, and joins them again when the first is brought back', async () => {
    const { app, events } = await started();
    const frame = (iteration: number, points: ReturnType<typeof point>[], changes: object | null) =>
      events().frame({
        status: { ...app().status, iteration },
        curves: points,
        stage: null,
        timeline: changes && { ...timeline, ...changes },
      });
    frame(
      40,
      [10, 20, 30, 40].map((i) => point(i)),
      {},
    );
    frame(20, [], {});
    expect(app().curves.iterations).toEqual([10, 20, 30, 40]);
    frame(30, [point(30, 99)], { course: 2, moments: [0, 20], other: { from: 20, to: 40 } });
    expect(app().curves).toMatchObject({ iterations: [10, 20, 30], columns: [[10, 20, 99]] });
    frame(40, [], { other: { from: 20, to: 30 } });
    expect(app().curves).toMatchObject({ iterations: [10, 20, 30, 40], columns: [[10, 20, 30, 40]] });
    frame(30, [], { course: 2, moments: [0, 20], other: { from: 20, to: 40 } });
    expect(app().curves.columns).toEqual([[10, 20, 99]]);
  });

  it('goes on with other settings from an earlier moment, and keeps the run as far as it went', async () => {
    const { app, lab, opened, events } = await started();
    events().frame({
      status: { ...app().status, iteration: 20 },
      curves: [point(10), point(30)],
      stage: null,
      timeline,
    });
    let newest = 0;
    lab.client.seek = async (iteration) => {
      newest = iteration;
      return app().run?.config as never;
    };
    app().edit({ batchSize: 8 });
    await app().branch();
    expect(newest).toBe(Number.POSITIVE_INFINITY);
    expect(opened[1]).toMatchObject({ config: { batchSize: 8 }, snapshot: new Uint8Array([1]) });
    expect(app().former).toMatchObject({ batchSize: 64 });
    expect(app().timeline).toBeNull();
  });
});
