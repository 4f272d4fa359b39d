import { beforeAll, describe, expect, it } from 'vitest';
import type { EngineName } from '../../src/core/run';
import { type HostedRun, hostedRun } from '../support/hostedRun';

const runs: [engine: EngineName, system: string, dataset: string, batch: number, far: number][] = [
  ['cpu', 'gan', 'screws', 16, 320],
  ['wasm', 'gan', 'screws', 16, 900],
  ['replay', 'gan', 'ring', 64, 6000],
  ['replay', 'dcgan', 'pen-digits', 4, 60],
];

describe.each(runs)('%s: %s on %s', (engine, system, dataset, batchSize, far) => {
  let run: HostedRun;

  beforeAll(async () => {
    run = await hostedRun({ system, dataset, batchSize, seed: 5, engine });
    await run.play(far);
  });

  it('taken back to any moment, repeats the next 20 recorded values of every curve, bit for bit', async () => {
    const original = new Map(run.points);
    const { moments } = run.timeline();
    expect(moments[0]).toBe(0);
    const every = dataset === 'pen-digits' ? 1 : 10;
    const early = moments.filter((moment) => moment + 21 * every < far);
    for (const moment of new Set([0, ...early.slice(-1)])) {
      await run.seek(moment);
      expect(run.status().iteration).toBe(moment);
      run.points.clear();
      await run.play(moment + 20 * every);
      const next = [...run.points].filter(([iteration]) => iteration > moment).slice(0, 20);
      expect(next).toHaveLength(20);
      for (const [iteration, values] of next) expect(values, `${iteration}`).toBe(original.get(iteration));
      await run.swap();
      expect(run.status().iteration).toBeGreaterThanOrEqual(far);
    }
  });

  it('takes another course with other settings, and brings the first one back', async () => {
    await run.seek(0);
    const { moments, course } = run.timeline();
    const from = moments.at(-2) as number;
    const name = 'discriminatorRate';
    const rate = run.config().systemParams[name] as number;
    await run.seek(from);
    run.command({ type: 'live', name, value: 10 * rate });
    await run.play(from + 5);
    expect(run.timeline()).toMatchObject({ other: { from, to: moments.at(-1) } });
    expect(run.timeline().course).not.toBe(course);
    expect(moments).toEqual(expect.arrayContaining(run.timeline().moments.filter((moment) => moment <= from)));
    const back = await run.swap();
    expect(back.systemParams[name]).toBe(rate);
    const again = run.timeline();
    expect(again.course).toBe(course);
    // As it was left, less what was thinned meanwhile for the other course's moments.
    expect(moments).toEqual(expect.arrayContaining([...again.moments]));
    expect([again.moments[0], again.moments.at(-1)]).toEqual([0, moments.at(-1)]);
  });
});
