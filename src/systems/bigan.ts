import { reshape, type Tensor, type Tensor2D } from '@tensorflow/tfjs-core';
import { convEncoder, DCGAN_PLAIN, dcganGenerator, dense } from '../core/architectures';
import type { ParamSpec, ParamSpecs } from '../core/params';
import { draw, gaussianOf } from '../nn/gaussian';
import { columns, join } from '../nn/joined';
import { jointly, makeOptimizer } from '../nn/optimizers';
import type { StepIO } from '../nn/step';
import type { Judge } from '../objectives/contest';
import { buildPlayers, contestParams, judgeBy, trainingParams } from './adversarial';
import { latentParam, makeNetwork, networkParam } from './networks';
import { codeScenes } from './scenes';
import type { System, SystemDefinition } from './types';

const CONTEST: ParamSpecs = contestParams({ autoencoding: false });

/** A parameter that no form shows, but which a link or a snapshot may still name. */
const idle = (name: string): ParamSpec => ({ ...(CONTEST[name] as ParamSpec), when: { param: 'objective', is: [] } });

const PARAMS = {
  latentSize: latentParam(2, 2),
  encoderLayers: networkParam('encoder', 'generator', { outputs: [{ param: 'latentSize' }, { param: 'latentSize' }] }),
  generatorLayers: networkParam('generator', 'generator'),
  discriminatorLayers: networkParam('discriminator', 'discriminator', {
    sees: 'vector',
    beside: [{ param: 'latentSize' }],
  }),
  encoderKind: {
    kind: 'choice',
    default: 'deterministic',
    options: ['deterministic', 'stochastic'],
    group: 'objective',
  },
  ...CONTEST,
  // G and E play D's own loss: nobody asks what else G might descend.
  featureMatching: idle('featureMatching'),
  fGenerator: idle('fGenerator'),
  ...trainingParams(),
} satisfies ParamSpecs;

const FLOW: System['flow'] = [
  { from: 'noise', to: 'G', quantity: 'z' },
  { from: 'data', to: 'E', quantity: 'x' },
  { from: 'noise', to: 'D', quantity: 'z' },
  { from: 'data', to: 'D', quantity: 'x' },
  { from: 'G', to: 'D', quantity: 'G(z)' },
  { from: 'E', to: 'D', quantity: 'E(x)' },
  { from: 'D', to: 'loss', quantity: 'D(x, E(x))' },
  { from: 'D', to: 'loss', quantity: 'D(G(z), z)' },
  { from: 'loss', to: 'G', quantity: 'gradient/generator' },
  { from: 'loss', to: 'E', quantity: 'gradient/generator' },
  { from: 'loss', to: 'D', quantity: 'gradient/discriminator' },
];

/** Samples with their codes as vectors [n, sample + latent]: what D judges. */
const pair = (x: Tensor, z: Tensor): Tensor => join(reshape(x, [x.shape[0] as number, -1]), z);

/**
 * BiGAN (Donahue, Krähenbühl, Darrell, arXiv 1605.09782, equation 3) and ALI (Dumoulin et al., arXiv 1606.00704): D tells pairs (x, E(x))
 * from pairs (G(z), z); where it cannot, E has learned to invert G, although neither ever sees the other's pairs.
 *   D ascends  E log D(x, E(x)) + E log(1 − D(G(z), z));   G and E play the same game with the labels turned.
 * ALI's encoder is stochastic: it puts out means and variances, and is drawn from.
 */
export const bigan: SystemDefinition = {
  id: 'bigan',
  paper: {
    authors: 'Donahue, Krähenbühl, Darrell',
    title: 'Adversarial Feature Learning',
    year: 2016,
    id: '1605.09782',
  },
  players: ['discriminator', 'generator'],
  needs: { kinds: ['2d', 'image'] },
  params: PARAMS,
  defaultsFor({ kind, shape: [side = 28] }) {
    if (kind !== 'image') return { generatorRate: 1e-3, discriminatorRate: 1e-3, penalty: 'r1' };
    return {
      latentSize: 16,
      encoderLayers: convEncoder([16, 32], 128),
      generatorLayers: dcganGenerator(DCGAN_PLAIN, side),
      discriminatorLayers: dense([512, 256]),
      generatorRate: 1e-3,
      discriminatorRate: 1e-3,
      penalty: 'r1',
      gamma: 0.3,
    };
  },

  build({ params, data, random }) {
    const setup = { specs: PARAMS, params, data, random };
    const { G, D, optG, optD, contest, parts, generate, generator } = buildPlayers({
      ...setup,
      init: { generator: 'he', discriminator: 'he' },
    });
    const E = makeNetwork('encoderLayers', { ...setup, player: 'generator', init: 'he' });
    const optE = makeOptimizer('generator', params, E);
    const latentSize = params['latentSize'] as number;
    /** The code [n, latent] of x: the encoder's means, or a draw around them. */
    const encode = (x: Tensor, io?: StepIO): Tensor => {
      const outputs = E.apply(x, io);
      return io && params['encoderKind'] === 'stochastic'
        ? draw(gaussianOf(outputs), io)
        : columns(outputs, 0, latentSize);
    };
    const judge = (io: StepIO): Judge => judgeBy(D, io);
    /** Both kinds of pairs, from a fresh batch of each. */
    const pairs = (x: Tensor, z: Tensor2D, io: StepIO) => ({
      real: pair(x, encode(x, io)),
      made: pair(G.apply(z, io), z),
    });

    return {
      latentSize,
      parts: { E, optE, ...parts },
      parameters: { encoder: E.parameterCount, generator: G.parameterCount, discriminator: D.parameterCount },
      turns: [
        {
          player: 'discriminator',
          times: (live) => live('k'),
          update(io) {
            const [x, z] = [io.real(), io.noise()]; // [m, ...sample], [m, latent]
            const { real, made } = pairs(x, z, io); // made outside the loss: no gradient reaches G and E
            const inspector = judge(io);
            return optD.minimize(
              io,
              () => {
                const believed = inspector.score(real); // [m, 1]
                const generated = inspector.score(made);
                io.see('x', () => x);
                io.see('z', () => z);
                io.see('D(x, E(x))', () => believed);
                io.see('D(G(z), z)', () => generated);
                const move = { judge: inspector, x: real, fake: made, real: believed, generated };
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
            const [x, z] = [io.real(), io.noise()];
            const inspector = judge(io);
            return jointly(io, [optG, optE], () => {
              const { real, made } = pairs(x, z, io);
              const believed = inspector.score(real);
              const generated = inspector.score(made);
              io.see('x', () => x);
              io.see('z', () => z);
              io.see('E(x)', () => columns(real, (real.shape[1] as number) - latentSize));
              io.see('D(x, E(x))', () => believed);
              io.see('D(G(z), z)', () => generated);
              return contest.scoresLoss(generated, believed, io); // D's loss, the labels turned
            });
          },
        },
      ],
      flow: FLOW,
      scores: { real: 'D(x, E(x))', fake: 'D(G(z), z)', meaning: contest.objective.score },
      generate,
      generator,
      views: { code: (x) => encode(x) },
      scenes: codeScenes(generate, (x) => ({ mu: encode(x) })),
    };
  },
};
