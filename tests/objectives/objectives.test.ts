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
import { equilibriumOf } from '../../src/core/catalog';
import { Stream } from '../../src/core/random';
import { Network } from '../../src/nn/network';
import { makeContest, OBJECTIVES } from '../../src/objectives';
import { pullingAway } from '../../src/objectives/ebgan';
import { DIVERGENCES } from '../../src/objectives/fGan';
import { PENALTIES } from '../../src/objectives/penalties';
import { r1 } from '../../src/objectives/penalties/r1';
import { fakeIO, fakePlay, numericalGradient, relativeError } from '../support/fakes';

const stream = new Stream(5, 'objectives');
const real = stream.fillNormal(new Float32Array(6));
const fake = stream.fillNormal(new Float32Array(6));
const column = (values: Float32Array) => tensor2d(values, [values.length, 1]);
const value = (loss: Tensor) => loss.dataSync()[0] as number;

const sp = (t: number) => Math.log1p(Math.exp(t));
const average = (values: Float32Array, f: (t: number) => number) =>
  values.reduce((total, t) => total + f(t), 0) / values.length;

/** Mean of f over the scores, in double precision. */
const E = average;
const log = Math.log;
const lse = log([...real, ...fake].reduce((total, t) => total + Math.exp(t), 0));
const mean = { real: average(real, (t) => t), fake: average(fake, (t) => t) };
const bce = average(real, (t) => sp(-t)) + average(fake, sp);
const slope = mean.fake - mean.real;
const ratio = (t: number) => sp(t);
const omega = 0.5 * (E(real, (t) => t * t) + E(fake, (t) => t * t));
const both = (a: Float32Array, b: Float32Array) => a.reduce((total, t, i) => total + sp((b[i] as number) - t), 0) / 6;

type Case = [discriminator: number, generator: number, given?: Record<string, number | string>];

/** Both losses in double precision, straight from the papers. */
const closed: Record<string, Case> = {
  minimax: [bce, -average(fake, sp)],
  'non-saturating': [bce, average(fake, (t) => sp(-t))],
  'least-squares': [
    0.5 * (average(real, (t) => (t - 1) ** 2) + average(fake, (t) => t * t)),
    0.5 * average(fake, (t) => (t - 1) ** 2),
  ],
  'least-squares-pearson': [
    0.5 * (average(real, (t) => (t - 1) ** 2) + average(fake, (t) => (t + 1) ** 2)),
    0.5 * average(fake, (t) => t * t),
  ],
  hinge: [average(real, (t) => Math.max(0, 1 - t)) + average(fake, (t) => Math.max(0, 1 + t)), -mean.fake],
  wgan: [slope, -mean.fake],
  'wgan-gp': [slope, -mean.fake],
  'wgan-div': [slope, -mean.fake],
  dragan: [bce, average(fake, (t) => sp(-t))],
  relativistic: [both(real, fake), both(fake, real)],
  r3gan: [both(real, fake), both(fake, real)],
  'relativistic-average': [
    E(real, (t) => sp(mean.fake - t)) + E(fake, (t) => sp(t - mean.real)),
    E(fake, (t) => sp(mean.real - t)) + E(real, (t) => sp(t - mean.fake)),
  ],
  // Scores are minus energies: L_D = E + [m − E(G)]₊ and L_D = 𝓛(x) − k 𝓛(G).
  ebgan: [-mean.real + E(fake, (t) => Math.max(0, 0.9 + t)), -mean.fake, { margin: 0.9 }],
  began: [-mean.real + 0.3 * mean.fake, -mean.fake, { k: 0.3 }],
  'f-gan': [E(fake, (t) => Math.exp(t - 1)) - mean.real, -mean.fake],
  'boundary-seeking': [bce, 0.5 * E(fake, (t) => t * t)],
  softmax: [lse - mean.real, lse - 0.5 * (mean.real + mean.fake)],
  fisher: [slope - 0.4 * (1 - omega) + 0.05 * (omega - 1) ** 2, -mean.fake, { multiplier: 0.4, rho: 0.1 }],
  'b-gan': [E(fake, (t) => ratio(t) ** 2 - 1) - 2 * E(real, (t) => ratio(t) - 1), E(fake, (t) => (ratio(t) - 1) ** 2)],
};

/** The constant score of the best D at p = q. */
const UNDECIDED: Partial<Record<string, number>> = {
  'least-squares': 0.5,
  'b-gan': log(Math.E - 1), // softplus of it is 1
  'f-gan': 1, // KL: f′(1)
};

