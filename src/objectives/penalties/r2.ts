import { r1, zeroCentred } from './r1';
import type { Penalty } from './types';

/** R2 (Mescheder, Geiger, Nowozin 2018, arXiv 1801.04406, eq. 10): γ/2 E ‖∇C(G(z))‖² at generated samples. */
export const r2: Penalty = {
  id: 'r2',
  params: r1.params,
  of: (score, _real, fake, io) => zeroCentred(score, fake, io),
};
