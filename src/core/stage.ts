/** What a run shows of itself: the stage's pictures and the points of the charts. */

/** One recorded point of the curves: every value of one iteration, in the order of the run's curves. */
export interface CurvePoint {
  iteration: number;
  /** NaN where nothing was measured. */
  values: readonly number[];
}

/** One line of the charts. */
export interface CurveInfo {
  /** `loss/discriminator`, `score/real`, `score/fake`, `gradient/generator` … */
  id: string;
  group: 'loss' | 'score' | 'gradient';
  /** Player or `real` / `fake`. */
  of: string;
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

/** 2-D stage: points as x, y pairs in data units, and D's raw scores on a square grid over the data's range. */
export interface Stage2d {
  kind: '2d';
  real: Float32Array;
  fake: Float32Array;
  /** Side of the square grid of scores. */
  side: number;
  /** [side × side] raw scores, row by row from the lowest y. */
  score: Float32Array;
}

/** Image stage: pictures as bytes with the raw score of each. */
export interface StageImages {
  kind: 'image';
  /** [n, height, width, channels], 0–255. */
  real: Uint8Array;
  fake: Uint8Array;
  realScore: Float32Array;
  fakeScore: Float32Array;
}

/** What the stage shows, by kind of data. */
export type Stage = Stage1d | Stage2d | StageImages;