describe.each(OBJECTIVES)('$id', (objective) => {
  const [discriminator, generator, given] = closed[objective.id] as Case;
  const play = fakePlay(objective, given);

  it('has the losses of its paper', () => {
    expect(value(objective.discriminatorLoss(column(real), column(fake), play))).toBeCloseTo(discriminator, 5);
    expect(value(objective.generatorLoss(column(fake), column(real), play))).toBeCloseTo(generator, 5);
  });

  it('has gradients that agree with finite differences', () => {
    const losses: ((scores: Tensor) => Scalar)[] = [
      (scores) => objective.discriminatorLoss(scores, column(fake), play),
      (scores) => objective.discriminatorLoss(column(real), scores, play),
      (scores) => objective.generatorLoss(scores, column(real), play),
    ];
    for (const loss of losses) {
      const exact = grad(loss)(column(fake)).dataSync();
      const numeric = numericalGradient((scores) => value(loss(column(scores))), fake, 0.03);
      expect(relativeError(exact, numeric)).toBeLessThan(1e-3);
    }
  });

  it('is at its equilibrium where the theory says', () => {
    const params = { divergence: 'kl', penalty: 'none' };
    const theory = equilibriumOf(objective, params);
    if (!theory) return expect(['critic', 'logit']).toContain(objective.score);
    const constant = column(new Float32Array(6).fill(UNDECIDED[objective.id] ?? 0));
    expect(value(objective.discriminatorLoss(constant, constant, play))).toBeCloseTo(theory.discriminator, 5);
    if (theory.generator === null) return;
    expect(value(objective.generatorLoss(constant, constant, play))).toBeCloseTo(theory.generator, 5);
  });

  it('says by its labels what it says by its losses', () => {
    if (!objective.labelled) return;
    const [ones, zeros] = [column(new Float32Array(6).fill(1)), column(new Float32Array(6))];
    const labelled = value(objective.labelled(column(real), ones)) + value(objective.labelled(column(fake), zeros));
    expect(labelled).toBeCloseTo(discriminator, 5);
  });
});

describe.each(Object.entries(DIVERGENCES))('the divergence %s', (id, { g, conjugate, atOne }) => {
  /** f of the papers' table, and f*(t) as the supremum of ut − f(u), found on a fine grid of u. */
  const f: Record<string, (u: number) => number> = {
    'total-variation': (u) => 0.5 * Math.abs(u - 1),
    kl: (u) => u * log(u),
    'reverse-kl': (u) => -log(u),
    pearson: (u) => (u - 1) ** 2,
    neyman: (u) => (1 - u) ** 2 / u,
    hellinger: (u) => (Math.sqrt(u) - 1) ** 2,
    'jensen-shannon': (u) => -(u + 1) * log((1 + u) / 2) + u * log(u),
    gan: (u) => u * log(u) - (u + 1) * log(u + 1),
  };

  it('has g and f* that fit its f', () => {
    const own = f[id] as (u: number) => number;
    expect(own(1)).toBeCloseTo(atOne, 9);
    for (const v of [-1.5, -0.4, 0, 0.3, 1.2]) {
      const t = value(g(tensor1d([v])));
      let best = Number.NEGATIVE_INFINITY;
      for (let e = -8; e <= 8; e += 0.001) best = Math.max(best, Math.exp(e) * t - own(Math.exp(e)));
      expect(value(conjugate(tensor1d([v])))).toBeCloseTo(best, 3);
    }
  });
});

describe('what objectives remember', () => {
  const find = (id: string) => OBJECTIVES.find((objective) => objective.id === id) as (typeof OBJECTIVES)[number];
  const moved = (id: string, given: Record<string, number>, x: number, y: number) => {
    const objective = find(id);
    const scores = (t: number) => column(Float32Array.of(t, t));
    const kept = objective.remember?.(scores(x), scores(y), fakePlay(objective, given)) ?? {};
    return Object.values(kept).map(value)[0] as number;
  };

  it('BEGAN moves k by λ (γ 𝓛(x) − 𝓛(G(z))), within [0, 1]', () => {
    const given = { k: 0.2, proportionalGain: 0.1, diversity: 0.5 };
    expect(moved('began', given, -4, -1)).toBeCloseTo(0.2 + 0.1 * (0.5 * 4 - 1), 6);
    expect(moved('began', given, -1, -9)).toBe(0);
    expect(moved('began', given, -90, -1)).toBe(1);
  });

  it('Fisher GAN moves its multiplier by ρ (Ω − 1)', () => {
    expect(moved('fisher', { multiplier: 0.3, rho: 0.1 }, 2, 1)).toBeCloseTo(0.3 + 0.1 * (2.5 - 1), 6);
  });
});

