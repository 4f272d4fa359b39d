import { describe, expect, it } from 'vitest';
import { Problem } from '../../src/core/problem';
import type { Quality } from '../../src/core/quality';
import { watchQuality } from '../../src/ui/app/quality';
import { startLab } from '../../src/ui/app/start';
import { showMeasured, telling } from '../../src/ui/quality/telling';
import { fakeLab } from './fakeLab';

const quality = (iteration: number, ...ids: string[]): Quality => ({
  iteration,
  count: 5,
  metrics: ids.map((id) => ({ id, unit: '1', better: 'lower', value: 1, floor: 0 })),
  modes: null,
  classes: null,
  roc: null,
  nearest: null,
});

describe('measuring the open run', () => {
  it('takes the numbers in, and keeps them in the order of the iterations', async () => {
    const { lab, app } = fakeLab();
    await startLab(lab);
    const replies = [quality(40), quality(90), quality(60)];
    lab.services.measuring.measure = async () => replies.shift() as Quality;
    for (let i = 0; i < 3; i++) await app().measure();
    expect(app().quality.points.map(({ iteration }) => iteration)).toEqual([40, 60]);
    expect(app().quality.busy).toBe(false);
  });

  it('measures one at a time, and drops what comes for a run that is gone', async () => {
    const { lab, app } = fakeLab();
    await startLab(lab);
    let answer: (value: Quality) => void = () => {};
    let asked = 0;
    lab.services.measuring.measure = () => {
      asked += 1;
      return new Promise((resolve) => {
        answer = resolve;
      });
    };
    const first = app().measure();
    await app().measure();
    await expect.poll(() => asked).toBe(1);
    await app().newSeed();
    answer(quality(10));
    await first;
    expect(app().quality).toMatchObject({ points: [], busy: false, problem: null });
  });

  it('says why it failed, and measures no more by itself until asked', async () => {
    const { lab, app } = fakeLab();
    await startLab(lab);
    const stop = watchQuality(lab);
    let asked = 0;
    lab.services.measuring.measure = async () => {
      asked += 1;
      throw new Problem('worker.crashed', { message: 'gone' });
    };
    app().measureEvery(500);
    await expect.poll(() => app().quality.problem?.code).toBe('worker.crashed');
    lab.store.setState(({ status }) => ({ status: { ...status, iteration: 9000 } }));
    expect(asked).toBe(1);
    stop();
  });

  it('measures again when so many iterations have passed, and only while the run plays', async () => {
    const { lab, app } = fakeLab();
    await startLab(lab);
    const stop = watchQuality(lab);
    const at = (iteration: number) => lab.store.setState(({ status }) => ({ status: { ...status, iteration } }));
    lab.services.measuring.measure = async () => quality(app().status.iteration);
    app().measureEvery(500);
    await expect.poll(() => app().quality.points.length).toBe(1);
    at(400);
    at(499);
    expect(app().quality.busy).toBe(false);
    at(500);
    await expect.poll(() => app().quality.points.length).toBe(2);
    app().pause();
    at(5000);
    expect(app().quality.busy).toBe(false);
    stop();
  });
});

it('draws the three metrics that say most', () => {
  expect(telling(quality(1, 'mean', 'w1', 'js', 'auc'))).toEqual(['w1', 'js', 'auc']);
  expect(telling(quality(1, 'w1', 'modes', 'highQuality', 'coverage'))).toEqual(['modes', 'highQuality', 'w1']);
  expect(telling(quality(1, 'sd'))).toEqual([]);
});

it('shows numbers in the digits that they deserve', () => {
  expect(showMeasured(0.0123456, 'data', 'cm')).toBe('0.0123 cm');
  expect(showMeasured(8, '1', 'cm')).toBe('8');
  expect(showMeasured(Number.POSITIVE_INFINITY, 'nats', '')).toBe('∞');
  expect(showMeasured(Number.NaN, '1', '')).toBe('—');
});
