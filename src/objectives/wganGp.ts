import { gradientPenalty } from './penalties/gradientPenalty';
import type { Objective } from './types';
import { wgan } from './wgan';

/** Wasserstein GAN with gradient penalty instead of clipping (Gulrajani et al. 2017, Algorithm 1). */
export const wganGp: Objective = {
  id: 'wgan-gp',
  paper: { authors: 'Gulrajani et al.', title: 'Improved Training of Wasserstein GANs', year: 2017, id: '1704.00028' },
  score: 'critic',
  equilibrium: null,
  params: {},
  recipe: {
    penalty: 'none',
    lambda: 10,
    k: 5,
    discriminatorOptimizer: 'adam',
    discriminatorRate: 1e-4,
    discriminatorBeta1: 0,
    discriminatorBeta2: 0.9,
    generatorOptimizer: 'adam',
    generatorRate: 1e-4,
    generatorBeta1: 0,
    generatorBeta2: 0.9,
  },
  discriminatorLoss: wgan.discriminatorLoss,
  generatorLoss: wgan.generatorLoss,
  penalties: [gradientPenalty],
};
