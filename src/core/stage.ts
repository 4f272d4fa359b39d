/** What a run shows of itself: the stage's pictures and the points of the charts. */

/** One recorded point of the curves: every value of one iteration, in the order of the run's curves. */
export interface CurvePoint {
  iteration: number;
  /** NaN where nothing was measured. */
  values: readonly number[];
}

/** Recorded points column by column; `columns[i]` belongs to the run's i-th curve. */
export interface RecordedCurves {
  iterations: number[];
  columns: number[][];
}

/** One line of the charts. */
export interface CurveInfo {
  /** `loss/discriminator`, `score/real`, `score/fake`, `gradient/generator`, `layer/G/2` … */
  id: string;
  group: 'loss' | 'score' | 'gradient' | 'compared' | 'layer';
  /** Player, `real` / `fake`, or the objective that is compared with others. */
  of: string;
  /** Whose gradient it is: a network's letter, the kind of layer and its place among those with weights, from 1. */
  layer?: { network: string; type: string; place: number };
}

/** A picture that a system shows of itself beside its samples. */
export interface SceneInfo {
  /** Words under `scenes`. */
  id: string;
  /** Rows of samples, each with its name; or places of real samples in the plane of codes. */
  kind: 'rows' | 'codes';
  /** Names of the rows: keys of `scenes.rows`, or what the data call them; a single row has none. */
  rows: readonly string[];
}

/** A scene as it is at this moment. */
export interface SceneShown extends SceneInfo {
  /** Samples per row. */
  columns: number;
  /** `rows`: samples row after row, pictures as bytes, points in data units. `codes`: [columns × 2]. */
  values: Float32Array | Uint8Array;
  /** Class of each code; null where there are none. */
  labels: Int32Array | null;
}

/** Layer that stands for a scene, and the one for the plain samples. */
export const sceneLayer = (id: string): string => `scene:${id}`;
export const SAMPLES_LAYER = sceneLayer('samples');

/** Which of a system's scenes those layers show: the first, unless they name another or the samples. */
export function sceneOf<S extends SceneInfo>(scenes: readonly S[], layers: Iterable<string>): S | null {
  const named = new Set(layers);
  if (named.has(SAMPLES_LAYER)) return null;
  return scenes.find(({ id }) => named.has(sceneLayer(id))) ?? scenes[0] ?? null;
}

/** 1-D stage: two samples in data units, and curves over `grid`. */
export interface Stage1d {
  kind: '1d';
  real: Float32Array;
  fake: Float32Array;
  /** [g] positions in data units. */
  grid: Float32Array;
  /** [g] raw scores of D along the grid. */
  score: Float32Array;
  /** [g] exact optimal D* = p / (p + q), or null where p is not known in closed form. q: density of G's output. */
  optimal: Float32Array | null;
  /** Whether q was estimated by kernels (latents of more than one dimension) and D* is therefore not exact. */
  estimated: boolean;
  mean: number;
  sd: number;
}

/**
 * 2-D stage: points as x, y pairs in data units, and D's raw scores on a square grid over the data's range. What is null
 * was not asked for, or cannot be had of this run.
 */
export interface Stage2d {
  kind: '2d';
  real: Float32Array;
  fake: Float32Array;
  /** Side of the square grid of scores. */
  side: number;
  /** [side × side] raw scores, row by row from the lowest y. */
  score: Float32Array;
  optimal: OptimalPlane | null;
  manifold: Manifold | null;
  /** [arrows × 2] of the first generated points, model units: gradient of the loss that G is trained on, per sample. */
  lossGradient: Float32Array | null;
  /** [arrows × 2] of the same points, model units: gradient of D(x) (of the raw score, where that is no logit). */
  beliefGradient: Float32Array | null;
  /** Raw scores of every real and generated point. */
  verdicts: { real: Float32Array; fake: Float32Array } | null;
  scene: SceneShown | null;
}

/** Layers of the 2-D stage that are computed only while they are shown, as the worker is told of them. */
export const COMPUTED_LAYERS = ['optimal', 'manifold', 'lossGradient', 'beliefGradient', 'verdicts'] as const;

/** The optimal D* = p / (p + q) on a square grid over the data's range; NaN where neither density is worth mentioning. */
export interface OptimalPlane {
  side: number;
  /** [side × side] row by row from the lowest y. */
  values: Float32Array;
  /** Whether q, the density of G's output, was estimated by kernels, and D* is therefore not exact. */
  estimated: boolean;
}

/** G's image of a regular grid of noise: of the first two latents (the others at 0), or of the only one. */
export interface Manifold {
  /** Vertices per row, and rows; one row for a single latent. */
  columns: number;
  rows: number;
  /** The grid reaches from −reach to reach, in standard deviations of the noise. */
  reach: number;
  /** [rows × columns × 2] in data units, row by row from the lowest second latent. */
  places: Float32Array;
  /** Size of z: beyond two, the grid is a slice through the noise and says nothing of density. */
  latentSize: number;
}

/** Image stage: pictures as bytes with the raw score of each. */
export interface StageImages {
  kind: 'image';
  /** [n, height, width, channels], 0–255. */
  real: Uint8Array;
  fake: Uint8Array;
  realScore: Float32Array;
  fakeScore: Float32Array;
  scene: SceneShown | null;
}

/** Stage of a game of two numbers: its phase portrait. */
export interface StagePoint {
  kind: 'point';
  /** G's number and D's, at present. */
  theta: number;
  psi: number;
  /** [n × 2] the last places θ, ψ, oldest first. */
  path: Float32Array;
  /** [side × side × 2] velocities of θ and ψ on a square grid from −reach to reach, row by row from the lowest ψ. */
  field: Float32Array;
  side: number;
  reach: number;
}

/** What the stage shows, by kind of data. */
export type Stage = Stage1d | Stage2d | StageImages | StagePoint;
