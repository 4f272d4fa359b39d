import { add, mean, mul, type Scalar, square, sub, sum, type Tensor } from '@tensorflow/tfjs-core';
import { convEncoder, DCGAN_PLAIN, dcganDiscriminator, dcganGenerator, dense } from '../core/architectures';
import type { ParamSpecs } from '../core/params';
import { divergence, draw, gaussianOf } from '../nn/gaussian';
import { makeOptimizer, optimizerParams } from '../nn/optimizers';
import type { StepIO } from '../nn/step';
import type { Judge } from '../objectives/contest';
import { buildPlayers, contestParams, judgeBy, trainingParams } from './adversarial';
import { latentParam, makeNetwork, networkParam } from './networks';
import { codeScenes } from './scenes';
import type { System, SystemDefinition, SystemSetup } from './types';

const PARAMS = {
  latentSize: latentParam(2, 2),
  encoderLayers: networkParam('encoder', 'encoder', { outputs: [{ param: 'latentSize' }, { param: 'latentSize' }] }),
  generatorLayers: networkParam('generator', 'generator'),
  discriminatorLayers: networkParam('discriminator', 'discriminator'),
  beta: { kind: 'float', default: 1, min: 0, max: 100, live: true, group: 'objective' },
  likenessWeight: { kind: 'float', default: 1, min: 0, max: 100, live: true, group: 'objective' },
  ...contestParams({ autoencoding: false }),
  ...trainingParams(),
  ...optimizerParams('encoder', { rate: 1e-3 }),
} satisfies ParamSpecs;

const FLOW: System['flow'] = [
  { from: 'noise', to: 'G', quantity: 'z' },
  { from: 'data', to: 'E', quantity: 'x' },
  { from: 'E', to: 'G', quantity: 'E(x)' },
  { from: 'G', to: 'D', quantity: 'G(E(x))' },
  { from: 'G', to: 'D', quantity: 'G(z)' },
  { from: 'D', to: 'loss', quantity: 'D(x)' },
  { from: 'D', to: 'loss', quantity: 'D(G(z))' },
  { from: 'D', to: 'loss', quantity: 'likeness' },
  { from: 'E', to: 'loss', quantity: 'kl' },
  { from: 'loss', to: 'E', quantity: 'gradient/encoder' },
  { from: 'loss', to: 'G', quantity: 'gradient/generator' },
  { from: 'loss', to: 'D', quantity: 'gradient/discriminator' },
];

/** The networks, and what they say of each other. */
function makeGame({ params, data, random }: SystemSetup<ParamSpecs>) {
  const setup = { specs: PARAMS, params, data, random };
  const players = buildPlayers(setup);
  const E = makeNetwork('encoderLayers', { ...setup, player: 'encoder', init: 'he' });
  const optE = makeOptimizer('encoder', params, E);
  const { D } = players;
  /** −log p of D's features of x under N(·, I) around those of y, without its constant, nats per sample. */
  const likeness = (x: Tensor, y: Tensor, io: StepIO): Scalar =>
    mul(0.5, mean(sum(square(sub(D.features(x, io), D.features(y, io))), 1))) as Scalar;
  const judge = (io: StepIO): Judge => judgeBy(D, io);
  return { ...players, E, optE, likeness, judge };
}

