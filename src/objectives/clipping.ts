import { maximum, minimum, neg, type Tensor } from '@tensorflow/tfjs-core';
import type { StepIO } from '../nn/step';

/** Every weight of D into [−c, c] (Arjovsky, Chintala, Bottou 2017, Algorithm 1, line 7). */
export const clipWeights = (theta: Tensor, io: StepIO): Tensor =>
  maximum(minimum(theta, io.live('clip')), neg(io.live('clip')));
