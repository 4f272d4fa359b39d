import '../support/tf';
import { add, mul, reshape, type Scalar, sum, type Tensor, tensor1d, tidy, type Variable } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { Stream } from '../../src/core/random';
import { Network } from '../../src/nn/network';
import { Optimizer, RULES } from '../../src/nn/optimizers';
import { fakeIO, relativeError } from '../support/fakes';

const live = {
  generatorRate: 0.01,
  generatorBeta1: 0.5,
  generatorBeta2: 0.99,
  generatorDecay: 0.9,
  generatorMomentum: 0.8,
};

/** The papers' formulas in double precision. */
const references: Record<string, () => (theta: number[], g: number[]) => number[]> = {
  adam: () => {
    let t = 0;
    const m: number[] = [];
    const v: number[] = [];
    return (theta, g) => {
      t += 1;
      return theta.map((w, i) => {
        m[i] = 0.5 * (m[i] ?? 0) + 0.5 * (g[i] as number);
        v[i] = 0.99 * (v[i] ?? 0) + 0.01 * (g[i] as number) ** 2;
        return w - (0.01 * (m[i] / (1 - 0.5 ** t))) / (Math.sqrt(v[i] / (1 - 0.99 ** t)) + 1e-8);
      });
    };
  },
  rmsprop: () => {
    const v: number[] = [];
    return (theta, g) =>
      theta.map((w, i) => {
        v[i] = 0.9 * (v[i] ?? 0) + 0.1 * (g[i] as number) ** 2;
        return w - (0.01 * (g[i] as number)) / (Math.sqrt(v[i]) + 1e-8);
      });
  },
  sgd: () => {
    const u: number[] = [];
    return (theta, g) =>
      theta.map((w, i) => {
        u[i] = 0.8 * (u[i] ?? 0) + (g[i] as number);
        return w - 0.01 * u[i];
      });
  },
};

function smallNetwork(): Network {
  return new Network({
    player: 'generator',
    layers: [{ type: 'dense', units: 3 }],
    ends: { role: 'generator', head: 'dense', latentSize: 2, sample: [2] },
    init: 'he',
    stream: new Stream(3, 'init'),
  });
}

describe.each(Object.keys(RULES))('%s', (id) => {
  it('moves as its paper says over a fixed sequence of gradients, to 1e-6', () => {
    const network = smallNetwork();
    const optimizer = new Optimizer(RULES[id] as never, 'generator', network);
    const stream = new Stream(11, 'gradients');
    const reference = (references[id] as () => (theta: number[], g: number[]) => number[])();
    let expected = [...network.theta.dataSync()];
    for (let step = 0; step < 50; step++) {
      const g = network.weights().map((w) => stream.fillNormal(new Float32Array(w.size)));
      tidy(() => {
        const { io, writes } = fakeIO(live, 'generator');
        // A loss linear in the weights has exactly the gradient that it was given.
        optimizer.minimize(io, () =>
          network
            .weights()
            .map((w, i) => sum(mul(reshape(w, [-1]), tensor1d(g[i] as Float32Array))) as Scalar)
            .reduce((a, b) => add(a, b) as Scalar),
        );
        for (const { variable, value } of writes) (variable as Variable).assign(value as Tensor<never>);
      });
      expected = reference(
        expected,
        g.flatMap((part) => [...part]),
      );
    }
    expect(relativeError(network.theta.dataSync(), expected)).toBeLessThan(1e-6);
  });
});
