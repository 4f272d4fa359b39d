import { buildCycle, cycleDefaultsFor, cycleParams } from './cycle';
import type { SystemDefinition } from './types';

const PARAMS = cycleParams({ objective: 'least-squares', distance: 'l1', cycleWeight: 10, identityWeight: 5 });

/**
 * CycleGAN: two domains, no pairs (Zhu, Park, Isola, Efros, arXiv 1703.10593, section 3): least squares against two
 * discriminators of patches, 10 times the L1 error of both cycles, 5 times that of samples that are where they belong already.
 */
export const cyclegan: SystemDefinition = {
  id: 'cyclegan',
  paper: {
    authors: 'Zhu, Park, Isola, Efros',
    title: 'Unpaired Image-to-Image Translation using Cycle-Consistent Adversarial Networks',
    year: 2017,
    id: '1703.10593',
  },
  players: ['generator', 'discriminator'],
  needs: { kinds: ['2d', 'image'] },
  params: PARAMS,
  defaultsFor: cycleDefaultsFor,
  build: ({ params, data, random }) => buildCycle({ specs: PARAMS, params, data, random }),
};
