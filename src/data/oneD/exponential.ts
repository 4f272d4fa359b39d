import { exp, log } from '../../core/maths';
import { defineDataset } from '../define';
import { sampleOne } from './common';

const params = { mean: { kind: 'float', default: 1, min: 0.1, max: 5, group: 'data' } } as const;

/** Waiting times: a jump at zero and a long tail. */
export const exponential = defineDataset({
  id: 'exponential',
  kind: '1d',
  source: 'procedural',
  shape: [1],
  params,
  open: ({ mean }) => ({
    info: {
      id: 'exponential',
      kind: '1d',
      shape: [1],
      shift: [mean],
      scale: [mean],
      range: [[-mean, 6 * mean]],
    },
    // 1 − u lies in (0, 1], so the logarithm is finite.
    sample: (stream, count) => sampleOne(count, () => -mean * log(1 - stream.uniform())),
    density: ([x]) => ((x as number) < 0 ? 0 : exp(-(x as number) / mean) / mean),
  }),
});
