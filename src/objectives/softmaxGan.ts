import { add, concat, logSumExp, mean, mul, type Scalar, sub, type Tensor } from '@tensorflow/tfjs-core';
import type { Objective } from './types';

/** log Σ e^C over the whole batch, real and generated. */
const logPartition = (real: Tensor, fake: Tensor): Tensor => logSumExp(concat([real, fake]));

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
