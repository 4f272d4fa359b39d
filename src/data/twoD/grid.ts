import { defineDataset } from '../define';
import { mixtureOf, type Point } from './common';

const params = { sigma: { kind: 'float', default: 0.05, min: 0.01, max: 0.5, group: 'data' } } as const;
const LINE = [-4, -2, 0, 2, 4] as const;

/** 25 modes on a 5 × 5 grid, as in PacGAN and VEEGAN. */
export const grid = defineDataset({
  id: 'grid',
  kind: '2d',
  source: 'procedural',
  shape: [2],
  params,
  classes: LINE.length ** 2,
  open: ({ sigma }) =>
    mixtureOf(
      'grid',
      LINE.flatMap((x) => LINE.map((y): Point => [x, y])),
      sigma,
      5.3 + 4 * sigma,
    ),
});
