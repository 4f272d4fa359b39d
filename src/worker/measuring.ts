import { parseConfig } from '../core/config';
import type { Measured, Quality } from '../core/quality';
import { Stream } from '../core/random';
import type { DataStore } from '../data/types';
import { startEngine } from '../engine/start';
import type { EngineHost } from '../engine/types';
import { METRICS } from '../metrics';
import { floors, measure } from '../metrics/measure';
import { areaUnder, rocCurve, thinRoc } from '../metrics/roc';
import { drawSamples, scoreSamples } from '../training/samples';
import { type RunState, restoreRun, unpackSnapshot } from '../training/snapshot';
import type { Trainer } from '../training/trainer';
import { catalog } from './catalog';
import { openOn, openSession, type Session } from './session';

/** What measuring needs of the place it happens in. */
export interface MeasuringPlace {
  store: DataStore;
  engines: EngineHost;
}

/** Samples of each set, by kind of data. */
const POINTS = 10_000;
const PICTURES = 2000;
/** Samples of each set that D's own curve is made of, and points of the curve that are kept. */
const JUDGED_BY_D = 2000;
const ROC_POINTS = 201;

/**
 * Measures runs from their snapshots, beside the training and without touching it: the snapshot is opened once more, its
 * generator makes samples, and these are compared with real ones.
 */
export class Measurer {
  private open: { key: string; session: Session; floors: Record<string, number> | null } | null = null;

  constructor(private readonly place: MeasuringPlace) {}

  /** Every metric that applies to the run's data, beside its floor. Throws a `Problem`. */
  async measure(snapshot: Uint8Array): Promise<Quality> {
    const state = unpackSnapshot(snapshot) as RunState;
    const open = await this.opened(state);
    const { trainer } = open.session;
    const { dataset } = trainer;
    const { seed } = trainer.currentConfig;
    const count = dataset.info.kind === 'image' ? PICTURES : POINTS;
    const fake = await drawSamples(trainer, count);
    const values = measure(dataset, fake, seed);
    open.floors ??= floors(dataset, count, seed);
    const of = open.floors;
    const metrics = METRICS.filter(({ id }) => id in values).map(
      ({ id, unit, better }): Measured => ({
        id,
        unit,
        better,
        value: values[id] as number,
        floor: of[id] as number,
      }),
    );
    return { iteration: state.iteration, count, metrics, roc: await rocOfD(trainer, fake) };
  }

  /** The session of that configuration with the snapshot's state in it: the one before where it is the same. */
  private async opened(state: RunState): Promise<NonNullable<Measurer['open']>> {
    const config = parseConfig(state.config, catalog);
    const key = JSON.stringify(config);
    if (this.open?.key === key) {
      restoreRun(this.open.session.trainer, state);
      return this.open;
    }
    this.open?.session.dispose();
    this.open = null;
    const { engines, store } = this.place;
    const { session } = await openOn(
      await startEngine('replay', engines),
      () => startEngine('wasm', engines),
      (makeExecutor) => openSession(config, store, state, makeExecutor),
    );
    this.open = { key, session, floors: null };
    return this.open;
  }
}

async function rocOfD(trainer: Trainer, fake: Float32Array): Promise<Quality['roc']> {
  const dims = fake.length / (trainer.dataset.info.kind === 'image' ? PICTURES : POINTS);
  const real = trainer.dataset.sample(new Stream(trainer.currentConfig.seed, 'real'), JUDGED_BY_D).x;
  const ofReal = await scoreSamples(trainer, real, JUDGED_BY_D);
  const ofFake = await scoreSamples(trainer, fake.subarray(0, JUDGED_BY_D * dims), JUDGED_BY_D);
  if (!ofReal || !ofFake) return null;
  const roc = rocCurve(ofReal, ofFake);
  return { ...thinRoc(roc, ROC_POINTS), area: areaUnder(roc) };
}
