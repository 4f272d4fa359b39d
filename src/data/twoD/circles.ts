import { sinCos } from '../../core/maths';
import { defineDataset } from '../define';
import { noiseParam, planeInfo, samplePoints } from './common';

const params = { noise: noiseParam(0.03, 0.2) } as const;
const LOW = 0.4;
const HIGH = 1.4;

/** Circles around 0 of radii from 0.4 to 1.4; each point comes with the radius of its circle, before the noise. */
export const circles = defineDataset({
  id: 'circles',
  kind: '2d',
  source: 'procedural',
  shape: [2],
  params,
  condition: true,
  open: ({ noise }) => ({
    info: planeInfo('circles', 0.67, HIGH + 0.2 + 4 * noise, { condition: { name: 'radius', low: LOW, high: HIGH } }),
    sample(stream, count) {
      const condition = new Float32Array(count);
      const { x } = samplePoints(count, (i) => {
        condition[i] = LOW + (HIGH - LOW) * stream.uniform();
        const radius = (condition[i] as number) + noise * stream.normal();
        const [sin, cos] = sinCos(2 * Math.PI * stream.uniform());
        return [radius * cos, radius * sin];
      });
      return { x, condition };
    },
  }),
});
