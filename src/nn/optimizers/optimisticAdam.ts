import { mul, sub, type Tensor } from '@tensorflow/tfjs-core';
import { adam } from './adam';
import type { Rule } from './optimizer';

/**
 * Optimistic Adam (Daskalakis et al. 2017, arXiv 1711.00141, Algorithm 1): Adam's step twice, less the step before, a guess
 * at what the opponent does next. It comes to rest in bilinear games, where gradient descent circles.
 */
export const optimisticAdam: Rule<'m' | 'v' | 'beta1Power' | 'beta2Power' | 'previous'> = {
  slots: { ...adam.slots, previous: 'weights' },
  step(gradient, slots, numbers) {
    const own = adam.step(gradient, slots, numbers);
    const change: Tensor = sub(mul(2, own.change), slots.previous);
    return { change, slots: { ...own.slots, previous: own.change } };
  },
};
