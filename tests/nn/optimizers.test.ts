import '../support/tf';
import { add, mul, reshape, type Scalar, sum, type Tensor, tensor1d, tidy, type Variable } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { Stream } from '../../src/core/random';
import { Network } from '../../src/nn/network';
import { makeOptimizer, Optimizer, RULES } from '../../src/nn/optimizers';
import { fakeIO, relativeError } from '../support/fakes';
import { OPTIMIZER_REFERENCES } from '../support/optimizerReferences';

const live = {
  generatorRate: 0.01,
  generatorBeta1: 0.5,
  generatorBeta2: 0.99,
  generatorDecay: 0.9,
  generatorMomentum: 0.8,
};

/** The same under the rules' short names. */
const numbers = { rate: 0.01, beta1: 0.5, beta2: 0.99, decay: 0.9, momentum: 0.8 };

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
    const reference = OPTIMIZER_REFERENCES[id]?.(numbers);
    if (!reference) throw new Error(`${id} has no reference`);
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

describe('what changes an optimizer’s moves', () => {
  /** Weights of the small network after moves under constant gradients, with these tricks of the parameters. */
  function moved(moves: number, params: object, numbers: object = {}): { theta: number[]; start: number[] } {
    const network = smallNetwork();
    const start = [...network.theta.dataSync()];
    const optimizer = makeOptimizer('generator', { generatorOptimizer: 'sgd', ...params }, network);
    for (let move = 0; move < moves; move++) {
      tidy(() => {
        const { io, writes } = fakeIO({ generatorRate: 0.1, generatorMomentum: 0, ...numbers }, 'generator');
        optimizer.minimize(io, () =>
          network
            .weights()
            .map((w) => sum(w) as Scalar)
            .reduce((a, b) => add(a, b)),
        );
        for (const { variable, value } of writes) (variable as Variable).assign(value);
      });
    }
    return { theta: [...network.theta.dataSync()], start };
  }
  const shift = ({ theta, start }: { theta: number[]; start: number[] }) => (theta[0] as number) - (start[0] as number);

  it('clips the whole gradient to the bound', () => {
    const parameters = 17; // 2·3 + 3 + 3·2 + 2, each with gradient 1
    const bound = { gradientClipping: true };
    expect(shift(moved(1, bound, { gradientBound: 2 }))).toBeCloseTo((-0.1 * 2) / Math.sqrt(parameters), 5);
    expect(shift(moved(1, bound, { gradientBound: 100 }))).toBeCloseTo(-0.1, 5);
  });

  it('lets the rate fall by the schedule, and no further', () => {
    const over = (kind: string, moves: number) => shift(moved(moves, { schedule: kind }, { scheduleMoves: 4 }));
    expect(over('linear', 6)).toBeCloseTo(-0.1 * (1 + 0.75 + 0.5 + 0.25), 5);
    expect(over('cosine', 2)).toBeCloseTo(-0.1 * (1 + 0.5 * (1 + Math.cos(Math.PI / 4))), 5);
    expect(over('exponential', 6)).toBeCloseTo(-0.1 * (1 + 0.01 ** 0.25 + 0.01 ** 0.5 + 0.01 ** 0.75 + 0.01 + 0.01), 5);
  });

  it('draws the weights towards the mean of their past', () => {
    // θ₁ = θ₀ − 0.1; the mean is then θ₀ − 0.05, and the second gradient 1 − 2·2·0.05.
    expect(shift(moved(2, { historicalAveraging: true }, { historyWeight: 2 }))).toBeCloseTo(-0.1 - 0.1 * 0.8, 5);
  });
});
