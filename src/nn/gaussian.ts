import {
  add,
  concat,
  div,
  exp,
  eye,
  log,
  matMul,
  maximum,
  mean,
  mul,
  type Scalar,
  slice,
  softplus,
  sqrt,
  square,
  sub,
  sum,
  type Tensor,
  type Tensor2D,
} from '@tensorflow/tfjs-core';
import { exponential } from './activations';
import { columns } from './joined';
import type { StepIO } from './step';

/** A diagonal Gaussian for each row: means and logarithms of the variances, both [n, d]. */
export interface Gaussian {
  mu: Tensor;
  logVariance: Tensor;
}

/** Reads outputs [n, 2 d] as means and logarithms of variances. */
export function gaussianOf(outputs: Tensor): Gaussian {
  const d = (outputs.shape[1] as number) / 2;
  return { mu: columns(outputs, 0, d), logVariance: columns(outputs, d) };
}

/** A draw z = μ + σ ε [n, d] that gradients go through, with what it is made of. */
export function reparametrized(
  { mu, logVariance }: Gaussian,
  io: StepIO,
): Record<'z' | 'mu' | 'sigma' | 'epsilon', Tensor> {
  const sigma = exponential(mul(0.5, logVariance));
  const epsilon = io.normal(mu.shape);
  return { z: add(mu, mul(sigma, epsilon)), mu, sigma, epsilon };
}

/** A draw [n, d] that gradients go through. */
export const draw = (gaussian: Gaussian, io: StepIO): Tensor => reparametrized(gaussian, io).z;

/** Mean over the rows of KL(N(μ, σ²) ‖ N(0, 1)) = ½ Σ (μ² + σ² − 1 − log σ²), nats. */
export function divergence({ mu, logVariance }: Gaussian): Scalar {
  const each = sub(sub(add(square(mu), exponential(logVariance)), 1), logVariance);
  return mul(0.5, mean(sum(each, 1))) as Scalar;
}

/** All axes of a sample. */
const axesOf = (x: Tensor): number[] => x.shape.map((_, axis) => axis).slice(1);

/**
 * Mean over the samples of −log p(x): each pixel (x + 1) / 2 of a Bernoulli distribution whose logit is twice the raw output, so
 * that tanh of the output is the pixel's mean. Nats per sample; for pixels that are not black or white, the usual stand-in.
 */
export function bernoulliLoss(x: Tensor, raw: Tensor): Scalar {
  const logit = mul(2, raw);
  return mean(sum(sub(softplus(logit), mul(mul(0.5, add(x, 1)), logit)), axesOf(x))) as Scalar;
}

/** Mean over the samples of −log N(x; y, σ²), nats per sample. */
export function gaussianLoss(x: Tensor, y: Tensor, sigma: Scalar): Scalar {
  const size = axesOf(x).reduce((product, axis) => product * (x.shape[axis] as number), 1);
  const squares = mean(sum(square(sub(x, y)), axesOf(x)));
  const scaled = mul(mul(0.5, squares), exp(mul(-2, log(sigma))));
  return add(scaled, mul(size, add(log(sigma), 0.5 * Math.log(2 * Math.PI)))) as Scalar;
}

/** Added to variances, so that rows which agree in a number have a root all the same. */
const LEAST_VARIANCE = 1e-6;

/**
 * The Gaussian that fits rows [n, d]: their mean [1, d], and the lower triangular root R [d, d] of their covariance, R Rᵀ
 * (Cholesky, a column at a time), so that mean + ε Rᵀ with ε ~ N(0, I) is a draw.
 */
export function fittedGaussian(rows: Tensor2D): { middle: Tensor2D; root: Tensor2D } {
  const [n, d] = rows.shape;
  const middle = mean(rows, 0, true) as Tensor2D;
  const centred = sub(rows, middle) as Tensor2D;
  let rest = add(div(matMul(centred, centred, true, false), n), mul(LEAST_VARIANCE, eye(d))) as Tensor2D;
  const root: Tensor2D[] = [];
  for (let i = 0; i < d; i++) {
    const pivot = maximum(slice(rest, [i, i], [1, 1]), LEAST_VARIANCE);
    const column = div(columns(rest, i, 1), sqrt(pivot)) as Tensor2D;
    root.push(column);
    rest = sub(rest, matMul(column, column, false, true));
  }
  return { middle, root: concat(root, 1) };
}
