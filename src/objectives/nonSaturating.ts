import { mean, neg, type Scalar, softplus } from '@tensorflow/tfjs-core';
import { minimax } from './minimax';
import type { Objective } from './types';

/**
 * The non-saturating loss (Goodfellow et al. 2014, section 3): D as in the minimax game, but G maximises
 * E log D(G(z)), whose gradient is strong just where D rejects the samples.
 */
export const nonSaturating: Objective = {
  ...minimax,
  id: 'non-saturating',
  equilibrium: { discriminator: 2 * Math.LN2, generator: Math.LN2 },
  generatorLoss: (fake) => mean(softplus(neg(fake))) as Scalar,
};
