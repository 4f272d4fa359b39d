import '../support/tf';
import { grad, mul, sum, type Tensor, tensor1d } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { ACTIVATIONS } from '../../src/core/layers';
import { ACTIVATION_FUNCTIONS } from '../../src/nn/activations';
import { relativeError } from '../support/fakes';

const values: Record<string, (x: number) => number> = {
  relu: (x) => Math.max(0, x),
  leakyRelu: (x) => (x > 0 ? x : 0.2 * x),
  tanh: Math.tanh,
  sigmoid: (x) => 1 / (1 + Math.exp(-x)),
  softplus: (x) => Math.log1p(Math.exp(x)),
  linear: (x) => x,
};

const points = [-2.3, -0.7, -0.11, 0.13, 0.9, 2.1];
const difference = (f: (x: number) => number, x: number, h = 1e-3) => (f(x + h) - f(x - h)) / (2 * h);

describe.each(ACTIVATIONS)('%s', (name) => {
  const f = ACTIVATION_FUNCTIONS[name];
  const truth = values[name] as (x: number) => number;
  const first = (x: Tensor) => grad((input: Tensor) => sum(f(input)))(x);

  it('has the right value', () => {
    expect(relativeError(f(tensor1d(points)).dataSync(), points.map(truth))).toBeLessThan(1e-6);
  });

  it('has the right first derivative', () => {
    const expected = points.map((x) => difference(truth, x));
    expect(relativeError(first(tensor1d(points)).dataSync(), expected)).toBeLessThan(1e-5);
  });

  it('has the right second derivative, as a penalty on a gradient needs it', () => {
    // The derivative of x f'(x) is f' + x f'': it is never identically zero, so a missing term shows.
    const second = grad((x: Tensor) => sum(mul(first(x), x)))(tensor1d(points)).dataSync();
    const expected = points.map((x) => difference((y) => y * difference(truth, y), x));
    const error = Math.max(...points.map((_, i) => Math.abs((second[i] as number) - (expected[i] as number))));
    expect(error).toBeLessThan(1e-4);
  });
});
