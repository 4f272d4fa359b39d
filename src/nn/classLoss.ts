import { add, log, mean, mul, type Scalar, sub, sum, type Tensor } from '@tensorflow/tfjs-core';
import { exponential, greatest } from './activations';

/** Mean cross-entropy of class logits [n, c] against one-hot labels [n, c], nats: E[log Σ exp l − l_y]. */
export function classLoss(logits: Tensor, y: Tensor): Scalar {
  const top = greatest(logits);
  const logSum = add(log(sum(exponential(sub(logits, top)), 1)), top);
  return mean(sub(logSum, sum(mul(logits, y), 1))) as Scalar;
}
