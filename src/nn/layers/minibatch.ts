import {
  add,
  concat,
  expandDims,
  matMul,
  mean,
  mul,
  neg,
  ones,
  reshape,
  slice,
  sqrt,
  square,
  sub,
  sum,
  type Tensor,
  type Tensor2D,
} from '@tensorflow/tfjs-core';
import { sizeOf } from '../../core/shape';
import { absolute, exponential } from '../activations';
import { type Layer, matrix } from './types';

/** Samples that are compared with one another where a network only looks at many. */
const LOOKING = 32;

/**
 * Minibatch discrimination (Salimans et al. 2016, arXiv 1606.03498, section 3.2): with M = x T, every sample [n, a] is given
 * o_b = Σ_j exp(−‖M_b(x) − M_b(x_j)‖₁) over the batch, one number for each of the kernels b: [n, a + kernels].
 */
export function minibatchDiscrimination(inputs: number, { kernels, dims }: { kernels: number; dims: number }): Layer {
  const closeness = (x: Tensor, t: Tensor): Tensor => {
    const m = reshape(matMul(x as Tensor2D, t as Tensor2D), [x.shape[0] as number, kernels, dims]);
    const distance = sum(absolute(sub(expandDims(m, 1), expandDims(m, 0))), 3); // [n, n, kernels]
    return sum(exponential(neg(distance)), 1);
  };
  return {
    weights: [{ ...matrix([inputs, kernels * dims], Math.sqrt(1 / inputs)), kernel: false }],
    apply: (x, [t], { io }) => {
      const n = x.shape[0] as number;
      const size = io ? n : LOOKING;
      const parts = Array.from({ length: Math.ceil(n / size) }, (_, i) => {
        const part = slice(x, [i * size, 0], [Math.min(size, n - i * size), inputs]);
        return closeness(part, t as Tensor);
      });
      return concat([x, parts.length === 1 ? (parts[0] as Tensor) : concat(parts, 0)], 1);
    },
  };
}

/**
 * Minibatch standard deviation (Karras et al. 2017, arXiv 1710.10196, section 3): samples are dealt into groups; each group's
 * standard deviation, averaged over all its numbers, becomes one more channel. A batch that the group's size does not divide is
 * dealt by the next smaller size that does.
 */
export function minibatchStddev(group: number): Layer {
  return {
    weights: [],
    apply: (x) => {
      const [n, ...shape] = x.shape as [number, ...number[]];
      let size = Math.min(group, n);
      while (n % size !== 0) size -= 1;
      const dealt = reshape(x, [size, n / size, sizeOf(shape)]);
      const variance = mean(square(sub(dealt, mean(dealt, 0, true))), 0);
      const spread = mean(sqrt(add(variance, 1e-8)), 1); // [n / size]
      const channel = [...shape.slice(0, -1), 1];
      const cells = sizeOf(channel);
      const one = mul(reshape(spread, [n / size, 1]), ones([n / size, cells]));
      const all = mul(reshape(one, [1, -1]), ones([size, 1])); // the same for every member of a group
      return concat([x, reshape(all, [n, ...channel])], x.rank - 1);
    },
  };
}
