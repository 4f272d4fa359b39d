import { cellShares } from './cells';
import { kullbackLeibler } from './divergences';
import type { Metric } from './types';

/**
 * KL(q ‖ p) of the generated samples q, counted in 240 cells of the shown range and beyond, to the true density p
 * integrated over the same cells. Infinite where samples lie at which p is zero. From N samples of p itself about
 * (cells in use − 1) / 2N.
 */
export const klMetric: Metric = {
  id: 'kl',
  unit: 'nats',
  better: 'lower',
  applies: ({ info, density }) => info.kind === '1d' && density !== undefined,
  compute: (input) => {
    const { p, q } = cellShares(input);
    return kullbackLeibler(q, p);
  },
};
