import { abs, add, floor, mul, onesLike, type Scalar, sub, type Tensor } from '@tensorflow/tfjs-core';
import type { StepIO } from '../nn/step';
import type { Objective } from './types';

/**
 * D's loss on labels that are not quite 1 and 0: real ones at `realLabel` (one-sided smoothing, Salimans et al. 2016,
 * section 3.4), both moved towards the middle by up to `labelNoise`, and each turned round with probability `labelFlips`.
 */
export function softLabelLoss(objective: Objective, real: Tensor, fake: Tensor, io: StepIO): Scalar {
  const labelled = objective.labelled as NonNullable<Objective['labelled']>;
  const noise = (scores: Tensor) => mul(io.live('labelNoise'), io.uniform(scores.shape));
  const flipped = (labels: Tensor) => abs(sub(labels, floor(add(io.uniform(labels.shape), io.live('labelFlips')))));
  const realLabels = sub(mul(onesLike(real), io.live('realLabel')), noise(real));
  return add(labelled(real, flipped(realLabels)), labelled(fake, flipped(noise(fake)))) as Scalar;
}

/** The parameters of {@link softLabelLoss}. */
export const labelParams = (() => {
  const slider = {
    kind: 'float',
    min: 0,
    live: true,
    group: 'tricks',
    when: { param: 'softLabels', is: [true] },
  } as const;
  return {
    softLabels: { kind: 'flag', default: false, group: 'tricks' },
    realLabel: { ...slider, default: 0.9, min: 0.5, max: 1 },
    labelNoise: { ...slider, default: 0, max: 0.5 },
    labelFlips: { ...slider, default: 0, max: 0.5 },
  } as const;
})();
