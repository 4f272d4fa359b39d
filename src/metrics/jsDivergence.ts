import { cellShares } from './cells';
import { jensenShannon } from './divergences';
import type { Metric } from './types';

/**
 * Jensen–Shannon divergence over cells: on a line against the true density where it is known, else between the two
 * samples; in the plane on a grid of 30 × 30 and one cell for all outside it. Between 0 and ln 2.
 */
export const jsMetric: Metric = {
  id: 'js',
  unit: 'nats',
  better: 'lower',
  applies: ({ info }) => info.kind !== 'image',
  compute: (input) => {
    const { p, q } = cellShares(input);
    return jensenShannon(p, q);
  },
};
