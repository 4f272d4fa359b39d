import { defineDataset } from '../define';
import { sampleOne } from '../oneD/common';

/** All mass at 0: the data of the Dirac-GAN. */
export const delta = defineDataset({
  id: 'delta',
  kind: 'point',
  source: 'procedural',
  shape: [1],
  params: {},
  open: () => ({
    info: { id: 'delta', kind: 'point', shape: [1], shift: [0], scale: [1], range: [[-2.4, 2.4]] },
    sample: (_stream, count) => sampleOne(count, () => 0),
  }),
});
