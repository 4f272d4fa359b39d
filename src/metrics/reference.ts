import type { Quality } from '../core/quality';
import { Stream } from '../core/random';
import type { Dataset } from '../data/types';
import { classHistogram } from './digits/classHistogram';
import { isDigits } from './digits/judged';
import { METRICS } from './index';
import { modeShares } from './modeHistogram';
import type { Metric, MetricInput } from './types';

/** What the classifier of digits says of pictures [n × 784] in [−1, 1]: [n × 74] (see `core/judged`). */
export type Judge = (pictures: Float32Array) => Float32Array;

/**
 * A real sample with all that is computed of it once: every measurement of a run compares with the same one. It comes from
 * a stream of its own, so that measuring changes nothing of the run.
 */
export class Reference {
  readonly metrics: readonly Metric[];
  private readonly real: Float32Array;
  private readonly judgedReal: Float32Array | null;
  private readonly judge: Judge | null;
  private ofReal: Record<string, number> | null = null;

  /** `judge` is needed for digits; without it they cannot be measured, and nothing is. */
  constructor(
    private readonly data: Dataset,
    readonly count: number,
    private readonly seed: number,
    judge: Judge | null = null,
  ) {
    const metrics = METRICS.filter((metric) => metric.applies(data));
    this.judge = isDigits(data) ? judge : null;
    this.metrics = isDigits(data) && !judge ? [] : metrics;
    this.real = this.metrics.length > 0 ? data.sample(new Stream(seed, 'real'), count).x : new Float32Array();
    this.judgedReal = this.judge?.(this.real) ?? null;
  }

  /** Every metric that applies, by id, of generated rows [count × dims] in data units. */
  measure(fake: Float32Array): { values: Record<string, number> } & Pick<Quality, 'modes' | 'classes'> {
    const { data, count } = this;
    const { density, info } = data;
    const judged = this.judgedReal && this.judge ? { real: this.judgedReal, fake: this.judge(fake) } : null;
    const input: MetricInput = {
      real: this.real,
      fake,
      count,
      dims: fake.length / count,
      info,
      ...(density && { density: (x: readonly number[]) => density.call(data, x) }),
      ...(judged && { judged }),
    };
    return {
      values: Object.fromEntries(this.metrics.map((metric) => [metric.id, metric.compute(input)])),
      modes: modeShares(input),
      classes: judged && { real: classHistogram(judged.real), fake: classHistogram(judged.fake) },
    };
  }

  /** The same of further real samples: what a perfect generator would score. */
  floors(): Record<string, number> {
    this.ofReal ??= this.measure(this.data.sample(new Stream(this.seed, 'floor'), this.count).x).values;
    return this.ofReal;
  }
}
