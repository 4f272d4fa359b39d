import { describe, expect, it } from 'vitest';
import { Problem } from '../../src/core/problem';
import { contendersOf } from '../../src/ui/app/contenders';
import { startLab } from '../../src/ui/app/start';
import { differing, fieldValue, withValue } from '../../src/ui/duel/differences';
import { Duel, type DuelSetup } from '../../src/ui/duel/duel';
import { stacked } from '../../src/ui/duel/figure';
import { Pace } from '../../src/ui/duel/pace';
import { catalog as real } from '../../src/worker/catalog';
import type { RunEvents } from '../../src/worker/client';
import type { OpenedRun, RunCommand } from '../../src/worker/protocol';
import { fakeLab } from './fakeLab';

const [ring] = real.presets.filter(({ id }) => id === 'ring').map(({ config }) => config);
const system = real.systems.find(({ id }) => id === 'gan');
if (!ring || !system) throw new Error('the ring is gone');

describe('the pace', () => {
  it('keeps the fast ones within a third of a second of the slowest, and never falls', () => {
    const pace = new Pace();
    const runs = [
      { at: 0, rate: 3000 },
      { at: 0, rate: 200 },
    ];
    let last = 0;
    for (let tick = 0; tick < 100; tick++) {
      const horizon = pace.look(
        runs.map(({ at }) => at),
        tick / 10,
      );
      expect(horizon).toBeGreaterThanOrEqual(last);
      last = horizon;
      for (const run of runs) run.at = Math.min(horizon, run.at + run.rate / 10);
      expect((runs[0]?.at ?? 0) - (runs[1]?.at ?? 0)).toBeLessThanOrEqual(200);
    }
    // The slowest is hardly held up.
    expect(runs[1]?.at).toBeGreaterThan(0.85 * 10 * 200);
  });
});

describe('contenders', () => {
  it('are the run and its draft, or the run and the other classical loss', async () => {
    const { lab, app } = fakeLab();
    await startLab(lab);
    const opponent = contendersOf(app())?.[1];
    expect(opponent?.systemParams['objective']).not.toBe(app().run?.config.systemParams['objective']);
    app().edit({ batchSize: 8, seed: 99 });
    expect(contendersOf(app())).toMatchObject([
      { batchSize: 64, seed: 1 },
      { batchSize: 8, seed: 1 },
    ]);
  });

  it('differ in what is said of them', () => {
    const other = withValue(withValue(ring, 'batchSize', 16), 'gamma', 1);
    expect(differing(system, [ring, ring])).toEqual([]);
    expect(differing(system, [ring, other])).toEqual(['gamma', 'batchSize']);
    expect([fieldValue(other, 'batchSize'), fieldValue(other, 'gamma')]).toEqual([16, 1]);
  });
});

