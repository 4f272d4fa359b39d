import { fillPrior } from '../core/conditions';
import type { Stream } from '../core/random';
import type { Batch, Dataset, DatasetInfo } from '../data/types';
import type { System } from '../systems/types';
import { conditionsOf, toModelUnits } from './moveIO';

/** What `generate` makes `count` samples from, row by row: latents of the prior, or samples of the set where it translates these. */
export function drawStarts(system: System, dataset: Dataset, stream: Stream, count: number): Float32Array {
  if (system.from === 'samples') return labelledRows(dataset.sample(stream, count), dataset.info, count);
  return fillPrior(new Float32Array(count * system.latentSize), system.prior, stream);
}

/** Samples in model units beside their conditions, row by row. */
export function labelledRows(batch: Batch, info: DatasetInfo, count: number): Float32Array {
  const x = toModelUnits(batch.x.slice(), info);
  const y = conditionsOf(batch, info);
  const [a, b] = [x.length / count, y.length / count];
  const out = new Float32Array(x.length + y.length);
  for (let i = 0; i < count; i++) {
    out.set(x.subarray(i * a, (i + 1) * a), i * (a + b));
    out.set(y.subarray(i * b, (i + 1) * b), i * (a + b) + a);
  }
  return out;
}
