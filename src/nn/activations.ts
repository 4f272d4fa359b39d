import {
  abs,
  customGrad,
  exp,
  leakyRelu,
  max,
  mul,
  relu,
  sigmoid,
  softplus,
  square,
  step,
  sub,
  type Tensor,
  tanh,
  zerosLike,
} from '@tensorflow/tfjs-core';
import type { Activation } from '../core/layers';
import './gradients';

/**
 * Activations whose first *and second* derivatives are right on every backend. The stock gradients of tanh and sigmoid
 * reuse their saved output, which a gradient of a gradient treats as a constant, the stock leaky ReLU has no second
 * derivative at all, and the stock ReLU's fails where nothing else depends on the input; these recompute from the input instead.
 */

type Elementwise = (x: Tensor) => Tensor;

function withDerivative(value: Elementwise, derivative: Elementwise): Elementwise {
  const op = customGrad((x, save) => {
    (save as (tensors: Tensor[]) => void)([x as Tensor]);
    return {
      value: value(x as Tensor),
      gradFunc: (dy: Tensor, saved: Tensor[]) => mul(dy, derivative(saved[0] as Tensor)),
    };
  });
  return (x) => op(x);
}

/** Slope of leaky ReLU for negative inputs (DCGAN's choice). */
export const LEAKY_SLOPE = 0.2;

const smoothTanh: Elementwise = withDerivative(tanh, (x) => sub(1, square(smoothTanh(x))));
const smoothSigmoid: Elementwise = withDerivative(sigmoid, (x) => {
  const y = smoothSigmoid(x);
  return mul(y, sub(1, y));
});

/** eˣ; the stock gradient reuses its saved output too. */
export const exponential: Elementwise = withDerivative(exp, (x) => exponential(x));

/** The same numbers, through which no gradient goes. */
export const constantOf: Elementwise = withDerivative(
  (x) => mul(x, 1),
  (x) => zerosLike(x),
);

/** The greatest of all numbers, as a constant for every gradient. */
export const greatest: Elementwise = withDerivative(
  (x) => max(x),
  (x) => zerosLike(x),
);

/** The greatest number of each row [n, c], [n, 1], as a constant for every gradient. */
export const greatestOfRows: Elementwise = withDerivative(
  (x) => max(x, 1, true),
  (x) => zerosLike(x),
);

/** |x| with slope −1 at zero, differentiable twice. */
export const absolute: Elementwise = withDerivative(abs, (x) => step(x, -1));

export const ACTIVATION_FUNCTIONS: Readonly<Record<Activation, Elementwise>> = {
  relu: withDerivative(
    (x) => relu(x),
    (x) => step(x),
  ),
  leakyRelu: withDerivative(
    (x) => leakyRelu(x, LEAKY_SLOPE),
    (x) => step(x, LEAKY_SLOPE),
  ),
  tanh: smoothTanh,
  sigmoid: smoothSigmoid,
  softplus: (x) => softplus(x),
  linear: (x) => x,
};
