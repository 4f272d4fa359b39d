import { beforeEach, describe, expect, it } from 'vitest';
import { firstBadArray, type RunState, unpackSnapshot } from '../../src/training/snapshot';
import { type HostedRun, hostedRun } from '../support/hostedRun';

/** A learning rate with which no number stays finite. */
const ABSURD = { type: 'live', name: 'discriminatorRate', value: 1e38 } as const;

describe('a run whose numbers go bad', () => {
  let run: HostedRun;

  beforeEach(async () => {
    run = await hostedRun({ system: 'gan', dataset: 'ring', batchSize: 16, seed: 5, engine: 'cpu' });
    await run.command({ type: 'step' });
    await run.command(ABSURD);
  });

  /** Far enough for the curves to see it: they look at every tenth iteration. */
  const stepOn = async () => {
    for (let i = 0; i < 12; i++) await run.command({ type: 'step' });
  };

  it('stops once, says why, and goes on being served', async () => {
    await stepOn();
    expect(run.stopped.map(({ problem }) => problem.code)).toEqual(['run.notFinite']);
    await run.command({ type: 'look' });
    expect(run.status().phase).toBe('failed');
    const { iteration } = run.status();
    await run.command({ type: 'play' });
    await run.command({ type: 'pause' });
    await run.command({ type: 'look' });
    expect(run.status()).toMatchObject({ phase: 'failed', iteration });
  });

  it('goes on from an earlier moment as if nothing had been', async () => {
    await stepOn();
    const rate = (await run.seek(0)).systemParams['discriminatorRate'];
    expect(rate).toBeLessThan(1);
    await run.play(30);
    expect(run.stopped).toHaveLength(1);
    expect(run.points.get(20)).not.toContain('NaN');
  });

  it('keeps no state that holds a number which is not finite', async () => {
    // The curves look at the tenth iteration next, and see nothing of this one.
    await run.command({ type: 'step' });
    await run.seek(Number.POSITIVE_INFINITY);
    expect(run.timeline().moments.at(-1)).toBeLessThan(2);
    await run.command(ABSURD);
    await stepOn();
    const snapshot = run.stopped.at(-1)?.snapshot;
    expect(firstBadArray(unpackSnapshot(snapshot as Uint8Array) as RunState)).toBeNull();
  });
});
