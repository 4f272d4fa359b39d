import { COLLAPSING } from './collapse';
import type { Preset } from './types';

/** The same nets, moves and rates as in `collapse`, under R1: all eight clusters. The average of G's weights shows them calmly. */
export const cure: Preset = {
  id: 'cure',
  trained: 5000,
  measures: 500,
  config: {
    system: 'gan',
    dataset: 'ring',
    batchSize: 64,
    systemParams: { ...COLLAPSING, penalty: 'r1', gamma: 0.5, averaging: true },
  },
};
