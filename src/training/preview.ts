import type { Stream } from '../core/random';
import {
  type SceneShown,
  type Stage,
  type Stage1d,
  type Stage2d,
  type StageImages,
  type StagePoint,
  sceneOf,
} from '../core/stage';
import { mean, normalQuantile, standardDeviation } from '../core/statistics';
import type { Dataset } from '../data/types';
import type { System } from '../systems/types';
import { kernelDensity, optimalDiscriminator, pushforwardDensity } from './density';
import { toBytes } from './pictures';
import { cellCentres, type PlaneRange } from './planeDensity';
import { PlaneLayers } from './planeLayers';
import { generateSamples, scoreSamples } from './samples';
import { SceneInputs } from './sceneInputs';
import { drawStarts } from './starts';
import type { Trainer } from './trainer';

const NO_LAYERS: ReadonlySet<string> = new Set();

/** How many samples the stage shows, by kind of data. */
const POINTS = 1000;
const GRID_1D = 241;
const SIDE_2D = 60;
const SIDE_PHASE = 21;
const REAL_PICTURES = 24;
const FAKE_PICTURES = 48;

/**
 * The stage's pictures of a run: always the same real samples and the same latents, drawn once from the preview stream,
 * so that one sees the generator change and nothing else, and looking never changes the run.
 */
export class Preview {
  private readonly real: Float32Array;
  private readonly latents: Float32Array;
  private readonly count: number;
  private readonly dataset: Dataset;
  private readonly sceneInputs: SceneInputs;
  private readonly planeLayers: PlaneLayers | null;

  constructor(
    private readonly trainer: Trainer,
    stream: Stream,
  ) {
    const { dataset, system } = trainer;
    this.dataset = dataset;
    const image = dataset.info.kind === 'image';
    this.count = image ? FAKE_PICTURES : POINTS;
    this.real = dataset.sample(stream, image ? REAL_PICTURES : POINTS).x;
    this.latents = fixedStarts(this.count, system, dataset, stream);
    this.sceneInputs = new SceneInputs(trainer);
    this.planeLayers = dataset.info.kind === '2d' ? new PlaneLayers(trainer) : null;
  }

  /** Reads the picture of this moment, with those of the `COMPUTED_LAYERS` that are named. */
  async compute(layers: ReadonlySet<string> = new Set()): Promise<Stage> {
    const { kind } = this.dataset.info;
    if (kind === '1d') return this.line();
    if (kind === 'point') return this.phase();
    if (this.planeLayers) return this.plane(this.planeLayers, layers);
    return this.pictures(layers);
  }

  private async line(): Promise<Stage1d> {
    const { info, density } = this.dataset;
    const [low, high] = info.range[0] as readonly [number, number];
    const grid = Float32Array.from({ length: GRID_1D }, (_, i) => low + ((high - low) * i) / (GRID_1D - 1));
    const [fake, score] = await Promise.all([this.generated(), this.scores(grid, GRID_1D)]);
    const spread = standardDeviation(fake);
    const estimated = this.trainer.system.latentSize !== 1;
    const step = (high - low) / (GRID_1D - 1);
    const q = estimated ? kernelDensity(fake, spread, grid) : pushforwardDensity(fake, grid);
    const optimal = density
      ? optimalDiscriminator(
          grid.map((x) => density.call(this.dataset, [x])),
          q,
          1e-4 / step,
        )
      : null;
    return { kind: '1d', real: this.real, fake, grid, score, optimal, estimated, mean: mean(fake), sd: spread };
  }

  private async plane(extra: PlaneLayers, wanted: ReadonlySet<string>): Promise<Stage2d> {
    const scene = await this.scene(wanted);
    // A scene covers the plane and all that could be laid on it.
    const layers = scene ? NO_LAYERS : wanted;
    const cells = cellCentres(this.dataset.info.range as PlaneRange, SIDE_2D);
    const [fake, score] = await Promise.all([this.generated(), this.scores(cells, SIDE_2D * SIDE_2D)]);
    const more = await extra.compute(layers, fake);
    const verdicts = layers.has('verdicts')
      ? { real: await this.scores(this.real, this.count), fake: await this.scores(fake, this.count) }
      : null;
    return {
      kind: '2d',
      real: this.real,
      fake,
      side: SIDE_2D,
      score,
      ...more,
      verdicts,
      scene,
    };
  }

  /** Views `path` and `field` (see `dirac`) as the phase portrait. */
  private async phase(): Promise<StagePoint> {
    const { range } = this.dataset.info;
    const [low, reach] = range[0] as readonly [number, number];
    const places = cellCentres(
      [
        [low, reach],
        [low, reach],
      ],
      SIDE_PHASE,
    );
    const [path, field] = await Promise.all([
      this.trainer.look('path', new Float32Array(1), 1),
      this.trainer.look('field', places, places.length),
    ]);
    const [theta, psi] = path.subarray(-2) as unknown as [number, number];
    return { kind: 'point', theta, psi, path, field, side: SIDE_PHASE, reach };
  }

  private async pictures(layers: ReadonlySet<string>): Promise<StageImages> {
    const fake = await this.generated();
    const realScore = await this.scores(this.real, REAL_PICTURES);
    const fakeScore = await this.scores(fake, this.count);
    return {
      kind: 'image',
      real: toBytes(this.real),
      fake: toBytes(fake),
      realScore,
      fakeScore,
      scene: await this.scene(layers),
    };
  }

  private async scene(layers: ReadonlySet<string>): Promise<SceneShown | null> {
    const scene = sceneOf(this.trainer.system.scenes ?? [], layers);
    return scene && this.sceneInputs.show(scene);
  }

  /** [n, ...sample] in data units, from the fixed latents. */
  private generated(): Promise<Float32Array> {
    return generateSamples(this.trainer, this.latents, this.count);
  }

  /** Raw scores [n] of samples in data units; NaN where the system has none. */
  private async scores(samples: Float32Array, n: number): Promise<Float32Array> {
    return (await scoreSamples(this.trainer, samples, n)) ?? new Float32Array(n).fill(Number.NaN);
  }
}

/** One-dimensional latents are the prior's equally likely quantiles; what else samples are made from is drawn. */
function fixedStarts(count: number, system: System, dataset: Dataset, stream: Stream): Float32Array {
  if (system.latentSize !== 1) return drawStarts(system, dataset, stream, count);
  return Float32Array.from({ length: count }, (_, i) => normalQuantile((i + 0.5) / count));
}
