import { defineDataset } from '../define';
import { normalDensity, sampleOne } from './common';

const params = {
  distance: { kind: 'float', default: 4, min: 0.5, max: 8, group: 'data' },
  sd: { kind: 'float', default: 0.4, min: 0.05, max: 2, group: 'data' },
  share: { kind: 'float', default: 0.5, min: 0.05, max: 0.95, group: 'data' },
} as const;

/** Two modes on a line: a generator that collapses serves only one of them. */
export const mixture = defineDataset({
  id: 'mixture',
  kind: '1d',
  source: 'procedural',
  shape: [1],
  params,
  open({ distance, sd, share }) {
    const [low, high] = [-distance / 2, distance / 2];
    return {
      info: {
        id: 'mixture',
        kind: '1d',
        shape: [1],
        shift: [share * low + (1 - share) * high],
        scale: [Math.sqrt(share * (1 - share) * distance ** 2 + sd * sd)],
        range: [[low - 2 - 3 * sd, high + 2 + 3 * sd]],
        modes: { centres: [[low], [high]], sigma: sd, shares: [share, 1 - share] },
      },
      sample: (stream, count) => sampleOne(count, () => (stream.uniform() < share ? low : high) + sd * stream.normal()),
      density: ([x]) =>
        share * normalDensity(x as number, low, sd) + (1 - share) * normalDensity(x as number, high, sd),
    };
  },
});
