import { defineDataset } from '../define';
import { normalDensity, sampleOne } from './common';

const params = {
  mean: { kind: 'float', default: 5, min: 4, max: 8, group: 'data' },
  sd: { kind: 'float', default: 0.2, min: 0.05, max: 1, group: 'data' },
  start: { kind: 'float', default: 10, min: 3.5, max: 11.5, group: 'data' },
} as const;

/** The lectures' screw factory: radii N(5, 0.2) cm, while the mis-set machine (the untrained generator) makes 10 cm. */
export const screws = defineDataset({
  id: 'screws',
  kind: '1d',
  source: 'procedural',
  shape: [1],
  params,
  open: ({ mean, sd, start }) => ({
    info: {
      id: 'screws',
      kind: '1d',
      shape: [1],
      // Two standard deviations are one model unit: networks then resolve the spread of good screws.
      shift: [mean],
      scale: [2 * sd],
      range: [[3, 12]],
      unit: 'cm',
      start: [start],
    },
    sample: (stream, count) => sampleOne(count, () => mean + sd * stream.normal()),
    density: ([x]) => normalDensity(x as number, mean, sd),
  }),
});
