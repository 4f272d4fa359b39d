/** One layer of a network as it is at a moment. */
export interface LayerInside {
  type: string;
  /** Trained numbers. */
  parameters: number;
  /** How its weights are spread, in bins of one width; null where it has none. */
  weights: { from: number; to: number; counts: readonly number[]; mean: number; sd: number } | null;
  /** What it makes of one input, row by row, without the batch; null where there is no input at hand. */
  output: { shape: readonly number[]; values: Float32Array } | null;
}
