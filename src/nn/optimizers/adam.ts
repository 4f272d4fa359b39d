import { add, div, mul, sqrt, square, sub } from '@tensorflow/tfjs-core';
import type { Rule } from './optimizer';

const EPSILON = 1e-8;

/**
 * Adam (Kingma & Ba, arXiv 1412.6980, Algorithm 1): exponential averages m of the gradient and v of its square, both
 * corrected for their start at zero. The powers β₁ᵗ and β₂ᵗ are state, so that the correction survives a snapshot.
 */
export const adam: Rule<'m' | 'v' | 'beta1Power' | 'beta2Power'> = {
  slots: { m: 'weights', v: 'weights', beta1Power: 1, beta2Power: 1 },
  step(g, { m, v, beta1Power, beta2Power }, numbers) {
    const beta1 = numbers('beta1');
    const beta2 = numbers('beta2');
    const nextM = add(mul(beta1, m), mul(sub(1, beta1), g));
    // Not v + (1 − β₂)(g² − v): where β₂ is small and v was large, g² would drown in rounding and the step explode.
    const nextV = add(mul(beta2, v), mul(sub(1, beta2), square(g)));
    const power1 = mul(beta1Power, beta1);
    const power2 = mul(beta2Power, beta2);
    const rate = div(numbers('rate'), sub(1, power1));
    const root = add(div(sqrt(nextV), sqrt(sub(1, power2))), EPSILON);
    return {
      change: mul(rate, div(nextM, root)),
      slots: { m: nextM, v: nextV, beta1Power: power1, beta2Power: power2 },
    };
  },
};
