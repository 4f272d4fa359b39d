import {
  add,
  matMul,
  mul,
  relu,
  reshape,
  sub,
  type Tensor,
  type Tensor2D,
  type Tensor3D,
  tensor,
  transpose,
} from '@tensorflow/tfjs-core';
import { absolute } from './activations';
import type { StepIO } from './step';

/** Places along each side whose shift is drawn; those between them follow. */
const KNOTS = 5;

/**
 * Pictures [n, h, w, c] stretched at random: every row and every column of a picture is taken from up to `reach` cells beside its
 * own place, neighbours from near each other; bilinear. What is beyond the edge is 0.
 */
export function warped(x: Tensor, reach: number, io: StepIO): Tensor {
  return transpose(alongRows(transpose(alongRows(x, reach, io), [0, 2, 1, 3]), reach, io), [0, 2, 1, 3]);
}

/** The first axis of the pictures stretched. */
function alongRows(x: Tensor, reach: number, io: StepIO): Tensor {
  const [n, h, w, c] = x.shape as [number, number, number, number];
  const shifts = mul(sub(mul(2, io.uniform([n, KNOTS])), 1), reach);
  const places = add(matMul(shifts as Tensor2D, spreading(h)), row(h)); // [n, h] where each row is taken from
  const weights = relu(sub(1, absolute(sub(reshape(places, [n, h, 1]), row(h))))); // [n, h, h] tents
  return reshape(matMul(weights as Tensor3D, reshape(x, [n, h, w * c]) as Tensor3D), x.shape);
}

const row = (side: number): Tensor => tensor(Array.from({ length: side }, (_, i) => i));

/** [KNOTS, side] shares of the knots in each place between them. */
function spreading(side: number): Tensor2D {
  const at = (i: number) => (i * (KNOTS - 1)) / (side - 1);
  const shares = Array.from({ length: KNOTS }, (_, knot) =>
    Array.from({ length: side }, (_, i) => Math.max(0, 1 - Math.abs(at(i) - knot))),
  );
  return tensor(shares) as Tensor2D;
}
