import '../../support/tf';
import { beforeAll, describe, expect, it } from 'vitest';
import type { RunConfig } from '../../../src/core/run';
import type { MakeExecutor } from '../../../src/engine/replay/executor';
import { type HelperSetup, type Threads, threadsFor } from '../../../src/engine/replay/threads';
import { startEngine } from '../../../src/engine/start';
import { nodeEngines } from '../../../src/headless/nodeEngines';
import { nodeThreads } from '../../../src/headless/nodeThreads';
import type { Trainer } from '../../../src/training/trainer';
import { openSession } from '../../../src/worker/session';
import { caseNamed } from '../../bench/cases';
import { emptyStore } from '../../support/stores';

const ITERATIONS = 12;
/** Long enough for a thread to start on a machine that is busy. */
const PATIENCE_MS = 60_000;

/** Where the block of `assembly/team` counts what helping threads did. */
const HELPED = 20;

async function makerWith(threads: Threads | null): Promise<MakeExecutor> {
  const { makeExecutor, threads: count } = await startEngine('replay', { ...nodeEngines, threads });
  expect(count).toBe(threads?.count ?? 1);
  return makeExecutor as MakeExecutor;
}

async function open(config: RunConfig, threads: Threads | null): Promise<Trainer> {
  return (await openSession(config, emptyStore, undefined, await makerWith(threads))).trainer;
}

/** Threads that say how many were started, what they did together, and how many were ended. */
function watched(count: number) {
  const seen = { started: 0, ended: 0, helped: () => 0 };
  const threads = nodeThreads(count) as Threads;
  const start = (setup: HelperSetup) => {
    const end = threads.start(setup);
    seen.started += 1;
    seen.helped = () => new Int32Array(setup.memory.buffer, setup.control + HELPED, 1)[0] as number;
    return () => {
      seen.ended += 1;
      end();
    };
  };
  return { seen, threads: { count, start } };
}

const stateOf = (trainer: Trainer) => trainer.captureState();

beforeAll(() => startEngine('cpu', nodeEngines));

describe('threads', () => {
  it.each(['mlp-128', 'dcgan-small'] as const)('change no bit of what is learned: %s', async (name) => {
    const { config } = caseNamed(name);
    const { seen, threads } = watched(3);
    const [alone, together] = [await open(config, null), await open(config, threads)];
    expect(seen.started).toBe(2);
    // From here on the others are there.
    const began = performance.now();
    while (seen.helped() === 0 && performance.now() - began < PATIENCE_MS) {
      alone.iterate();
      together.iterate();
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    for (let i = 0; i < ITERATIONS; i++) {
      alone.iterate();
      together.iterate();
    }
    expect(seen.helped()).toBeGreaterThan(0);
    const [expected, found] = [await stateOf(alone), await stateOf(together)];
    for (const [key, numbers] of Object.entries(expected)) expect([key, found[key]]).toEqual([key, numbers]);
    alone.dispose();
    together.dispose();
    expect(seen.ended).toBe(2);
  });

  it('hold nothing up that never come', async () => {
    const { config } = caseNamed('mlp-128');
    const [alone, together] = [
      await open(config, null),
      await open(config, { count: 4, start: () => () => undefined }),
    ];
    for (let i = 0; i < ITERATIONS; i++) {
      alone.iterate();
      together.iterate();
    }
    expect(await stateOf(together)).toEqual(await stateOf(alone));
    alone.dispose();
    together.dispose();
  });

  it('are not called for small networks', async () => {
    const { seen, threads } = watched(2);
    const trainer = await open(caseNamed('toy-8').config, threads);
    trainer.iterate();
    expect(seen.started).toBe(0);
    trainer.dispose();
  });

  it('leave half of the cores to others, and are four at most', () => {
    expect([1, 2, 3, 4, 8, 12, 64].map(threadsFor)).toEqual([1, 1, 1, 2, 4, 4, 4]);
  });
});
