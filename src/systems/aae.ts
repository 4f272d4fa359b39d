import { mean, type Scalar, square, sub } from '@tensorflow/tfjs-core';
import { convDecoder, convEncoder } from '../core/architectures';
import type { ParamSpecs } from '../core/params';
import { jointly, makeOptimizer, optimizerParams, updateParams } from '../nn/optimizers';
import type { StepIO } from '../nn/step';
import { makeContest } from '../objectives';
import type { Judge } from '../objectives/contest';
import { contestParams, judgeBy } from './adversarial';
import { latentParam, makeNetwork, networkParam } from './networks';
import { codeScenes } from './scenes';
import type { System, SystemDefinition, SystemSetup } from './types';

const PARAMS = {
  latentSize: latentParam(2, 2),
  encoderLayers: networkParam('encoder', 'autoencoder', { outputs: [{ param: 'latentSize' }] }),
  decoderLayers: networkParam('generator', 'autoencoder'),
  discriminatorLayers: networkParam('discriminator', 'discriminator', { sees: 'code' }),
  ...contestParams({ autoencoding: false }),
  ...optimizerParams('autoencoder', { rate: 1e-3, beta1: 0.9 }),
  ...optimizerParams('discriminator', { rate: 1e-3 }),
  ...optimizerParams('generator', { rate: 1e-3 }),
  ...updateParams(),
} satisfies ParamSpecs;

const FLOW: System['flow'] = [
  { from: 'noise', to: 'D', quantity: 'z' },
  { from: 'data', to: 'E', quantity: 'x' },
  { from: 'E', to: 'D', quantity: 'E(x)' },
  { from: 'E', to: 'G', quantity: 'E(x)' },
  { from: 'G', to: 'loss', quantity: 'G(E(x))' },
  { from: 'D', to: 'loss', quantity: 'D(z)' },
  { from: 'D', to: 'loss', quantity: 'D(E(x))' },
  { from: 'loss', to: 'G', quantity: 'gradient/autoencoder' },
  { from: 'loss', to: 'E', quantity: 'gradient/autoencoder' },
  { from: 'loss', to: 'E', quantity: 'gradient/generator' },
  { from: 'loss', to: 'D', quantity: 'gradient/discriminator' },
];

/** The players, and how they see each other. */
function makeGame({ params, data, random }: SystemSetup<ParamSpecs>) {
  const setup = { specs: PARAMS, params, data, random, init: 'he' } as const;
  const E = makeNetwork('encoderLayers', { ...setup, player: 'autoencoder' });
  const G = makeNetwork('decoderLayers', { ...setup, player: 'autoencoder' });
  const spectralNorm = params['spectralNorm'] === true;
  const D = makeNetwork('discriminatorLayers', { ...setup, player: 'discriminator' }, { spectralNorm });
  const contest = makeContest(params);
  const optE = makeOptimizer('autoencoder', params, E);
  const optG = makeOptimizer('autoencoder', params, G);
  const optD = makeOptimizer('discriminator', params, D);
  /** E has a second optimizer for its other part, whose gradients are of another size. */
  const optEAsGenerator = makeOptimizer('generator', params, E);
  const generate: System['generate'] = (z) => G.apply(z);
  const judge = (io: StepIO): Judge => judgeBy(D, io);
  return { E, G, D, optE, optG, optD, optEAsGenerator, contest, generate, judge };
}

/** The moves. */
function turnsOf({
  E,
  G,
  optE,
  optG,
  optD,
  optEAsGenerator,
  contest,
  judge,
}: ReturnType<typeof makeGame>): System['turns'] {
  return [
    {
      player: 'autoencoder',
      times: () => 1,
      update(io) {
        const x = io.real(); // [m, ...sample]
        return jointly(io, [optE, optG], () => {
          const code = E.apply(x, io); // [m, latent]
          const y = G.apply(code, io);
          io.see('x', () => x);
          io.see('E(x)', () => code);
          io.see('G(E(x))', () => y);
          return mean(square(sub(x, y))) as Scalar;
        });
      },
    },
    {
      player: 'discriminator',
      times: () => 1,
      update(io) {
        const z = io.noise(); // [m, latent]
        const code = E.apply(io.real(), io);
        const inspector = judge(io);
        return optD.minimize(
          io,
          () => {
            const believed = inspector.score(z); // [m, 1]
            const generated = inspector.score(code);
            io.see('z', () => z);
            io.see('E(x)', () => code);
            io.see('D(z)', () => believed);
            io.see('D(E(x))', () => generated);
            const move = { judge: inspector, x: z, fake: code, real: believed, generated };
            return contest.discriminatorLoss(move, io);
          },
          contest.constrain,
        );
      },
    },
    {
      player: 'generator',
      times: () => 1,
      update(io) {
        const x = io.real();
        const inspector = judge(io);
        return optEAsGenerator.minimize(io, () => {
          const code = E.apply(x, io);
          const generated = inspector.score(code);
          io.see('x', () => x);
          io.see('E(x)', () => code);
          io.see('D(E(x))', () => generated);
          return contest.generatorLoss({ judge: inspector, fake: code, generated, real: () => io.noise() }, io);
        });
      },
    },
  ];
}

/**
 * Adversarial autoencoder (Makhzani et al., arXiv 1511.05644, section 2): a GAN on codes takes the place of the VAE's KL term. In turns,
 *   E and G descend ‖x − G(E(x))‖²;
 *   D learns to tell z ~ N(0, I), which is real here, from codes E(x);
 *   E, being the generator of codes, learns to fool D.
 */
export const aae: SystemDefinition = {
  id: 'aae',
  paper: {
    authors: 'Makhzani, Shlens, Jaitly, Goodfellow, Frey',
    title: 'Adversarial Autoencoders',
    year: 2015,
    id: '1511.05644',
  },
  players: ['autoencoder', 'discriminator', 'generator'],
  needs: { kinds: ['2d', 'image'] },
  params: PARAMS,
  contestOnly: true,
  defaultsFor({ kind, shape: [side = 28] }) {
    if (kind !== 'image') return {};
    return { encoderLayers: convEncoder([16, 32], 64), decoderLayers: convDecoder([32, 16], 64, side) };
  },

  build(setup) {
    const game = makeGame(setup);
    const { E, G, D, optE, optG, optD, optEAsGenerator, contest, generate } = game;
    const { params } = setup;
    return {
      latentSize: params['latentSize'] as number,
      parts: { E, G, D, optE, optG, optD, optEAsGenerator, objective: contest },
      parameters: { encoder: E.parameterCount, decoder: G.parameterCount, discriminator: D.parameterCount },
      turns: turnsOf(game),
      flow: FLOW,
      scores: { real: 'D(z)', fake: 'D(E(x))', meaning: contest.objective.score },
      generate,
      generator: { network: G, weights: ['G/theta'] },
      views: { code: (x) => E.apply(x) },
      scenes: codeScenes(generate, (x) => ({ mu: E.apply(x) })),
    };
  },
};