describe('the pulling-away term', () => {
  it('is the mean squared cosine of different codes', () => {
    const codes = [
      [1, 0],
      [1, 1],
      [0, -3],
    ];
    // cos² of the three pairs: ½, 0, ½, each counted twice of six.
    expect(value(pullingAway(tensor2d(codes)))).toBeCloseTo((2 * (0.5 + 0 + 0.5)) / 6, 6);
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
  const live = { lambda: 10, gamma: 2, kappa: 2, power: 6 };
  const penalties: Record<string, () => Scalar> = Object.fromEntries(
    PENALTIES.map((penalty) => [
      penalty.id,
      () => penalty.of(apply, pictures(xReal), pictures(xFake), fakeIO(live).io),
    ]),
  );

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

describe('penalties on top', () => {
  const params = { objective: 'r3gan', penalty: 'r1', gamma: 2 };
  const apply = (x: Tensor) => critics.dense.apply(x);
  const judge = { score: apply, features: apply };
  const lossUnder = (changes: object) => {
    const [x, generated] = [pictures(xReal), pictures(xFake)];
    const scores = { real: apply(x), generated: apply(generated) };
    const contest = makeContest({ ...params, ...changes });
    const { io } = fakeIO({ gamma: 2, lambda: 10 });
    return value(contest.discriminatorLoss({ judge, x, fake: generated, ...scores }, io));
  };
  const penalty = (id: string) => {
    const { io } = fakeIO({ gamma: 2, lambda: 10 });
    return value(PENALTIES.find((one) => one.id === id)?.of(apply, pictures(xReal), pictures(xFake), io) as Scalar);
  };

  it('are added to those that an objective has, each once', () => {
    expect(lossUnder({ penalty: 'none' })).toBeCloseTo(lossUnder({ penalty: 'r1' }), 5);
    const extra = lossUnder({ penalty: 'gradient-penalty' }) - lossUnder({ penalty: 'none' });
    expect(extra).toBeCloseTo(penalty('gradient-penalty'), 4);
    const pair =
      lossUnder({ objective: 'hinge', penalty: 'r1-r2' }) - lossUnder({ objective: 'hinge', penalty: 'none' });
    expect(pair).toBeCloseTo(penalty('r1') + penalty('r2'), 5);
  });

  it('measures half γ times the squared slope of a linear critic', () => {
    const slope = tensor2d([3, 4], [2, 1]);
    const critic = (x: Tensor) => sum(mul(x, reshape(slope, [1, 2])), 1);
    expect(
      value(r1.of(critic, tensor2d([1, 2, 3, 4], [2, 2]), tensor2d([0, 0], [1, 2]), fakeIO({ gamma: 2 }).io)),
    ).toBeCloseTo(25, 4);
  });
});

describe('weight clipping', () => {
  it('projects every weight into [−c, c]', () => {
    const wgan = OBJECTIVES.find(({ id }) => id === 'wgan');
    const clipped = wgan?.constrain?.(column(Float32Array.of(-3, -0.005, 0.005, 3)), fakeIO({ clip: 0.01 }).io);
    expect([...(clipped as Tensor).dataSync()]).toEqual([...Float32Array.of(-0.01, -0.005, 0.005, 0.01)]);
  });
});

describe('the critic’s estimate of a distance', () => {
  const estimates = (params: object) => makeContest({ penalty: 'none', ...params }).estimatesDistance;

  it('is taken from Wasserstein’s loss where the slope of D is held at one by nothing but the gradient penalty', () => {
    expect(estimates({ objective: 'wgan-gp' })).toBe(true);
    expect(estimates({ objective: 'wgan-gp', packing: 1 })).toBe(true);
    for (const objective of ['wgan', 'wgan-div', 'non-saturating']) expect(estimates({ objective })).toBe(false);
    for (const more of [{ penalty: 'r1' }, { weightClipping: true }]) {
      expect(estimates({ objective: 'wgan-gp', ...more })).toBe(false);
    }
  });

  it('is not taken from losses that weigh scores otherwise, nor from packs', () => {
    for (const objective of ['hinge', 'f-gan', 'relativistic', 'fisher']) {
      expect(estimates({ objective, penalty: 'gradient-penalty' })).toBe(false);
    }
    expect(estimates({ objective: 'wgan-gp', packing: 2 })).toBe(false);
  });
});