/** The moves, in the order of Algorithm 1. */
function turnsOf({ E, optE, G, optG, optD, contest, likeness, judge }: ReturnType<typeof makeGame>): System['turns'] {
  return [
    {
      player: 'encoder',
      times: () => 1,
      update(io) {
        const x = io.real(); // [m, ...sample]
        return optE.minimize(io, () => {
          const posterior = gaussianOf(E.apply(x, io)); // [m, latent] each
          const code = draw(posterior, io);
          const kl = divergence(posterior);
          const like = likeness(x, G.apply(code, io), io);
          io.see('x', () => x);
          io.see('E(x)', () => code);
          io.see('kl', () => kl);
          io.see('likeness', () => like);
          return add(mul(io.live('beta'), kl), like) as Scalar;
        });
      },
    },
    {
      player: 'discriminator',
      times: (live) => live('k'),
      update(io) {
        const [x, z] = [io.real(), io.noise()];
        const fake = G.apply(z, io); // made outside the loss: no gradient reaches G
        const back = G.apply(draw(gaussianOf(E.apply(x, io)), io), io);
        const inspector = judge(io);
        return optD.minimize(
          io,
          () => {
            const believed = inspector.score(x); // [m, 1]
            const generated = inspector.score(fake);
            io.see('x', () => x);
            io.see('z', () => z);
            io.see('G(z)', () => fake);
            io.see('G(E(x))', () => back);
            io.see('D(x)', () => believed);
            io.see('D(G(z))', () => generated);
            const move = { judge: inspector, x, fake, real: believed, generated };
            // Reconstructions are generated samples too.
            const also = contest.scoresLoss(believed, inspector.score(back), io);
            return mul(0.5, add(contest.discriminatorLoss(move, io), also)) as Scalar;
          },
          contest.constrain,
        );
      },
    },
    {
      player: 'generator',
      times: () => 1,
      update(io) {
        const [x, z] = [io.real(), io.noise()];
        const code = draw(gaussianOf(E.apply(x, io)), io);
        const inspector = judge(io);
        return optG.minimize(io, () => {
          const fake = G.apply(z, io);
          const back = G.apply(code, io);
          const like = likeness(x, back, io);
          const generated = inspector.score(fake);
          io.see('z', () => z);
          io.see('G(z)', () => fake);
          io.see('G(E(x))', () => back);
          io.see('D(G(z))', () => generated);
          const fooling = (samples: Tensor, scores: Tensor) =>
            contest.generatorLoss({ judge: inspector, fake: samples, generated: scores, real: () => x }, io);
          const adversarial = mul(0.5, add(fooling(fake, generated), fooling(back, inspector.score(back))));
          return add(adversarial, mul(io.live('likenessWeight'), like)) as Scalar;
        });
      },
    },
  ];
}

/**
 * VAE-GAN: a VAE whose decoder is a GAN's generator, and whose reconstructions are judged in D's features instead of in pixels
 * (Larsen, Sønderby, Larochelle, Winther, arXiv 1512.09300, Algorithm 1):
 *   L_prior = KL(E(x) ‖ N(0, I));   L_like = −E log N(F(x); F(G(E(x))), I), F being D's inner picture;
 *   E descends L_prior + L_like;   D the game against G(z) and G(E(x));   G descends γ L_like − the game.
 */
export const vaegan: SystemDefinition = {
  id: 'vaegan',
  paper: {
    authors: 'Larsen, Sønderby, Larochelle, Winther',
    title: 'Autoencoding beyond pixels using a learned similarity metric',
    year: 2015,
    id: '1512.09300',
  },
  players: ['encoder', 'discriminator', 'generator'],
  needs: { kinds: ['2d', 'image'] },
  params: PARAMS,
  defaultsFor({ kind, shape: [side = 28] }) {
    if (kind !== 'image') return { generatorRate: 1e-3, discriminatorRate: 1e-3 };
    return {
      latentSize: 16,
      encoderLayers: convEncoder([16, 32], 64),
      generatorLayers: dcganGenerator(DCGAN_PLAIN, side),
      discriminatorLayers: [...dcganDiscriminator(DCGAN_PLAIN), { type: 'flatten' }, ...dense([64])],
      likenessWeight: 0.05,
      generatorRate: 1e-3,
      discriminatorRate: 5e-4,
    };
  },

  build(setup) {
    const game = makeGame(setup);
    const { E, optE, G, D, parts, generate, generator, contest } = game;
    return {
      latentSize: setup.params['latentSize'] as number,
      parts: { E, optE, ...parts },
      parameters: { encoder: E.parameterCount, generator: G.parameterCount, discriminator: D.parameterCount },
      turns: turnsOf(game),
      flow: FLOW,
      terms: ['kl', 'likeness'],
      scores: { real: 'D(x)', fake: 'D(G(z))', meaning: contest.objective.score },
      generate,
      generator,
      views: { score: (x) => D.apply(x), code: (x) => E.apply(x) },
      scenes: codeScenes(generate, (x) => gaussianOf(E.apply(x))),
    };
  },
};
