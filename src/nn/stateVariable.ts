import { type Rank, type Tensor, tidy, type Variable, variable } from '@tensorflow/tfjs-core';

/**
 * A variable that begins as what `make` returns, and alone holds it: `variable` by itself leaves the tensor it is given, and
 * with it the first values, to whoever made them.
 */
export const stateVariable = <R extends Rank>(make: () => Tensor<R>): Variable<R> => tidy(() => variable(make()));
