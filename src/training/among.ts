import { Problem } from '../core/problem';
import type { Stream } from '../core/random';
import { sizeOf } from '../core/shape';
import type { Batch, Dataset } from '../data/types';

/** Draws without a hit after which a class is taken to be empty. */
const PATIENCE = 200;

/**
 * Samples of these classes only: what is drawn of others is passed over. Throws a `Problem` `data.noneAmong` where a set seems to
 * have none of them, as one that was cut down to a single class.
 */
export function sampleAmong(dataset: Dataset, stream: Stream, count: number, classes: readonly number[]): Batch {
  const size = sizeOf(dataset.info.shape);
  const x = new Float32Array(count * size);
  const labels = new Int32Array(count);
  let found = 0;
  for (let tries = 0; found < count; tries++) {
    if (tries > PATIENCE && found === 0) {
      const names = classes.map((label) => dataset.info.classes?.[label] ?? label);
      throw new Problem('data.noneAmong', { classes: names.join(', ') });
    }
    const drawn = dataset.sample(stream, count);
    for (let i = 0; i < count && found < count; i++) {
      const label = drawn.labels?.[i] ?? -1;
      if (!classes.includes(label)) continue;
      x.set(drawn.x.subarray(i * size, (i + 1) * size), found * size);
      labels[found++] = label;
    }
  }
  return { x, labels };
}
