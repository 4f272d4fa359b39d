import { add, mean, minimum, mul, neg, relu, reshape, type Scalar, sub, type Tensor } from '@tensorflow/tfjs-core';
import { absolute } from '../nn/activations';
import type { Objective } from './types';

/** Mean absolute error of each sample, [n, 1]. */
const absoluteError = (x: Tensor, y: Tensor): Tensor =>
  mean(reshape(absolute(sub(x, y)), [x.shape[0] as number, -1]), 1, true);

/**
 * Boundary equilibrium GAN (Berthelot, Schumm, Metz 2017, section 3.3): D is an autoencoder with the loss 𝓛 = −C; k, moved
 * after each move of D, keeps E 𝓛(G(z)) = γ E 𝓛(x).
 */
export const began: Objective = {
  id: 'began',
  paper: {
    authors: 'Berthelot, Schumm, Metz',
    title: 'BEGAN: Boundary Equilibrium Generative Adversarial Networks',
    year: 2017,
    id: '1703.10717',
  },
  score: 'critic',
  critic: 'autoencoder',
  equilibrium: null,
  params: {
    diversity: { kind: 'float', default: 0.5, min: 0.05, max: 1, live: true, group: 'objective' },
    proportionalGain: {
      kind: 'float',
      default: 0.001,
      min: 1e-5,
      max: 1,
      scale: 'log',
      live: true,
      advanced: true,
      group: 'objective',
    },
  },
  recipe: {
    k: 1,
    discriminatorOptimizer: 'adam',
    discriminatorRate: 1e-4,
    generatorOptimizer: 'adam',
    generatorRate: 1e-4,
  },
  discriminatorLoss: (real, fake, { memory }) => add(neg(mean(real)), mul(memory['k'] as Tensor, mean(fake))) as Scalar,
  generatorLoss: (fake) => neg(mean(fake)) as Scalar,
  energy: absoluteError,
  memory: { k: 0 },
  remember(real, fake, { live, memory }) {
    const balance = sub(mean(fake), mul(live('diversity'), mean(real))); // γ 𝓛(x) − 𝓛(G(z))
    const k = add(memory['k'] as Tensor, mul(live('proportionalGain'), balance));
    return { k: minimum(relu(k), 1) };
  },
};
