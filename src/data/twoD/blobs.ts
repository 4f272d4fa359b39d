import { defineDataset } from '../define';
import { mixtureOf } from './common';

const params = { sigma: { kind: 'float', default: 0.08, min: 0.02, max: 0.5, group: 'data' } } as const;

/** Three blobs far apart: no continuous map of one cloud can make them without a bridge. */
export const blobs = defineDataset({
  id: 'blobs',
  kind: '2d',
  source: 'procedural',
  shape: [2],
  params,
  classes: 3,
  open: ({ sigma }) =>
    mixtureOf(
      'blobs',
      [
        [-0.9, 0.8],
        [1, 0.4],
        [-0.1, -1],
      ],
      sigma,
      1.48 + 4 * sigma,
    ),
});
