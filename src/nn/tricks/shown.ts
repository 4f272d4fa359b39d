import { add, concat, mul, reshape, type Tensor, transpose } from '@tensorflow/tfjs-core';
import type { ParamSpecs, ParamValues } from '../../core/params';
import type { StepIO } from '../step';

/** What D is shown of samples. */
export interface Shown {
  /** Samples [n, ...sample] in packs [n / m, ...packed sample] and under noise, as a move shows them. */
  samples(x: Tensor, io: StepIO): Tensor;
  /** A pack of m copies of each sample: [n, ...sample] becomes [n, ...packed sample]. */
  copies(x: Tensor): Tensor;
}

/** Declares what D is shown instead of single samples as they are. */
export const SHOWN_PARAMS = {
  packing: { kind: 'int', default: 1, min: 1, max: 4, group: 'tricks' },
  instanceNoise: { kind: 'flag', default: false, group: 'tricks' },
  noiseSigma: {
    kind: 'float',
    default: 0.1,
    min: 0,
    max: 3,
    live: true,
    group: 'tricks',
    when: { param: 'instanceNoise', is: [true] },
  },
} satisfies ParamSpecs;

/**
 * PacGAN (Lin et al. 2017, arXiv 1712.04086: D judges m samples of one kind together, joined along their last axis) and
 * instance noise (Sønderby et al. 2016, arXiv 1610.04490: the same Gaussian noise on real and generated samples).
 */
export function makeShown(params: ParamValues): Shown {
  const m = params['packing'] as number;
  const noisy = params['instanceNoise'] === true;
  return {
    samples(x, io) {
      const seen = noisy ? add(x, mul(io.live('noiseSigma'), io.normal(x.shape))) : x;
      return m === 1 ? seen : pack(seen, m);
    },
    copies: (x) => (m === 1 ? x : concat(new Array<Tensor>(m).fill(x), x.rank - 1)),
  };
}

function pack(x: Tensor, m: number): Tensor {
  const [n, ...shape] = x.shape as [number, ...number[]];
  const packs = reshape(x, [n / m, m, ...shape]);
  if (shape.length === 1) return reshape(packs, [n / m, m * (shape[0] as number)]);
  const [height, width, channels] = shape as [number, number, number];
  return reshape(transpose(packs, [0, 2, 3, 1, 4]), [n / m, height, width, m * channels]);
}
