import {
  add,
  concat,
  div,
  matMul,
  reshape,
  split,
  sqrt,
  square,
  sum,
  type Tensor,
  type Tensor2D,
  tensor1d,
  type Variable,
} from '@tensorflow/tfjs-core';
import type { Stream } from '../core/random';
import { constantOf } from './activations';
import type { WeightSpec } from './layers/types';
import { stateVariable } from './stateVariable';

const unit = (x: Tensor): Tensor => div(x, sqrt(add(sum(square(x)), 1e-12)));

/**
 * Spectral normalization (Miyato et al. 2018, arXiv 1802.05957, Algorithm 1): every kernel, as a matrix of its inputs by its
 * outputs, is divided by its largest singular value σ = vᵀ W u. The singular vectors follow by one power iteration in each
 * move, and are constants for the gradient.
 */
export class SpectralNorm {
  /** Right singular vectors of all kernels, one after the other. */
  readonly u: Variable;

  constructor(
    private readonly specs: readonly WeightSpec[],
    stream: Stream,
  ) {
    const start = this.outputs.flatMap((n) => {
      const drawn = [...stream.fillNormal(new Float32Array(n))];
      const length = Math.hypot(...drawn);
      return drawn.map((value) => value / length);
    });
    this.u = stateVariable(() => tensor1d(start));
  }

  /** The weights with normalized kernels, and the singular vectors after one more iteration, from those that it keeps or others. */
  apply(weights: readonly Tensor[], from: Tensor = this.u): { weights: Tensor[]; u: Tensor } {
    const vectors = split(from, [...this.outputs]);
    const next: Tensor[] = [];
    const normalized = weights.map((w, i) => {
      if (!this.specs[i]?.kernel) return w;
      const matrix = reshape(w, [-1, w.shape[w.rank - 1] as number]) as Tensor2D;
      const fixed = constantOf(matrix) as Tensor2D;
      const before = reshape(vectors[next.length] as Tensor, [-1, 1]) as Tensor2D;
      const v = unit(matMul(fixed, before)) as Tensor2D; // [inputs, 1]
      const u = unit(matMul(fixed, v, true)) as Tensor2D; // [outputs, 1]
      next.push(reshape(u, [-1]));
      return div(w, reshape(matMul(matMul(v, matrix, true), u), []));
    });
    return { weights: normalized, u: concat(next) };
  }

  private get outputs(): readonly number[] {
    return this.specs.filter(({ kernel }) => kernel).map(({ shape }) => shape[shape.length - 1] as number);
  }
}
