import { buildCycle, cycleDefaultsFor, cycleParams } from './cycle';
import type { SystemDefinition } from './types';

const PARAMS = cycleParams({ objective: 'wgan', distance: 'l1', cycleWeight: 20, identityWeight: 0 });

/**
 * DualGAN: the same wiring after dual learning of translation (Yi, Zhang, Tan, Gong, arXiv 1704.02510, section 3): WGAN's critics
 * with clipped weights, and the L1 error of both cycles. The paper's weights are 100 to 1000; critics this small are content with 20.
 */
export const dualgan: SystemDefinition = {
  id: 'dualgan',
  paper: {
    authors: 'Yi, Zhang, Tan, Gong',
    title: 'DualGAN: Unsupervised Dual Learning for Image-to-Image Translation',
    year: 2017,
    id: '1704.02510',
  },
  players: ['generator', 'discriminator'],
  needs: { kinds: ['2d', 'image'] },
  params: PARAMS,
  defaultsFor: cycleDefaultsFor,
  build: ({ params, data, random }) => buildCycle({ specs: PARAMS, params, data, random }),
};
