import { add, mean, mul, neg, type Scalar, softplus, square, sub, type Tensor } from '@tensorflow/tfjs-core';
import { ACTIVATION_FUNCTIONS, exponential } from '../nn/activations';
import type { Objective } from './types';

/** A divergence through its output activation g and f* ∘ g, both written without overflow where they allow it. */
interface Divergence {
  g(v: Tensor): Tensor;
  /** f*(g(v)). */
  conjugate(v: Tensor): Tensor;
  /** f(1): D's loss at p = q, up to its sign. */
  atOne: number;
}

const halfTanh = (v: Tensor): Tensor => mul(0.5, ACTIVATION_FUNCTIONS.tanh(v));
const oneMinusExp = (v: Tensor): Tensor => sub(1, exponential(neg(v)));

/** Nowozin, Cseke, Tomioka 2016, tables 2 and 6. */
export const DIVERGENCES: Readonly<Record<string, Divergence>> = {
  'total-variation': { g: halfTanh, conjugate: halfTanh, atOne: 0 },
  kl: { g: (v) => v, conjugate: (v) => exponential(sub(v, 1)), atOne: 0 },
  'reverse-kl': { g: (v) => neg(exponential(neg(v))), conjugate: (v) => sub(v, 1), atOne: 0 },
  pearson: { g: (v) => v, conjugate: (v) => add(mul(0.25, square(v)), v), atOne: 0 },
  neyman: { g: oneMinusExp, conjugate: (v) => sub(2, mul(2, exponential(mul(-0.5, v)))), atOne: 0 },
  hellinger: { g: oneMinusExp, conjugate: (v) => sub(exponential(v), 1), atOne: 0 },
  'jensen-shannon': {
    g: (v) => sub(Math.LN2, softplus(neg(v))),
    conjugate: (v) => sub(softplus(v), Math.LN2),
    atOne: 0,
  },
  gan: { g: (v) => neg(softplus(neg(v))), conjugate: (v) => softplus(v), atOne: -2 * Math.LN2 },
};

/**
 * f-GAN (Nowozin, Cseke, Tomioka 2016, eq. 6): D ascends the variational bound E_p[g(V)] − E_q[f*(g(V))] of an f-divergence.
 * G descends it, or ascends E_q[g(V)] instead (their section 3.2), which does not saturate.
 */
export const fGan: Objective = {
  id: 'f-gan',
  paper: {
    authors: 'Nowozin, Cseke, Tomioka',
    title: 'f-GAN: Training Generative Neural Samplers using Variational Divergence Minimization',
    year: 2016,
    id: '1606.00709',
  },
  score: 'critic',
  equilibrium: {
    by: 'divergence',
    of: Object.fromEntries(
      Object.entries(DIVERGENCES).map(([id, { atOne }]) => [id, { discriminator: 0 - atOne, generator: null }]),
    ),
  },
  params: {
    divergence: { kind: 'choice', default: 'kl', options: Object.keys(DIVERGENCES), group: 'objective' },
    fGenerator: { kind: 'choice', default: 'practical', options: ['practical', 'saturating'], group: 'objective' },
  },
  discriminatorLoss(real, fake, { choice }) {
    const { g, conjugate } = DIVERGENCES[choice('divergence')] as Divergence;
    return sub(mean(conjugate(fake)), mean(g(real))) as Scalar;
  },
  generatorLoss(fake, _real, { choice }) {
    const { g, conjugate } = DIVERGENCES[choice('divergence')] as Divergence;
    return neg(mean(choice('fGenerator') === 'practical' ? g(fake) : conjugate(fake))) as Scalar;
  },
};
