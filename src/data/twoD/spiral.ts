import { sinCos } from '../../core/maths';
import { defineDataset } from '../define';
import { noiseParam, planeInfo, samplePoints } from './common';

const params = {
  arms: { kind: 'int', default: 2, min: 1, max: 4, group: 'data' },
  turns: { kind: 'float', default: 1.25, min: 0.5, max: 3, group: 'data' },
  noise: noiseParam(0.04),
} as const;

/** Arms whose radius grows with the angle. */
export const spiral = defineDataset({
  id: 'spiral',
  kind: '2d',
  source: 'procedural',
  shape: [2],
  params,
  open: ({ arms, turns, noise }) => ({
    info: planeInfo('spiral', 0.7, 1.74 + 4 * noise),
    sample: (stream, count) =>
      samplePoints(count, () => {
        // The root spreads the points evenly along the arm, whose circumference grows with the radius.
        const t = Math.sqrt(0.02 + 0.98 * stream.uniform());
        const [sin, cos] = sinCos(2 * Math.PI * (turns * t + stream.below(arms) / arms));
        return [1.5 * t * cos + noise * stream.normal(), 1.5 * t * sin + noise * stream.normal()];
      }),
  }),
});
