import { parseConfig } from '../core/config';
import type { LatentDirections } from '../core/latent';
import type { Measured, Quality } from '../core/quality';
import { Stream } from '../core/random';
import { sizeOf } from '../core/shape';
import { mean } from '../core/statistics';
import type { DataStore, Dataset } from '../data/types';
import { startEngine } from '../engine/start';
import type { EngineHost } from '../engine/types';
import { nearestPicture } from '../metrics/nearest';
import { Reference } from '../metrics/reference';
import { areaUnder, rocCurve, thinRoc } from '../metrics/roc';
import { toBytes } from '../training/pictures';
import { drawSamples, scoreSamples } from '../training/samples';
import { type RunState, restoreRun, unpackSnapshot } from '../training/snapshot';
import type { Trainer } from '../training/trainer';
import { catalog } from './catalog';
import { judgeFor, type LoadWeights } from './digitJudge';
import { findDirections } from './latents';
import { metricsOfRun, readClasses } from './runMetrics';
import { openOn, openSession, type Session } from './session';

/** What measuring needs of the place it happens in. */
export interface MeasuringPlace {
  store: DataStore;
  engines: EngineHost;
  loadWeights: LoadWeights;
}

/** Samples of each set, by kind of data. */
const POINTS = 10_000;
const PICTURES = 2000;
/** Samples of each set that D's own curve is made of, and points of the curve that are kept. */
const JUDGED_BY_D = 2000;
const ROC_POINTS = 201;
/** Generated pictures whose nearest stored ones are looked for. */
const NEAREST = 12;

/**
 * Measures runs from their snapshots, beside the training and without touching it: the snapshot is opened once more, its
 * generator makes samples, and these are compared with real ones.
 */
export class Measurer {
  private open: { key: string; session: Session; reference: Reference | null } | null = null;

  constructor(private readonly place: MeasuringPlace) {}

  /** Every metric that applies to the run's data, beside its floor. Throws a `Problem`. */
  async measure(snapshot: Uint8Array): Promise<Quality> {
    const open = await this.opened(unpackSnapshot(snapshot) as RunState);
    const { trainer } = open.session;
    open.reference ??= await this.referenceFor(trainer);
    return measureTrainer(trainer, open.reference);
  }

  /** Where G's pictures change most; see {@link findDirections}. */
  async directions(snapshot: Uint8Array, most: number): Promise<LatentDirections> {
    const { session } = await this.opened(unpackSnapshot(snapshot) as RunState);
    return findDirections(session.trainer, most);
  }

  private async referenceFor({ dataset, currentConfig }: Trainer): Promise<Reference> {
    const count = dataset.info.kind === 'image' ? PICTURES : POINTS;
    return new Reference(dataset, count, currentConfig.seed, await judgeFor(dataset, this.place.loadWeights));
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
    this.open = { key, session, reference: null };
    return this.open;
  }
}

/** Every metric of what a trainer's generator makes now, beside the floors of the reference. Nothing moves. */
export async function measureTrainer(trainer: Trainer, reference: Reference): Promise<Quality> {
  const fake = await drawSamples(trainer, reference.count);
  const { values, modes, classes } = reference.measure(fake);
  const floors = reference.floors();
  const metrics = reference.metrics.map(
    ({ id, unit, better }): Measured => ({
      id,
      unit,
      better,
      value: values[id] as number,
      floor: floors[id] as number,
    }),
  );
  return {
    iteration: trainer.iteration,
    count: reference.count,
    metrics: [...metrics, ...(await metricsOfRun(trainer, fake, reference.count))],
    modes,
    classes: classes ?? readClasses(trainer.dataset, trainer.currentConfig.seed, fake),
    roc: await rocOfD(trainer, fake, reference.count),
    nearest: nearestTo(trainer.dataset, fake),
  };
}

async function rocOfD(trainer: Trainer, fake: Float32Array, count: number): Promise<Quality['roc']> {
  const dims = fake.length / count;
  const real = trainer.dataset.sample(new Stream(trainer.currentConfig.seed, 'real'), JUDGED_BY_D).x;
  const ofReal = await scoreSamples(trainer, real, JUDGED_BY_D);
  const ofFake = await scoreSamples(trainer, fake.subarray(0, JUDGED_BY_D * dims), JUDGED_BY_D);
  if (!ofReal || !ofFake) return null;
  const roc = rocCurve(ofReal, ofFake);
  return { ...thinRoc(roc, ROC_POINTS), area: areaUnder(roc) };
}

/** A few generated pictures beside the stored ones that are nearest to them; null for data that is not stored. */
function nearestTo({ stored, info }: Dataset, fake: Float32Array): Quality['nearest'] {
  if (!stored) return null;
  const area = sizeOf(info.shape);
  const made = toBytes(fake.slice(0, NEAREST * area));
  const real = new Uint8Array(made.length);
  const distances = Array.from({ length: NEAREST }, (_, i) => {
    const { index, distance } = nearestPicture(made.subarray(i * area, (i + 1) * area), stored);
    real.set(stored.subarray(index * area, (index + 1) * area), i * area);
    return distance;
  });
  // How near stored pictures are to each other: about as near as pictures that are new but real would be.
  const places = Array.from({ length: NEAREST }, (_, i) => Math.floor(((i + 0.5) * stored.length) / area / NEAREST));
  const usual = places.map((at) => nearestPicture(stored.subarray(at * area, (at + 1) * area), stored, at).distance);
  return { shape: info.shape, fake: made, real, distances, usual: mean(usual) };
}
