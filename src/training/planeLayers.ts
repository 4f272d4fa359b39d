import type { Manifold, OptimalPlane, Stage2d } from '../core/stage';
import { optimalDiscriminator } from './density';
import { toModelUnits } from './moveIO';
import { blurredDensity, cellDensity, type NoiseGrid, noiseGrid, type PlaneRange, warpedDensity } from './planeDensity';
import { generateSamples } from './samples';
import type { Trainer } from './trainer';

/** Vertices on a side of the noise grid, and how far it reaches: beyond 4 standard deviations lies 1 in 8,000 draws. */
const VERTICES = 61;
const REACH = 4;
/** Vertices that the manifold leaves out at either end, where hardly any noise falls: it reaches to 2.67. */
const MARGIN = 10;
/** Vertices along a single latent. */
const ALONG = 241;
/** Generated points that get an arrow. */
const ARROWS = 150;
/** Cells on a side of D*'s grid, and places along a side of a cell in which the data's density is read. */
const SIDE = 120;
const FINE = 2;
/** Fewer samples than this per cell, of a thousand, and D* says nothing there. */
const NEGLIGIBLE = 0.02;

type Layers = Pick<Stage2d, 'optimal' | 'manifold' | 'lossGradient' | 'beliefGradient'>;

/** Computes those layers of the 2-D stage that somebody looks at. */
export class PlaneLayers {
  private readonly range: PlaneRange;
  private readonly latentSize: number;
  /** Whether the prior is N(0, I). */
  private readonly plain: boolean;
  private readonly grid: NoiseGrid;
  /** Density of the data in each cell; null where it is not known in closed form. Computed once, when asked for. */
  private density: Float32Array | null | undefined;

  constructor(private readonly trainer: Trainer) {
    this.range = trainer.dataset.info.range as PlaneRange;
    const { latentSize, prior } = trainer.system;
    this.plain = prior === undefined;
    this.latentSize = latentSize;
    this.grid = noiseGrid(VERTICES, REACH);
  }

  /** @param fake [n × 2] the stage's generated points, data units */
  async compute(layers: ReadonlySet<string>, fake: Float32Array): Promise<Layers> {
    const optimal = layers.has('optimal') && this.dataDensity() !== null;
    const exact = this.latentSize === 2 && this.plain;
    const images =
      (optimal && exact) || (layers.has('manifold') && this.plain && this.latentSize > 1) ? await this.images() : null;
    return {
      optimal: optimal ? this.optimal(exact ? images : null, fake) : null,
      manifold: layers.has('manifold') && this.plain ? await this.manifold(images) : null,
      lossGradient: layers.has('lossGradient') ? await this.gradient('lossGradient', fake) : null,
      beliefGradient: layers.has('beliefGradient') ? await this.gradient('beliefGradient', fake) : null,
    };
  }

  /** G of the noise grid's vertices, data units. */
  private images(): Promise<Float32Array> {
    const { vertices } = this.grid;
    const latents = new Float32Array((vertices.length / 2) * this.latentSize);
    for (let i = 0; i < vertices.length / 2; i++) {
      latents.set(vertices.subarray(2 * i, 2 * i + 2), i * this.latentSize);
    }
    return generateSamples(this.trainer, latents, vertices.length / 2);
  }

  private optimal(images: Float32Array | null, fake: Float32Array): OptimalPlane {
    const { range } = this;
    const q = images ? warpedDensity(this.grid, images, range, SIDE) : blurredDensity(fake, range, SIDE);
    const [[x0, x1], [y0, y1]] = range;
    const area = ((x1 - x0) * (y1 - y0)) / (SIDE * SIDE);
    const values = optimalDiscriminator(this.dataDensity() as Float32Array, q, NEGLIGIBLE / 1000 / area);
    return { side: SIDE, values, estimated: images === null };
  }

  private dataDensity(): Float32Array | null {
    const { dataset } = this.trainer;
    if (this.density === undefined) {
      this.density = dataset.density ? cellDensity((x) => dataset.density?.(x) ?? 0, this.range, SIDE, FINE) : null;
    }
    return this.density;
  }

  private async manifold(images: Float32Array | null): Promise<Manifold | null> {
    const { latentSize } = this;
    if (latentSize === 1) {
      const reach = REACH * (1 - (2 * MARGIN) / (VERTICES - 1));
      const latents = Float32Array.from({ length: ALONG }, (_, i) => reach * ((2 * i) / (ALONG - 1) - 1));
      return {
        columns: ALONG,
        rows: 1,
        reach,
        places: await generateSamples(this.trainer, latents, ALONG),
        latentSize,
      };
    }
    if (!images) return null;
    const kept = VERTICES - 2 * MARGIN;
    const places = new Float32Array(kept * kept * 2);
    for (let row = 0; row < kept; row++) {
      const from = 2 * ((row + MARGIN) * VERTICES + MARGIN);
      places.set(images.subarray(from, from + 2 * kept), 2 * row * kept);
    }
    return { columns: kept, rows: kept, reach: (REACH * (kept - 1)) / (VERTICES - 1), places, latentSize };
  }

  /** What a view says of the first generated points, in model units; null where the system has no such view. */
  private async gradient(view: string, fake: Float32Array): Promise<Float32Array | null> {
    if (!this.trainer.system.views[view]) return null;
    const places = toModelUnits(fake.slice(0, 2 * ARROWS), this.trainer.dataset.info);
    return this.trainer.look(view, places, ARROWS);
  }
}
