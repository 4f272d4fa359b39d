import { sinCos } from '../../core/maths';
import { defineDataset } from '../define';
import { mixtureOf, type Point } from './common';

const params = {
  modes: { kind: 'int', default: 8, min: 2, max: 16, group: 'data' },
  sigma: { kind: 'float', default: 0.05, min: 0.01, max: 0.3, group: 'data' },
} as const;

/** Modes evenly on the unit circle, no angle twice: the usual test for mode collapse. */
export const ring = defineDataset({
  id: 'ring',
  kind: '2d',
  source: 'procedural',
  shape: [2],
  params,
  classes: { param: 'modes' },
  open({ modes, sigma }) {
    const centres = Array.from({ length: modes }, (_, i): Point => {
      const [sin, cos] = sinCos((2 * Math.PI * i) / modes);
      return [cos, sin];
    });
    return mixtureOf('ring', centres, sigma, 1.4 + 4 * sigma);
  },
});
