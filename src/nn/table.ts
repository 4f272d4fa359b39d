import { matMul, reshape, slice, type Tensor, type Tensor2D } from '@tensorflow/tfjs-core';
import { FlatWeights } from './flatWeights';

/** Rows of trained numbers [count, width], which an optimizer moves as it does a network's weights. */
export class Table extends FlatWeights {
  constructor(
    /** What the rows start with, [count × width]. */
    numbers: Float32Array,
    private readonly width: number,
  ) {
    super(numbers);
  }

  /** All rows [count, width], or other numbers [count × width] in their place. */
  rows(theta: Tensor = this.theta): Tensor2D {
    return reshape(theta, [-1, this.width]);
  }

  /** The first rows, [count, width]. */
  first(count: number): Tensor2D {
    return slice(this.rows(), [0, 0], [count, this.width]);
  }

  /** One row, [1, width]. */
  row(i: number): Tensor2D {
    return slice(this.rows(), [i, 0], [1, this.width]);
  }

  /** The rows [m, width] that one-hot rows [m, count] name. */
  pick(which: Tensor2D): Tensor2D {
    return matMul(which, this.rows());
  }
}
