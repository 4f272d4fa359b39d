import { add, mean, mul, neg, type Scalar, softplus, sub, type Tensor } from '@tensorflow/tfjs-core';
import type { Objective } from './types';

/** Cross-entropy of σ(C) against labels: −y log σ(C) − (1 − y) log(1 − σ(C)). */
const crossEntropy = (scores: Tensor, labels: Tensor): Scalar =>
  mean(add(mul(labels, softplus(neg(scores))), mul(sub(1, labels), softplus(scores)))) as Scalar;

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
  labelled: crossEntropy,
};
