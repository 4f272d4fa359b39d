import { beforeEach, describe, expect, it } from 'vitest';
import type { Quality } from '../../src/core/quality';
import { watchQuality } from '../../src/ui/app/quality';
import { startLab } from '../../src/ui/app/start';
import { fakeLab } from './fakeLab';

const timeline = { moments: [0, 1000, 6000], course: 1, other: null, bytes: 10, budget: 100 };
const measured = (iteration: number): Quality => ({
  iteration,
  count: 5,
  metrics: [],
  modes: null,
  classes: null,
  roc: null,
  nearest: null,
});

describe('a run that was taken back', () => {
  let fake: ReturnType<typeof fakeLab>;
  const app = () => fake.app();

  const frame = (iteration: number, changes: object | null, ...points: number[]) =>
    fake.events().frame({
      status: { ...app().status, iteration },
      curves: points.map((at) => ({ iteration: at, values: [iteration] })),
      stage: null,
      timeline: changes && { ...timeline, ...changes },
    });
  const points = () => app().quality.points.map(({ iteration }) => iteration);

  beforeEach(async () => {
    fake = fakeLab({ missing: ['mnist'] });
    await startLab(fake.lab);
    fake.lab.services.measuring.measure = async () => measured(app().status.iteration);
    for (const iteration of [500, 1000, 1500, 6000]) {
      frame(iteration, iteration === 6000 ? {} : null, iteration);
      await app().measure();
    }
    app().pause();
    frame(1000, {});
  });

  /** Goes on from there, and takes another course. */
  const goOn = (iteration: number) => {
    app().play();
    frame(iteration, { course: 2, moments: [0, 1000], other: { from: 1000, to: 6000 } }, iteration);
  };

  it('keeps what was measured until it goes on, and has it again where that course is brought back', () => {
    expect(points()).toEqual([500, 1000, 1500, 6000]);
    goOn(1010);
    expect(points()).toEqual([500, 1000]);
    frame(6000, { other: { from: 1000, to: 1010 } });
    expect(points()).toEqual([500, 1000, 1500, 6000]);
  });

  it('is measured there without losing what came after', async () => {
    await app().measure();
    expect(points()).toEqual([500, 1000, 1500, 6000]);
    frame(1200, null);
    await app().measure();
    expect(points()).toEqual([500, 1000, 1200, 1500, 6000]);
  });

  it('is measured again as often as ever when it goes on', async () => {
    const stop = watchQuality(fake.lab);
    app().measureEvery(500);
    app().play();
    frame(1400, null);
    expect(app().quality.busy).toBe(false);
    goOn(1500);
    await expect.poll(points).toEqual([500, 1000, 1500]);
    stop();
  });

  it('is not said to be what it was on a course that it left while it was measured', async () => {
    let answer: ((value: Quality) => void) | null = null;
    fake.lab.services.measuring.measure = () => new Promise((resolve) => (answer = resolve));
    frame(6000, {});
    const measuring = app().measure();
    await expect.poll(() => answer).not.toBeNull();
    frame(1000, {});
    goOn(1010);
    (answer as unknown as (value: Quality) => void)(measured(6000));
    await measuring;
    expect(points()).toEqual([500, 1000]);
    expect(app().quality.busy).toBe(false);
  });

  it('is set aside as far as it went when another is opened', async () => {
    const journeys: number[] = [];
    fake.lab.client.seek = async (iteration) => {
      journeys.push(iteration);
      return { ...fake.gan('screws', { lr: 0.2 }) };
    };
    app().replay(true);
    await app().openPreset('ring');
    expect(journeys).toEqual([Number.POSITIVE_INFINITY]);
    expect(app().replaying).toBe(false);
    expect(app().former?.systemParams['lr']).toBe(0.2);
    await app().goBack();
    expect(fake.opened.at(-1)).toMatchObject({ config: { dataset: 'screws', systemParams: { lr: 0.2 } } });
  });

  it('is where it was when another cannot be opened', async () => {
    const journeys: number[] = [];
    fake.lab.client.seek = async (iteration) => {
      journeys.push(iteration);
      return fake.gan('screws');
    };
    await app().openPreset('mnist');
    expect(journeys).toEqual([Number.POSITIVE_INFINITY, 1000]);
    expect(app().former).toBeNull();
  });

  it('replaces what was recorded beyond, where nothing is left of a course that went bad', () => {
    frame(1600, { moments: [0, 1000] }, 1600);
    expect(app().curves.iterations).toEqual([500, 1000, 1500, 1600]);
  });
});
