import {
  add,
  div,
  matMul,
  mean,
  mul,
  neg,
  relu,
  reshape,
  type Scalar,
  sqrt,
  square,
  sub,
  sum,
  type Tensor,
  type Tensor2D,
} from '@tensorflow/tfjs-core';
import type { Objective } from './types';

/** Mean of the squares of all numbers of each sample, [n, 1]. */
const squaredError = (x: Tensor, y: Tensor): Tensor =>
  mean(reshape(square(sub(x, y)), [x.shape[0] as number, -1]), 1, true);

/**
 * The pulling-away term (Zhao et al. 2016, eq. 4): mean squared cosine between the codes [n, c] of different samples, which is
 * large where they resemble one another.
 */
export function pullingAway(codes: Tensor): Scalar {
  const n = codes.shape[0] as number;
  const unit = div(codes, sqrt(add(sum(square(codes), 1, true), 1e-12))) as Tensor2D;
  const cosines = matMul(unit, unit, false, true); // [n, n], ones on its diagonal
  return div(sub(sum(square(cosines)), sum(square(sum(square(unit), 1)))), n * (n - 1)) as Scalar;
}

/**
 * Energy-based GAN (Zhao, Mathieu, LeCun 2016, eq. 1, 2): D is an autoencoder whose squared error is the energy E = −C. D
 * lowers the energy of real samples and raises that of generated ones up to a margin m; G lowers its samples' energy, and
 * keeps them apart by the pulling-away term.
 */
export const ebgan: Objective = {
  id: 'ebgan',
  paper: {
    authors: 'Zhao, Mathieu, LeCun',
    title: 'Energy-based Generative Adversarial Network',
    year: 2016,
    id: '1609.03126',
  },
  score: 'critic',
  critic: 'autoencoder',
  equilibrium: null,
  params: {
    margin: { kind: 'float', default: 1, min: 0.01, max: 100, scale: 'log', live: true, group: 'objective' },
    pullingAway: { kind: 'float', default: 0.1, min: 0, max: 10, live: true, group: 'objective' },
  },
  discriminatorLoss: (real, fake, { live }) => add(neg(mean(real)), mean(relu(add(live('margin'), fake)))) as Scalar,
  generatorLoss: (fake) => neg(mean(fake)) as Scalar,
  energy: squaredError,
  codeTerm: (codes, { live }) => mul(live('pullingAway'), pullingAway(codes)) as Scalar,
};
