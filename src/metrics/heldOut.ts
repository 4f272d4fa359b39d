import { FEATURES } from '../core/judged';
import type { Roc } from '../core/quality';
import { Stream } from '../core/random';
import { featuresOf, isDigits } from './digits/judged';
import { firstRows, once } from './input';
import { Mlp } from './mlp';
import { areaUnder, logLoss, rocCurve } from './roc';
import type { Metric } from './types';

/** Rows of each set that are used: half to learn from, half to be judged on. */
const MOST = 10_000;
const HIDDEN = [32, 32];
const BATCH = 50;
const RATE = 0.005;
const EPOCHS = 12;
/** Share of the rows to learn from that decide when learning has gone far enough. */
const CHECKED = 0.2;

/** What a fresh classifier says of samples that it has not learned from. */
export interface Verdict {
  roc: Roc;
  auc: number;
  logLoss: number;
}

/**
 * The classifier two-sample test (Lopez-Paz and Oquab 1610.06545): a fresh classifier learns to tell real from generated
 * on one half of n rows each and is judged on the other. Up to two coordinates come with their products, so that
 * Gaussians are within its reach; of its epochs the one counts that does best on a fifth of its own half.
 */
export function heldOutVerdict(real: Float32Array, fake: Float32Array, n: number, dims: number): Verdict {
  const half = n >> 1;
  const rows = standardised(
    [real, fake].flatMap((set) => Array.from({ length: 2 * half }, (_, i) => quadratic(set, i, dims))),
  );
  const features = rows.length / (4 * half);
  const startOf = (row: number) => row * features;
  // Rows 0 … 2 half − 1 are real, the rest generated; of each, the first half is learned from.
  const first = [0, 2 * half];
  const learned = Math.floor(half * (1 - CHECKED));
  const stream = new Stream(0, 'held-out');
  const mlp = new Mlp(features, HIDDEN, stream);
  const score = (set: 0 | 1, from: number, to: number) =>
    Float64Array.from({ length: to - from }, (_, i) => mlp.logit(rows, startOf((first[set] as number) + from + i)));
  const checked = () => logLoss(score(0, learned, half), score(1, learned, half));

  let best = { loss: checked(), weights: mlp.save() };
  const order = Array.from({ length: 2 * learned }, (_, i) => i);
  const steps = Math.floor(order.length / BATCH);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, stream);
    for (let s = 0; s < steps; s++) {
      const batch = order.slice(s * BATCH, (s + 1) * BATCH);
      const starts = batch.map((i) => startOf(i < learned ? i : (first[1] as number) + i - learned));
      const rate = RATE * (1 - (epoch * steps + s) / (EPOCHS * steps));
      mlp.step(
        rows,
        starts,
        batch.map((i) => (i < learned ? 1 : 0)),
        rate,
      );
    }
    const loss = checked();
    if (loss < best.loss) best = { loss, weights: mlp.save() };
  }
  mlp.restore(best.weights);
  const [ofReal, ofFake] = [score(0, half, 2 * half), score(1, half, 2 * half)];
  const roc = rocCurve(ofReal, ofFake);
  return { roc, auc: areaUnder(roc), logLoss: logLoss(ofReal, ofFake) };
}

/** Coordinates, and for up to two of them the products. */
function quadratic(set: Float32Array, row: number, dims: number): number[] {
  const x = Array.from(set.subarray(row * dims, (row + 1) * dims));
  return dims > 2 ? x : [...x, ...x.flatMap((a, i) => x.slice(i).map((b) => a * b))];
}

/** Columns with mean 0 and variance 1, row by row. */
function standardised(rows: readonly (readonly number[])[]): Float64Array {
  const width = rows[0]?.length ?? 0;
  const out = new Float64Array(rows.length * width);
  for (let c = 0; c < width; c++) {
    const mean = rows.reduce((sum, row) => sum + (row[c] as number), 0) / rows.length;
    const variance = rows.reduce((sum, row) => sum + ((row[c] as number) - mean) ** 2, 0) / rows.length;
    const scale = 1 / Math.sqrt(variance || 1);
    for (const [r, row] of rows.entries()) out[r * width + c] = ((row[c] as number) - mean) * scale;
  }
  return out;
}

function shuffle(values: number[], stream: Stream): void {
  for (let i = values.length - 1; i > 0; i--) {
    const j = stream.below(i + 1);
    [values[i], values[j]] = [values[j] as number, values[i] as number];
  }
}

/** {@link heldOutVerdict} of the first 10,000 points of each set, or of the features of digits; once for all that read it. */
export const heldOut = once((input): Verdict => {
  const space = input.judged ? { ...input, ...featuresOf(input), dims: FEATURES } : input;
  const { real, fake, n, dims } = firstRows(space, MOST);
  return heldOutVerdict(real, fake, n, dims);
});

/** Area under the held-out classifier's ROC curve: ½ where it cannot tell generated from real, 1 where it always can. */
export const aucMetric: Metric = {
  id: 'auc',
  unit: '1',
  better: 'lower',
  applies: (data) => data.info.kind !== 'image' || isDigits(data),
  compute: (input) => heldOut(input).auc,
};

/**
 * The held-out classifier's log-loss. No classifier can expect less than ln 2 − JS, so ln 2 minus it is a lower bound of
 * the Jensen–Shannon divergence (Goodfellow et al. 1406.2661, Theorem 1).
 */
export const logLossMetric: Metric = {
  id: 'logLoss',
  unit: 'nats',
  better: 'higher',
  applies: (data) => data.info.kind !== 'image' || isDigits(data),
  compute: (input) => heldOut(input).logLoss,
};
