import { sinCos } from '../../core/maths';
import { defineDataset } from '../define';
import { noiseParam, planeInfo, samplePoints } from './common';

const params = { noise: noiseParam(0.04) } as const;

/** The swiss roll seen from its end: t (cos t, sin t), t from 1.5 π to 4.5 π, divided by 7.5 as in the WGAN-GP toys. */
export const swissRoll = defineDataset({
  id: 'swiss-roll',
  kind: '2d',
  source: 'procedural',
  shape: [2],
  params,
  open: ({ noise }) => ({
    info: planeInfo('swiss-roll', 0.9, 2.14 + 4 * noise),
    sample: (stream, count) =>
      samplePoints(count, () => {
        const t = 1.5 * Math.PI * (1 + 2 * stream.uniform());
        const [sin, cos] = sinCos(t);
        return [(t * cos) / 7.5 + noise * stream.normal(), (t * sin) / 7.5 + noise * stream.normal()];
      }),
  }),
});
