import { mean, neg, type Scalar, softplus, sub, type Tensor } from '@tensorflow/tfjs-core';
import type { Objective } from './types';

/** −log σ(a − b) in the mean over pairs. */
const prefers = (a: Tensor, b: Tensor): Scalar => mean(softplus(neg(sub(a, b)))) as Scalar;

/**
 * The relativistic game RpGAN (Jolicoeur-Martineau 2018, eq. 7, 8): D says how much more real x is than a generated sample
 * drawn with it; G wants the opposite, and so sees real samples too.
 */
export const relativistic: Objective = {
  id: 'relativistic',
  paper: {
    authors: 'Jolicoeur-Martineau',
    title: 'The relativistic discriminator: a key element missing from standard GAN',
    year: 2018,
    id: '1807.00734',
  },
  score: 'critic',
  equilibrium: { discriminator: Math.LN2, generator: Math.LN2 },
  paired: true,
  params: {},
  discriminatorLoss: (real, fake) => prefers(real, fake),
  generatorLoss: (fake, real) => prefers(fake, real as Tensor),
};
