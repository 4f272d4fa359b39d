import '../support/tf';
import {
  engine,
  grad,
  mul,
  reshape,
  type Scalar,
  sum,
  type Tensor,
  tensor1d,
  tensor2d,
  zerosLike,
} from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { Stream } from '../../src/core/random';
import { Network } from '../../src/nn/network';
import { OBJECTIVES } from '../../src/objectives';
import { r1, withR1 } from '../../src/objectives/r1';
import { fakeIO, numericalGradient, relativeError } from '../support/fakes';

const stream = new Stream(5, 'objectives');
const real = stream.fillNormal(new Float32Array(6));
const fake = stream.fillNormal(new Float32Array(6));
const column = (values: Float32Array) => tensor2d(values, [values.length, 1]);
const value = (loss: Tensor) => loss.dataSync()[0] as number;

const sp = (t: number) => Math.log1p(Math.exp(t));
const average = (values: Float32Array, f: (t: number) => number) =>
  values.reduce((total, t) => total + f(t), 0) / values.length;

/** Both losses in double precision, straight from the papers. */
const closed: Record<string, [discriminator: number, generator: number]> = {
  minimax: [average(real, (t) => sp(-t)) + average(fake, sp), -average(fake, sp)],
  'non-saturating': [average(real, (t) => sp(-t)) + average(fake, sp), average(fake, (t) => sp(-t))],
  'least-squares': [
    0.5 * (average(real, (t) => (t - 1) ** 2) + average(fake, (t) => t * t)),
    0.5 * average(fake, (t) => (t - 1) ** 2),
  ],
  wgan: [average(fake, (t) => t) - average(real, (t) => t), -average(fake, (t) => t)],
  'wgan-gp': [average(fake, (t) => t) - average(real, (t) => t), -average(fake, (t) => t)],
};

describe.each(OBJECTIVES)('$id', (objective) => {
  it('has the losses of its paper', () => {
    const [discriminator, generator] = closed[objective.id] as [number, number];
    expect(value(objective.discriminatorLoss(column(real), column(fake)))).toBeCloseTo(discriminator, 5);
    expect(value(objective.generatorLoss(column(fake), column(real)))).toBeCloseTo(generator, 5);
  });

  it('has gradients that agree with finite differences', () => {
    const losses: ((scores: Tensor) => Scalar)[] = [
      (scores) => objective.discriminatorLoss(scores, column(fake)),
      (scores) => objective.discriminatorLoss(column(real), scores),
      (scores) => objective.generatorLoss(scores, column(real)),
    ];
    for (const loss of losses) {
      const exact = grad(loss)(column(fake)).dataSync();
      const numeric = numericalGradient((scores) => value(loss(column(scores))), fake, 0.05);
      expect(relativeError(exact, numeric)).toBeLessThan(1e-3);
    }
  });

  it('is at its equilibrium where the theory says', () => {
    if (!objective.equilibrium) return expect(objective.score).toBe('critic');
    // p = q and the best constant score: 0 for logits, 1/2 for targets.
    const constant = column(new Float32Array(6).fill(objective.score === 'target' ? 0.5 : 0));
    expect(value(objective.discriminatorLoss(constant, constant))).toBeCloseTo(objective.equilibrium.discriminator, 5);
    expect(value(objective.generatorLoss(constant, constant))).toBeCloseTo(objective.equilibrium.generator, 5);
  });
});

function weightGradients(loss: () => Scalar, weights: Tensor[]): number[] {
  const { grads } = engine().gradients(loss as () => Tensor, weights, undefined, true);
  return grads.flatMap((part, i) => [...(part ?? zerosLike(weights[i] as Tensor)).dataSync()]);
}

/** A critic with every kind of layer that a penalty may go through. */
const critics = {
  dense: new Network({
    player: 'discriminator',
    layers: [
      { type: 'dense', units: 5 },
      { type: 'activation', fn: 'tanh' },
      { type: 'dense', units: 4 },
      { type: 'activation', fn: 'softplus' },
    ],
    ends: { role: 'discriminator', head: 'dense', latentSize: 1, sample: [6, 6, 1] },
    init: 'he',
    stream,
  }),
  convolutional: new Network({
    player: 'discriminator',
    layers: [
      { type: 'conv', filters: 3, kernel: 4, stride: 2 },
      { type: 'activation', fn: 'tanh' },
      { type: 'conv', filters: 2, kernel: 3, stride: 1 },
      { type: 'activation', fn: 'softplus' }, // smooth: finite differences cannot cross a kink
    ],
    ends: { role: 'discriminator', head: 'dense', latentSize: 1, sample: [6, 6, 1] },
    init: 'he',
    stream,
  }),
};
const pictures = (values: Float32Array) => reshape(tensor1d(values), [2, 6, 6, 1]);
const xReal = stream.fillNormal(new Float32Array(72));
const xFake = stream.fillNormal(new Float32Array(72));

describe.each(Object.entries(critics))('penalties through a %s critic', (_, critic) => {
  const apply = (x: Tensor) => critic.apply(x);
  const gp = OBJECTIVES.find(({ id }) => id === 'wgan-gp');
  const penalties: Record<string, () => Scalar> = {
    'wgan-gp': () => gp?.penalty?.(apply, pictures(xReal), pictures(xFake), fakeIO({ lambda: 10 }).io) as Scalar,
    r1: () => r1(apply, pictures(xReal), fakeIO({ gamma: 2 }).io),
  };

  it.each(Object.keys(penalties))('%s: gradient with respect to the weights agrees with finite differences', (id) => {
    const penalty = penalties[id] as () => Scalar;
    const theta = critic.theta.dataSync().slice() as Float32Array;
    const at = (values: Float32Array) => {
      critic.theta.assign(tensor1d(values));
      return value(penalty());
    };
    const numeric = numericalGradient(at, theta, 0.02);
    at(theta);
    const weights = critic.weights() as Tensor[];
    const exact = weightGradients(penalty, weights);
    expect(relativeError(exact, numeric)).toBeLessThan(5e-3);
  });
});

describe('R1 as a decorator', () => {
  it('adds to the penalty that an objective has', () => {
    const gp = OBJECTIVES.find(({ id }) => id === 'wgan-gp') as (typeof OBJECTIVES)[number];
    const apply = (x: Tensor) => critics.dense.apply(x);
    const io = () => fakeIO({ lambda: 10, gamma: 2 }).io;
    const both = withR1(gp).penalty?.(apply, pictures(xReal), pictures(xFake), io()) as Scalar;
    const own = gp.penalty?.(apply, pictures(xReal), pictures(xFake), io()) as Scalar;
    const added = r1(apply, pictures(xReal), io());
    expect(value(both)).toBeCloseTo(value(own) + value(added), 4);
  });

  it('measures half γ times the squared slope of a linear critic', () => {
    const slope = tensor2d([3, 4], [2, 1]);
    const critic = (x: Tensor) => sum(mul(x, reshape(slope, [1, 2])), 1);
    expect(value(r1(critic, tensor2d([1, 2, 3, 4], [2, 2]), fakeIO({ gamma: 2 }).io))).toBeCloseTo(25, 4);
  });
});

describe('weight clipping', () => {
  it('projects every weight into [−c, c]', () => {
    const wgan = OBJECTIVES.find(({ id }) => id === 'wgan');
    const clipped = wgan?.constrain?.(column(Float32Array.of(-3, -0.005, 0.005, 3)), fakeIO({ clip: 0.01 }).io);
    expect([...(clipped as Tensor).dataSync()]).toEqual([...Float32Array.of(-0.01, -0.005, 0.005, 0.01)]);
  });
});
