import { add, mean, neg, type Scalar, softplus } from '@tensorflow/tfjs-core';
import type { Objective } from './types';

/**
 * The minimax game (Goodfellow et al. 2014, eq. 1). D maximises E log D(x) + E log(1 − D(G(z))); G minimises the same,
 * so its gradient vanishes where D is sure: it *saturates*. Written in logits C, with −log σ(C) = softplus(−C).
 */
export const minimax: Objective = {
  id: 'minimax',
  paper: {
    authors: 'Goodfellow et al.',
    title: 'Generative Adversarial Networks',
    year: 2014,
    id: '1406.2661',
  },
  score: 'logit',
  equilibrium: { discriminator: 2 * Math.LN2, generator: -Math.LN2 },
  params: {},
  discriminatorLoss: (real, fake) => add(mean(softplus(neg(real))), mean(softplus(fake))) as Scalar,
  generatorLoss: (fake) => neg(mean(softplus(fake))) as Scalar,
};
