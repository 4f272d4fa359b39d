import { add, mean, neg, type Scalar, softplus, sub, type Tensor } from '@tensorflow/tfjs-core';
import { relativistic } from './relativistic';
import type { Objective } from './types';

/** −log σ(a − E b) − log(1 − σ(b − E a)), each in the mean. */
function prefersOnAverage(a: Tensor, b: Tensor): Scalar {
  const above = mean(softplus(neg(sub(a, mean(b)))));
  const below = mean(softplus(sub(b, mean(a))));
  return add(above, below) as Scalar;
}

/** RaGAN (Jolicoeur-Martineau 2018, eq. 11, 12): every sample against the mean score of the other side. */
export const relativisticAverage: Objective = {
  ...relativistic,
  id: 'relativistic-average',
  equilibrium: { discriminator: 2 * Math.LN2, generator: 2 * Math.LN2 },
  discriminatorLoss: (real, fake) => prefersOnAverage(real, fake),
  generatorLoss: (fake, real) => prefersOnAverage(fake, real as Tensor),
};
