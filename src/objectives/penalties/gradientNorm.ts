import { add, grad, sqrt, square, sum, type Tensor } from '@tensorflow/tfjs-core';
import '../../nn/gradients';
import type { Score } from './types';

/** ‖∇ₓ C(x)‖² of each sample, [n]. Differentiable, so a penalty on it reaches the critic's weights. */
export function squaredGradientNorm(critic: Score, x: Tensor): Tensor {
  const gradient = grad((input: Tensor) => sum(critic(input)))(x); // [n, ...sample]
  const axes = gradient.shape.slice(1).map((_, axis) => axis + 1);
  return sum(square(gradient), axes);
}

/** ‖∇ₓ C(x)‖ of each sample, [n]. The small constant keeps the root's slope finite where the gradient is zero. */
export function gradientNorm(critic: Score, x: Tensor): Tensor {
  return sqrt(add(squaredGradientNorm(critic, x), 1e-12));
}
