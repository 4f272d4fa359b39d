import { Stream } from '../core/random';
import type { Dataset } from '../data/types';
import { type KeptSamples, toModelUnits } from './moveIO';

/**
 * The fixed samples that a run keeps to, for systems that remember something of each. They are drawn from a stream of their own,
 * when they are first wanted, so that a seed always gives the same; of a stored set some may be there twice.
 */
export class Kept implements KeptSamples {
  private drawn: Float32Array | null = null;

  constructor(
    private readonly dataset: Dataset,
    private readonly seed: number,
    readonly count: number,
  ) {}

  /** All of them, [count, ...sample] in model units. */
  get all(): Float32Array {
    this.drawn ??= toModelUnits(
      this.dataset.sample(new Stream(this.seed, 'kept'), this.count).x.slice(),
      this.dataset.info,
    );
    return this.drawn;
  }

  /** Fills `x` [n, ...sample] with samples picked at random, and `which` [n × count] with a one-hot row that says which it is. */
  pick(stream: Stream, x: Float32Array, which: Float32Array): void {
    const n = which.length / this.count;
    const size = x.length / n;
    which.fill(0);
    for (let i = 0; i < n; i++) {
      const picked = stream.below(this.count);
      x.set(this.all.subarray(picked * size, (picked + 1) * size), i * size);
      which[i * this.count + picked] = 1;
    }
  }
}