describe('a duel', () => {
  /** Clients that do as they are told, in memory. */
  function arena() {
    const clients: { events: RunEvents; commands: RunCommand[]; closed: boolean }[] = [];
    const setup: DuelSetup = {
      catalog: real,
      layers: ['manifold'],
      cores: 3,
      measure: async ([id]) => ({ iteration: id }) as never,
      makeClient: (events) => {
        const own = { events, commands: [] as RunCommand[], closed: false };
        clients.push(own);
        return {
          open: async (config) =>
            ({ config, curves: [{ id: 'loss/generator', group: 'loss', of: 'generator' }] }) as unknown as OpenedRun,
          command: (command) => void own.commands.push(command),
          snapshot: async () => Uint8Array.of(clients.indexOf(own)),
          close: () => {
            own.closed = true;
          },
        };
      },
    };
    return { setup, clients };
  }
  const settle = () => new Promise((resolve) => setTimeout(resolve));

  it('hands a contender over as it stands, and says why where that cannot be had', async () => {
    const { setup } = arena();
    const { makeClient } = setup;
    let made = 0;
    const duel = new Duel(
      {
        ...setup,
        makeClient: (...given) => {
          made += 1;
          const lost = async (): Promise<never> => {
            throw new Problem('run.none');
          };
          return { ...makeClient(...given), ...(made === 2 && { snapshot: lost }) };
        },
      },
      [ring, withValue(ring, 'batchSize', 16)],
    );
    await settle();
    const [a, b] = duel.store.getState().contenders.map(({ id }) => id) as [number, number];
    expect(await duel.handOver(a)).toMatchObject({ config: ring, snapshot: Uint8Array.of(0) });
    expect(await duel.handOver(b)).toBeNull();
    expect(duel.store.getState().contenders.map(({ problem }) => problem?.code)).toEqual([undefined, 'run.none']);
    duel.close();
  });

  it('lets all go to the same horizon, step together, and begin anew after a change', async () => {
    const { setup, clients } = arena();
    const duel = new Duel(setup, [ring, withValue(ring, 'batchSize', 16)]);
    await settle();
    const horizons = () => clients.map(({ commands }) => commands.filter(({ type }) => type === 'horizon').at(-1));
    duel.step();
    duel.step();
    expect(horizons()).toEqual([2, 2].map((iteration) => ({ type: 'horizon', iteration })));
    const status = { phase: 'running', iteration: 2, epoch: null, stepsPerSecond: 1, progress: null } as const;
    for (const { events } of clients)
      events.frame({ status, curves: [{ iteration: 2, values: [1] }], stage: null, timeline: null });
    expect(duel.store.getState().contenders.map(({ iteration }) => iteration)).toEqual([2, 2]);
    const [first] = duel.store.getState().contenders;
    await duel.change(first?.id ?? 0, withValue(ring, 'batchSize', 8));
    expect(
      duel.store
        .getState()
        .contenders.map(({ iteration, curves, config }) => [iteration, curves.iterations.length, config.batchSize]),
    ).toEqual([
      [0, 0, 8],
      [0, 0, 16],
    ]);
    expect(horizons()).toEqual([0, 0].map((iteration) => ({ type: 'horizon', iteration })));
    await duel.add();
    await duel.add();
    await duel.add();
    expect(duel.store.getState().contenders).toHaveLength(4);
    const shares = () => clients.map(({ commands }) => commands.filter(({ type }) => type === 'share').at(-1));
    expect(shares()).toEqual(Array(4).fill({ type: 'share', share: 0.5 }));
    duel.remove(duel.store.getState().contenders[3]?.id ?? 0);
    expect(shares().slice(0, 3)).toEqual(Array(3).fill({ type: 'share', share: 2 / 3 }));
    await duel.measure();
    expect(duel.store.getState().contenders.map(({ quality }) => quality?.iteration)).toEqual([0, 1, 2]);
    duel.close();
    expect(clients.every(({ closed }) => closed)).toBe(true);
  });

  it('goes on playing when it begins anew several times at once, unless it is paused meanwhile', async () => {
    const duel = new Duel(arena().setup, [ring, ring]);
    duel.play();
    void duel.add();
    await duel.add();
    expect(duel.store.getState().playing).toBe(true);
    void duel.newSeed();
    duel.pause();
    await settle();
    expect(duel.store.getState().playing).toBe(false);
    duel.close();
  });

  it('goes on without a contender that cannot be built', async () => {
    const { setup, clients } = arena();
    const duel = new Duel(setup, [ring, withValue(ring, 'gamma', -5)]);
    await settle();
    expect(duel.store.getState().contenders.map(({ problem }) => problem?.code)).toEqual([undefined, 'param.range']);
    duel.play();
    expect(clients[0]?.commands.at(-1)).toMatchObject({ type: 'horizon', iteration: 1 });
    duel.close();
  });
});

describe('letters at the ends of lines', () => {
  it('stand apart, however many meet', () => {
    const places = [5, 5, 5, 40];
    const shifts = stacked(places, 10);
    const ends = places.map((place, i) => place + (shifts[i] as number)).sort((a, b) => a - b);
    expect(ends).toEqual([5, 15, 25, 40]);
  });
});
