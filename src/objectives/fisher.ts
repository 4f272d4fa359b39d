import { add, mean, mul, neg, type Scalar, square, sub, type Tensor } from '@tensorflow/tfjs-core';
import type { Objective } from './types';

/** Ω = ½ (E f(x)² + E f(G(z))²), which the constraint holds at 1. */
const secondMoment = (real: Tensor, fake: Tensor): Tensor => mul(0.5, add(mean(square(real)), mean(square(fake))));

/**
 * Fisher GAN (Mroueh & Sercu 2017, Algorithm 1): the critic's mean difference under a constraint on its second moment, by an
 * augmented Lagrangian E + λ (1 − Ω) − ρ/2 (Ω − 1)², whose multiplier follows λ ← λ + ρ (Ω − 1).
 */
export const fisher: Objective = {
  id: 'fisher',
  paper: { authors: 'Mroueh, Sercu', title: 'Fisher GAN', year: 2017, id: '1705.09675' },
  score: 'critic',
  equilibrium: null,
  params: {
    rho: { kind: 'float', default: 1e-6, min: 1e-7, max: 1, scale: 'log', live: true, group: 'objective' },
  },
  discriminatorLoss(real, fake, { live, memory }) {
    const excess = sub(secondMoment(real, fake), 1);
    const constraint = add(mul(memory['multiplier'] as Tensor, excess), mul(mul(live('rho'), 0.5), square(excess)));
    return add(sub(mean(fake), mean(real)), constraint) as Scalar;
  },
  generatorLoss: (fake) => neg(mean(fake)) as Scalar,
  memory: { multiplier: 0 },
  remember: (real, fake, { live, memory }) => ({
    multiplier: add(memory['multiplier'] as Tensor, mul(live('rho'), sub(secondMoment(real, fake), 1))),
  }),
};
