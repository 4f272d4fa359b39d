import { r1 } from './penalties/r1';
import { r2 } from './penalties/r2';
import { relativistic } from './relativistic';
import type { Objective } from './types';

/** R3GAN (Huang et al. 2025): the relativistic pairing with R1 and R2 together, which makes it converge locally. */
export const r3gan: Objective = {
  ...relativistic,
  id: 'r3gan',
  paper: {
    authors: 'Huang, Gokaslan, Kuleshov, Tompkin',
    title: 'The GAN is dead; long live the GAN! A Modern GAN Baseline',
    year: 2025,
    id: '2501.05441',
  },
  recipe: {
    gamma: 0.05,
    k: 1,
    discriminatorOptimizer: 'adam',
    discriminatorRate: 2e-4,
    discriminatorBeta1: 0,
    discriminatorBeta2: 0.99,
    generatorOptimizer: 'adam',
    generatorRate: 2e-4,
    generatorBeta1: 0,
    generatorBeta2: 0.99,
  },
  penalties: [r1, r2],
};
