import { add, concat, reshape, slice, type Tensor, type Tensor2D, zeros } from '@tensorflow/tfjs-core';

/** Features y [n, c] joined to x: at the end of vectors [n, d], or as c constant maps to the channels of pictures [n, h, w, d]. */
export function join(x: Tensor, y: Tensor): Tensor {
  if (x.rank === 2) return concat([x, y], 1);
  const [n, height, width] = x.shape as [number, number, number];
  const c = y.shape[1] as number;
  // Added to zeros, which spreads the features over the maps.
  return concat([x, add(zeros([n, height, width, c]), reshape(y, [n, 1, 1, c]))], 3);
}

/** Columns [from, from + size) of [n, d]; to the end where no size is given. */
export const columns = (x: Tensor, from: number, size = (x.shape[1] as number) - from): Tensor2D =>
  slice(x as Tensor2D, [0, from], [-1, size]);
