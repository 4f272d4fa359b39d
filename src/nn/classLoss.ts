import { add, log, mean, mul, type Scalar, sub, sum, type Tensor } from '@tensorflow/tfjs-core';
import { exponential, greatestOfRows } from './activations';

/** log Σ exp l of logits [n, c], row by row, [n, 1]. */
export function logSumExp(logits: Tensor): Tensor {
  const top = greatestOfRows(logits);
  return add(log(sum(exponential(sub(logits, top)), 1, true)), top);
}

/** Mean cross-entropy of class logits [n, c] against one-hot labels [n, c], nats: E[log Σ exp l − l_y]. */
export const classLoss = (logits: Tensor, y: Tensor): Scalar =>
  mean(sub(logSumExp(logits), sum(mul(logits, y), 1, true))) as Scalar;
