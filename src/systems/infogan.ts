import { add, mean, mul, type Scalar, square, sub, sum, type Tensor } from '@tensorflow/tfjs-core';
import { DCGAN_PLAIN } from '../core/architectures';
import type { ParamSpecs } from '../core/params';
import { classLoss } from '../nn/classLoss';
import { columns } from '../nn/joined';
import type { StepIO } from '../nn/step';
import type { Judge } from '../objectives/contest';
import { buildPlayers, contestParams, gameDefaults, trainingParams } from './adversarial';
import { latentParam, networkParam } from './networks';
import { infoScenes } from './scenes';
import type { System, SystemDefinition, SystemSetup } from './types';

const PARAMS = {
  latentSize: latentParam(2),
  categories: { kind: 'int', default: 8, min: 2, max: 50, group: 'networks' },
  codes: { kind: 'int', default: 0, min: 0, max: 8, group: 'networks' },
  generatorLayers: networkParam('generator', 'generator', { beside: [{ param: 'categories' }, { param: 'codes' }] }),
  discriminatorLayers: networkParam('discriminator', 'discriminator', {
    outputs: [1, { param: 'categories' }, { param: 'codes' }],
  }),
  infoWeight: { kind: 'float', default: 1, min: 0, max: 10, live: true, group: 'objective' },
  codeWeight: { kind: 'float', default: 0.5, min: 0, max: 10, live: true, group: 'objective' },
  ...contestParams({ autoencoding: false }),
  ...trainingParams(),
} satisfies ParamSpecs;

const FLOW: System['flow'] = [
  { from: 'noise', to: 'G', quantity: 'z, c' },
  { from: 'G', to: 'D', quantity: 'G(z, c)' },
  { from: 'data', to: 'D', quantity: 'x' },
  { from: 'D', to: 'loss', quantity: 'D(x)' },
  { from: 'D', to: 'loss', quantity: 'D(G(z, c))' },
  { from: 'D', to: 'loss', quantity: 'information' },
  { from: 'loss', to: 'G', quantity: 'gradient/generator' },
  { from: 'loss', to: 'D', quantity: 'gradient/discriminator' },
];

/** The players, and how they see each other. */
function makeGame({ params, data, random }: SystemSetup<ParamSpecs>) {
  const { G, D, optG, optD, contest, parts, generate, generator } = buildPlayers({
    specs: PARAMS,
    params,
    data,
    random,
  });
  const latentSize = params['latentSize'] as number;
  const categories = params['categories'] as number;
  const codes = params['codes'] as number;
  /** D's heads: the score, and what Q reads. */
  const heads = (x: Tensor, io?: StepIO) => {
    const outputs = D.apply(x, io); // [m, 1 + categories + codes]
    return {
      score: columns(outputs, 0, 1),
      logits: columns(outputs, 1, categories),
      read: columns(outputs, 1 + categories),
    };
  };
  const judge = (io: StepIO): Judge => ({
    score: (x) => heads(x, io).score,
    features: (x) => D.features(x, io),
  });
  /** −L_I without its constants: how badly Q reads the codes of z [m, latent + categories + codes]. */
  const unread = (
    { logits, read }: ReturnType<typeof heads>,
    z: Tensor,
    io: StepIO,
  ): [category: Scalar, all: Scalar] => {
    const category = classLoss(logits, columns(z, latentSize, categories));
    const weighed = mul(io.live('infoWeight'), category) as Scalar;
    if (codes === 0) return [category, weighed];
    const missed = mean(sum(square(sub(read, columns(z, latentSize + categories))), 1));
    return [category, add(weighed, mul(io.live('codeWeight'), mul(0.5, missed))) as Scalar];
  };
  return { G, D, optG, optD, contest, parts, generate, generator, latentSize, categories, codes, heads, judge, unread };
}

/** The moves. */
function turnsOf({
  G,
  optG,
  optD,
  contest,
  categories,
  heads,
  judge,
  unread,
}: ReturnType<typeof makeGame>): System['turns'] {
  return [
    {
      player: 'discriminator',
      times: (live) => live('k'),
      update(io) {
        const x = io.real(); // [m, ...sample]
        const z = io.noise(); // [m, latent + categories + codes]
        const fake = G.apply(z, io); // made outside the loss: no gradient reaches G
        return optD.minimize(
          io,
          () => {
            const real = heads(x, io);
            const made = heads(fake, io);
            const [, missed] = unread(made, z, io);
            io.see('x', () => x);
            io.see('z, c', () => z);
            io.see('G(z, c)', () => fake);
            io.see('D(x)', () => real.score);
            io.see('D(G(z, c))', () => made.score);
            const move = { judge: judge(io), x, fake, real: real.score, generated: made.score };
            return add(contest.discriminatorLoss(move, io), missed) as Scalar;
          },
          contest.constrain,
        );
      },
    },
    {
      player: 'generator',
      times: () => 1,
      update(io) {
        const z = io.noise();
        return optG.minimize(io, () => {
          const fake = G.apply(z, io); // [m, ...sample]
          const made = heads(fake, io);
          const [category, missed] = unread(made, z, io);
          io.see('z, c', () => z);
          io.see('G(z, c)', () => fake);
          io.see('D(G(z, c))', () => made.score);
          // log K − E[−log Q(c)]: nats that can be read of the category, from below.
          io.see('information', () => sub(Math.log(categories), category));
          const move = { judge: judge(io), fake, generated: made.score, real: () => io.real() };
          return add(contest.generatorLoss(move, io), missed) as Scalar;
        });
      },
    },
  ];
}

/**
 * InfoGAN: G must let its codes c be read from its samples, and so gives them a meaning of its own finding (Chen et al., arXiv
 * 1606.03657, equations 5 and 6):  min_{G,Q} max_D V(D, G) − λ L_I,  L_I = E log Q(c|G(z, c)) + H(c).
 *
 * c is one category of so many and numbers in U[−1, 1). Q is a second head on D's trunk (one dense layer, where the paper's has a
 * hidden one more); of a category it gives logits, of a number the mean of a Gaussian with σ = 1. The head learns in D's move.
 */
export const infogan: SystemDefinition = {
  id: 'infogan',
  paper: {
    authors: 'Chen, Duan, Houthooft, Schulman, Sutskever, Abbeel',
    title: 'InfoGAN: Interpretable Representation Learning by Information Maximizing Generative Adversarial Nets',
    year: 2016,
    id: '1606.03657',
  },
  players: ['discriminator', 'generator'],
  needs: { kinds: ['2d', 'image'] },
  params: PARAMS,
  defaultsFor: (data) => ({
    ...gameDefaults(data, DCGAN_PLAIN),
    ...(data.kind === 'image' && { latentSize: 32, categories: 10, codes: 2 }),
  }),

  build(setup) {
    const game = makeGame(setup);
    const { G, D, contest, parts, generate, generator, latentSize, categories, codes } = game;
    return {
      latentSize: latentSize + categories + codes,
      prior: [
        { kind: 'normal', size: latentSize },
        { kind: 'classes', size: categories },
        { kind: 'uniform', size: codes },
      ],
      parts,
      parameters: { generator: G.parameterCount, discriminator: D.parameterCount },
      turns: turnsOf(game),
      flow: FLOW,
      terms: ['information'],
      scores: { real: 'D(x)', fake: 'D(G(z, c))', meaning: contest.objective.score },
      generate,
      generator,
      views: { score: (x) => columns(D.apply(x), 0, 1) },
      scenes: infoScenes(generate, { latentSize, categories, codes }),
    };
  },
};
