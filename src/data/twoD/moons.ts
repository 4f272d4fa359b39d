import { sinCos } from '../../core/maths';
import { defineDataset } from '../define';
import { noiseParam, planeInfo, samplePoints } from './common';

const params = { noise: noiseParam(0.05) } as const;

/** Two half circles that reach into each other. */
export const moons = defineDataset({
  id: 'moons',
  kind: '2d',
  source: 'procedural',
  shape: [2],
  params,
  classes: 2,
  open: ({ noise }) => ({
    info: planeInfo('moons', 0.75, 1.8 + 4 * noise, { classes: ['1', '2'] }),
    sample(stream, count) {
      const labels = new Int32Array(count);
      const { x } = samplePoints(count, (i) => {
        const [sin, cos] = sinCos(Math.PI * stream.uniform());
        labels[i] = stream.uniform() < 0.5 ? 0 : 1;
        const [x, y] = labels[i] === 0 ? [cos - 0.5, sin - 0.25] : [0.5 - cos, 0.25 - sin];
        return [x + noise * stream.normal(), y + noise * stream.normal()];
      });
      return { x, labels };
    },
  }),
});
