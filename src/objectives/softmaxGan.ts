import { add, concat, log, mean, mul, type Scalar, sub, sum, type Tensor } from '@tensorflow/tfjs-core';
import { exponential, greatest } from '../nn/activations';
import type { Objective } from './types';

/** log Σ e^C over the whole batch, real and generated. */
function logPartition(real: Tensor, fake: Tensor): Tensor {
  const all = concat([real, fake]);
  const most = greatest(all); // keeps the exponentials from overflowing, and is no part of the gradient
  return add(most, log(sum(exponential(sub(all, most)))));
}

/**
 * Softmax GAN (Lin 2017, eq. 4, 5) with μ = −C: a softmax over all samples of a batch. D wants the mass on the
 * real ones alone, G wants it even over all.
 */
export const softmaxGan: Objective = {
  id: 'softmax',
  paper: { authors: 'Lin', title: 'Softmax GAN', year: 2017, id: '1704.06191' },
  score: 'critic',
  // Both losses come to rest at log 2m, which depends on the batch.
  equilibrium: null,
  paired: true,
  params: {},
  discriminatorLoss: (real, fake) => sub(logPartition(real, fake), mean(real)) as Scalar,
  generatorLoss: (fake, real) =>
    sub(logPartition(real as Tensor, fake), mul(0.5, add(mean(real as Tensor), mean(fake)))) as Scalar,
};
