import { describe, expect, it } from 'vitest';
import type { EngineName } from '../../src/core/run';
import { Pace } from '../../src/ui/duel/pace';
import { type HostedRun, hostedRun } from '../support/hostedRun';

const cases: [engine: EngineName, far: number][] = [
  ['cpu', 20],
  ['wasm', 60],
  ['replay', 600],
];

describe('a duel of four', () => {
  it.each(cases)('on %s: each run is bit for bit what it is alone', async (engine, far) => {
    const changes = [{}, { objective: 'minimax' }, { generatorRate: 2e-3 }, { k: 2 }];
    const config = (systemParams: object) => ({
      system: 'gan',
      dataset: 'screws',
      batchSize: 32,
      seed: 3,
      engine,
      systemParams,
    });
    const runs: HostedRun[] = [];
    // One after the other: in one thread they share the engine.
    for (const own of changes) runs.push(await hostedRun(config(own)));
    const pace = new Pace();
    for (const { command } of runs) {
      await command({ type: 'horizon', iteration: 0 });
      await command({ type: 'share', share: 0.5 });
      await command({ type: 'play' });
    }
    while (pace.horizon < far) {
      const iteration = pace.look(
        runs.map(({ status }) => status().iteration),
        performance.now() / 1000,
      );
      await Promise.all(runs.map(({ command }) => command({ type: 'horizon', iteration })));
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    while (runs.some(({ status }) => status().iteration < pace.horizon))
      await new Promise((resolve) => setTimeout(resolve, 20));
    // At rest they stand together.
    expect(new Set(runs.map(({ status }) => status().iteration)).size).toBe(1);
    for (const [i, own] of changes.entries()) {
      const alone = await hostedRun(config(own));
      await alone.play(far);
      await runs[i]?.command({ type: 'pause' });
      const upTo = (points: Map<number, string>) => [...points].filter(([iteration]) => iteration <= far);
      expect(upTo(runs[i]?.points ?? new Map())).toEqual(upTo(alone.points));
      expect(upTo(alone.points).length).toBeGreaterThan(far / 10 - 1);
    }
  });
});
