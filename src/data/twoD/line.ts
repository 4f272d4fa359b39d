import { defineDataset } from '../define';
import { noiseParam, planeInfo, samplePoints } from './common';

const params = { noise: noiseParam(0.04) } as const;

/** A slanted line segment. */
export const line = defineDataset({
  id: 'line',
  kind: '2d',
  source: 'procedural',
  shape: [2],
  params,
  open: ({ noise }) => ({
    info: planeInfo('line', 0.55, 1.44 + 4 * noise),
    sample: (stream, count) =>
      samplePoints(count, () => {
        const t = 2 * stream.uniform() - 1;
        return [1.2 * t + noise * stream.normal(), 0.5 * t + noise * stream.normal()];
      }),
  }),
});
