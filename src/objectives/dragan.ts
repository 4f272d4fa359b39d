import { nonSaturating } from './nonSaturating';
import { draganPenalty } from './penalties/dragan';
import type { Objective } from './types';

/** DRAGAN (Kodali et al. 2017): the non-saturating game with a penalty on D's slope around real samples. */
export const dragan: Objective = {
  ...nonSaturating,
  id: 'dragan',
  paper: {
    authors: 'Kodali, Abernethy, Hays, Kira',
    title: 'On Convergence and Stability of GANs',
    year: 2017,
    id: '1705.07215',
  },
  // The penalty asks for a slope, which the flat D of the equilibrium does not have.
  equilibrium: null,
  penalties: [draganPenalty],
};
