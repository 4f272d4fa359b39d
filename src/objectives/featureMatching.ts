import { mean, type Scalar, square, sub, sum, type Tensor } from '@tensorflow/tfjs-core';

/** ‖E f(x) − E f(G(z))‖² for D's inner features [n, f] (Salimans et al. 2016, arXiv 1606.03498, section 3.1). */
export const featureDistance = (real: Tensor, fake: Tensor): Scalar =>
  sum(square(sub(mean(real, 0), mean(fake, 0)))) as Scalar;
