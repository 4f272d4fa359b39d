import { defineDataset } from '../define';
import { sampleOne } from './common';

const params = {
  low: { kind: 'float', default: -1, min: -5, max: 0, group: 'data' },
  high: { kind: 'float', default: 1, min: 0.1, max: 5, group: 'data' },
} as const;

/** U(low, high): sharp edges, which smooth networks can only approach. */
export const uniform = defineDataset({
  id: 'uniform',
  kind: '1d',
  source: 'procedural',
  shape: [1],
  params,
  open({ low, high }) {
    const width = high - low;
    return {
      info: {
        id: 'uniform',
        kind: '1d',
        shape: [1],
        shift: [(low + high) / 2],
        scale: [width / Math.sqrt(12)],
        range: [[low - width / 2, high + width / 2]],
      },
      sample: (stream, count) => sampleOne(count, () => low + width * stream.uniform()),
      density: ([x]) => ((x as number) >= low && (x as number) < high ? 1 / width : 0),
    };
  },
});
