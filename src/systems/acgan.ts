import { add, mul, type Scalar, type Tensor } from '@tensorflow/tfjs-core';
import { DCGAN_PLAIN } from '../core/architectures';
import { conditionSize } from '../core/conditions';
import type { ParamSpecs } from '../core/params';
import { classLoss } from '../nn/classLoss';
import { columns } from '../nn/joined';
import type { StepIO } from '../nn/step';
import type { Judge } from '../objectives/contest';
import { buildPlayers, contestParams, gameDefaults, trainingParams } from './adversarial';
import { latentParam, networkParam } from './networks';
import { conditionScene } from './scenes';
import type { System, SystemDefinition, SystemSetup } from './types';

const PARAMS = {
  latentSize: latentParam(2),
  generatorLayers: networkParam('generator', 'generator', { beside: ['condition'] }),
  discriminatorLayers: networkParam('discriminator', 'discriminator', { outputs: [1, 'condition'] }),
  classWeight: { kind: 'float', default: 1, min: 0, max: 20, live: true, group: 'objective' },
  ...contestParams({ autoencoding: false }),
  ...trainingParams(),
} satisfies ParamSpecs;

const FLOW: System['flow'] = [
  { from: 'noise', to: 'G', quantity: 'z, y' }, // the class is drawn beside the noise
  { from: 'G', to: 'D', quantity: 'G(z, y)' },
  { from: 'data', to: 'D', quantity: 'x' },
  { from: 'data', to: 'loss', quantity: 'y' },
  { from: 'D', to: 'loss', quantity: 'D(x)' },
  { from: 'D', to: 'loss', quantity: 'D(G(z, y))' },
  { from: 'D', to: 'loss', quantity: 'classReal' },
  { from: 'D', to: 'loss', quantity: 'classFake' },
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
  const size = conditionSize(data);
  const latentSize = params['latentSize'] as number;
  const weighted = (loss: Scalar, classes: Scalar, io: StepIO) =>
    add(loss, mul(io.live('classWeight'), classes)) as Scalar;
  /** D's two heads. */
  const heads = (x: Tensor, io: StepIO) => {
    const outputs = D.apply(x, io); // [m, 1 + classes]
    return { score: columns(outputs, 0, 1), logits: columns(outputs, 1) };
  };
  const judge = (io: StepIO): Judge => ({
    score: (x) => heads(x, io).score,
    features: (x) => D.features(x, io),
  });
  return { G, D, optG, optD, contest, parts, generate, generator, latentSize, size, heads, judge, weighted };
}

/** The moves. */
function turnsOf({
  G,
  optG,
  optD,
  contest,
  latentSize,
  heads,
  judge,
  weighted,
}: ReturnType<typeof makeGame>): System['turns'] {
  return [
    {
      player: 'discriminator',
      times: (live) => live('k'),
      update(io) {
        const { x, y } = io.labelled(); // [m, ...sample], [m, classes]
        const z = io.noise(); // [m, latent + classes]
        const fake = G.apply(z, io); // made outside the loss: no gradient reaches G
        return optD.minimize(
          io,
          () => {
            const real = heads(x, io);
            const made = heads(fake, io);
            const classReal = classLoss(real.logits, y);
            const classFake = classLoss(made.logits, columns(z, latentSize));
            io.see('x', () => x);
            io.see('y', () => y);
            io.see('z, y', () => z);
            io.see('G(z, y)', () => fake);
            io.see('D(x)', () => real.score);
            io.see('D(G(z, y))', () => made.score);
            io.see('classReal', () => classReal);
            const move = { judge: judge(io), x, fake, real: real.score, generated: made.score };
            return weighted(contest.discriminatorLoss(move, io), add(classReal, classFake) as Scalar, io);
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
          const classFake = classLoss(made.logits, columns(z, latentSize));
          io.see('z, y', () => z);
          io.see('G(z, y)', () => fake);
          io.see('D(G(z, y))', () => made.score);
          io.see('classFake', () => classFake);
          const move = { judge: judge(io), fake, generated: made.score, real: () => io.real() };
          return weighted(contest.generatorLoss(move, io), classFake, io);
        });
      },
    },
  ];
}

/**
 * AC-GAN: G is told the class, D must name it (Odena, Olah, Shlens, arXiv 1610.09585, equations 2 and 3). D has two heads on one
 * trunk, S(x) real or generated, and C(x) the class:
 *   L_S = E log S(x) + E log(1 − S(G(z, y)));    L_C = E log C(x)_y + E log C(G(z, y))_y;
 *   D ascends L_S + L_C, G ascends L_C − L_S (or what the chosen objective says in the place of L_S).
 * y is joined to z one-hot, where the paper's code multiplies z by an embedding.
 */
export const acgan: SystemDefinition = {
  id: 'acgan',
  paper: {
    authors: 'Odena, Olah, Shlens',
    title: 'Conditional Image Synthesis with Auxiliary Classifier GANs',
    year: 2016,
    id: '1610.09585',
  },
  players: ['discriminator', 'generator'],
  needs: { kinds: ['2d', 'image'], labels: 'classes' },
  params: PARAMS,
  defaultsFor: (data) => gameDefaults(data, DCGAN_PLAIN),

  build(setup) {
    const game = makeGame(setup);
    const { G, D, contest, parts, generate, generator, latentSize, size } = game;
    const { data } = setup;
    return {
      latentSize: latentSize + size,
      prior: [
        { kind: 'normal', size: latentSize },
        { kind: 'classes', size },
      ],
      parts,
      parameters: { generator: G.parameterCount, discriminator: D.parameterCount },
      turns: turnsOf(game),
      flow: FLOW,
      terms: ['classReal', 'classFake'],
      scores: { real: 'D(x)', fake: 'D(G(z, y))', meaning: contest.objective.score },
      generate,
      generator,
      views: { score: (x) => columns(D.apply(x), 0, 1) },
      scenes: [conditionScene(generate, data, latentSize)],
    };
  },
};
