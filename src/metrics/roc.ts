import type { Roc } from '../core/quality';

/** The ROC curve of scores that are meant to be higher for real samples. Equal scores make one slanted step. */
export function rocCurve(real: ArrayLike<number>, fake: ArrayLike<number>): Roc {
  const scores = [
    ...Array.from(real, (score) => ({ score, real: true })),
    ...Array.from(fake, (score) => ({ score, real: false })),
  ].sort((a, b) => b.score - a.score);
  const roc: Roc = { threshold: [Number.POSITIVE_INFINITY], falsePositive: [0], truePositive: [0] };
  let [accepted, wrongly] = [0, 0];
  for (const [i, one] of scores.entries()) {
    if (one.real) accepted += 1;
    else wrongly += 1;
    if (scores[i + 1]?.score === one.score) continue;
    roc.threshold.push(one.score);
    roc.falsePositive.push(wrongly / fake.length);
    roc.truePositive.push(accepted / real.length);
  }
  return roc;
}

/** Area under the curve: how often a real sample scores above a generated one, ties counting half. */
export function areaUnder({ falsePositive: x, truePositive: y }: Roc): number {
  let area = 0;
  for (let i = 1; i < x.length; i++) {
    area += (((x[i] as number) - (x[i - 1] as number)) * ((y[i] as number) + (y[i - 1] as number))) / 2;
  }
  return area;
}

/** Mean log-loss of logits in nats, both sets weighing the same; no classifier can expect less than ln 2 − JS. */
export function logLoss(real: ArrayLike<number>, fake: ArrayLike<number>): number {
  let [ofReal, ofFake] = [0, 0];
  for (let i = 0; i < real.length; i++) ofReal += softplus(-(real[i] as number));
  for (let i = 0; i < fake.length; i++) ofFake += softplus(fake[i] as number);
  return (ofReal / real.length + ofFake / fake.length) / 2;
}

const softplus = (t: number): number => Math.max(t, 0) + Math.log1p(Math.exp(-Math.abs(t)));

/** About as many points of a curve as a picture of it can show. */
export function thinRoc({ threshold, falsePositive, truePositive }: Roc, most: number): Roc {
  const last = threshold.length - 1;
  const kept = Array.from({ length: Math.min(most, last + 1) }, (_, i) => i);
  const pick = (values: readonly number[]) =>
    kept.map((i) => values[Math.round((i * last) / (kept.length - 1))] as number);
  return { threshold: pick(threshold), falsePositive: pick(falsePositive), truePositive: pick(truePositive) };
}
