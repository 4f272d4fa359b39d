import { defineDataset } from '../define';
import { mixtureOf } from './common';

const params = { sigma: { kind: 'float', default: 0.2, min: 0.02, max: 0.5, group: 'data' } } as const;

/** Two round Gaussians. */
export const gaussians = defineDataset({
  id: 'gaussians',
  kind: '2d',
  source: 'procedural',
  shape: [2],
  params,
  classes: 2,
  open: ({ sigma }) =>
    mixtureOf(
      'gaussians',
      [
        [-0.8, 0.5],
        [0.8, -0.5],
      ],
      sigma,
      1.2 + 4 * sigma,
    ),
});
