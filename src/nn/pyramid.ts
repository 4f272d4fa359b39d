import { add, mean, type Scalar, sub, type Tensor } from '@tensorflow/tfjs-core';
import { absolute } from './activations';
import { downsampled } from './layers/growth';
import { upsampled } from './layers/styled';

/** Side from which on a picture is not halved any more. */
const SMALLEST = 8;

/**
 * How far pictures [n, h, w, c] are apart in all sizes at once: Lap₁ = Σ_j 2²ʲ ‖Lʲ(x) − Lʲ(y)‖₁ (Ling, Okada 2006; GLO, arXiv
 * 1707.05776), divided by the numbers of a picture. Lʲ is what the j-th halving takes away, the last what is left; as level j has
 * 4ʲ times fewer cells, that is the sum of the levels' mean absolute differences. Halving is by blocks, not by a Gaussian.
 */
export function laplacianDistance(x: Tensor, y: Tensor): Scalar {
  let rest = sub(x, y); // the pyramid is linear
  let total: Tensor | null = null;
  for (;;) {
    const [, h, w] = rest.shape as [number, number, number];
    const last = h % 2 !== 0 || w % 2 !== 0 || Math.min(h, w) <= SMALLEST;
    const half = last ? rest : downsampled(rest);
    const level = mean(absolute(last ? rest : sub(rest, upsampled(half))));
    total = total ? add(total, level) : level;
    if (last) return total as Scalar;
    rest = half;
  }
}
