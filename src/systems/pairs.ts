import {
  abs,
  add,
  concat,
  mean,
  mul,
  reshape,
  slice,
  step,
  sub,
  sum,
  type Tensor,
  type Tensor4D,
  tensor,
  zeros,
  zerosLike,
} from '@tensorflow/tfjs-core';

/** Side of the blocks of low resolution; it must divide a picture's. */
const BLOCK = 4;
/** Difference of brightness, of 2, from which on two cells have an edge between them. */
const EDGE = 0.3;
/** Shares of red, green and blue in brightness (ITU-R BT.601). */
const LUMA = [0.299, 0.587, 0.114];

/**
 * How half of a pair is made from a picture, so that any set of pictures can be learned to be made back: maps pictures
 * [n, h, w, c] in [−1, 1] to pictures of that shape.
 */
export const PAIRINGS: Readonly<Record<string, (x: Tensor) => Tensor>> = { edges, grey, blocks, hole };

/** Brightness [n, h, w, 1]. */
function brightness(x: Tensor): Tensor {
  return x.shape[3] === 3 ? sum(mul(x, tensor(LUMA)), 3, true) : mean(x, 3, true);
}

/** One channel [n, h, w, 1] in each of a picture's. */
const inAll = (one: Tensor, x: Tensor): Tensor => add(zerosLike(x), one);

/** A line drawing: black where the brightness of neighbours differs, white elsewhere. */
function edges(x: Tensor): Tensor {
  const [n, h, w] = x.shape as [number, number, number, number];
  const y = brightness(x) as Tensor4D;
  const down = sub(slice(y, [0, 1, 0, 0], [n, h - 1, w, 1]), slice(y, [0, 0, 0, 0], [n, h - 1, w, 1]));
  const across = sub(slice(y, [0, 0, 1, 0], [n, h, w - 1, 1]), slice(y, [0, 0, 0, 0], [n, h, w - 1, 1]));
  const steepness = add(
    abs(concat([down, zeros([n, 1, w, 1])], 1)), //
    abs(concat([across, zeros([n, h, 1, 1])], 2)),
  );
  return inAll(sub(1, mul(2, step(sub(steepness, EDGE)))), x);
}

function grey(x: Tensor): Tensor {
  return inAll(brightness(x), x);
}

/** Low resolution: the mean of every block of cells. */
function blocks(x: Tensor): Tensor {
  const [n, h, w, c] = x.shape as [number, number, number, number];
  const parts = reshape(x, [(n * h) / BLOCK, BLOCK, w / BLOCK, BLOCK, c]);
  return reshape(add(zerosLike(parts), mean(mean(parts, 3, true), 1, true)), x.shape);
}

/** The middle of the picture taken out: half of either side, grey. */
function hole(x: Tensor): Tensor {
  const [, h, w] = x.shape as [number, number, number, number];
  const inside = (at: number, side: number) => at >= side / 4 && at < (3 * side) / 4;
  const kept = Array.from({ length: h * w }, (_, i) => Number(!(inside(Math.floor(i / w), h) && inside(i % w, w))));
  return mul(x, tensor(kept, [1, h, w, 1]));
}
