import {
  add,
  concat,
  mean,
  mul,
  reshape,
  type Scalar,
  square,
  sub,
  type Tensor,
  type Tensor2D,
} from '@tensorflow/tfjs-core';
import { convEncoder, DCGAN_PLAIN, dcganDiscriminator, dcganGenerator } from '../core/architectures';
import type { ParamSpecs } from '../core/params';
import { absolute } from '../nn/activations';
import { makeOptimizer, optimizerParams } from '../nn/optimizers';
import type { StepIO } from '../nn/step';
import type { Judge } from '../objectives/contest';
import { buildPlayers, contestParams, judgeBy, trainingParams } from './adversarial';
import { latentParam, makeNetwork, networkParam } from './networks';
import type { Scene, System, SystemDefinition, SystemSetup } from './types';

const PARAMS = {
  latentSize: latentParam(32),
  encoderLayers: networkParam('encoder', 'encoder', {
    default: convEncoder([16, 32], 64),
    outputs: [{ param: 'latentSize' }],
  }),
  generatorLayers: networkParam('generator', 'generator', { default: dcganGenerator(DCGAN_PLAIN, 28) }),
  discriminatorLayers: networkParam('discriminator', 'discriminator', { default: dcganDiscriminator(DCGAN_PLAIN) }),
  featureWeight: { kind: 'float', default: 0.1, min: 0, max: 100, live: true, group: 'objective' },
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
  { from: 'loss', to: 'E', quantity: 'gradient/encoder' },
  { from: 'loss', to: 'G', quantity: 'gradient/generator' },
  { from: 'loss', to: 'D', quantity: 'gradient/discriminator' },
];

/**
 * f-AnoGAN: what a GAN of normal pictures cannot draw is no normal picture (Schlegl et al. 2019, sections 3.1 and 3.2; AnoGAN,
 * arXiv 1703.05921, searched each picture's latent by descent, where this one has an encoder):
 *   D and G play the plain game;  descend E on  ‖x − G(E(x))‖² + κ ‖f(x) − f(G(E(x)))‖²,  f being D's features, both per number.
 * The same sum for one picture is how abnormal it is. The last class of the data is left out of the training, so that there is
 * something to be found. E learns beside G, where the paper waits until G has done.
 */
export const fanogan: SystemDefinition = {
  id: 'fanogan',
  paper: {
    authors: 'Schlegl, Seeböck, Waldstein, Langs, Schmidt-Erfurth',
    title: 'f-AnoGAN: Fast Unsupervised Anomaly Detection with Generative Adversarial Networks',
    year: 2019,
    id: '10.1016/j.media.2019.01.010',
  },
  players: ['discriminator', 'generator', 'encoder'],
  needs: { kinds: ['image'] },
  params: PARAMS,
  contestOnly: true,
  defaultsFor: ({ shape: [side = 28] }) => ({
    generatorLayers: dcganGenerator(DCGAN_PLAIN, side),
    generatorRate: 1e-3,
    discriminatorRate: 5e-4,
  }),

  build({ params, data, random }) {
    const { players, E, optE, normal, last, sample, judge, again, residuals } = makeParts({ params, data, random });
    const { G, D, optG, optD, contest, generate } = players;
    return {
      latentSize: params['latentSize'] as number,
      parts: { ...players.parts, E, optE },
      parameters: {
        generator: G.parameterCount,
        discriminator: D.parameterCount,
        encoder: E.parameterCount,
      },
      turns: [
        {
          player: 'discriminator',
          times: (live) => live('k'),
          update(io) {
            const x = sample(io);
            const z = io.noise(); // [m, latent]
            const fake = G.apply(z, io); // made outside the loss: no gradient reaches G
            const inspector = judge(io);
            return optD.minimize(
              io,
              () => {
                const believed = inspector.score(x); // [m, 1]
                const generated = inspector.score(fake);
                io.see('x', () => x);
                io.see('z', () => z);
                io.see('G(z)', () => fake);
                io.see('D(x)', () => believed);
                io.see('D(G(z))', () => generated);
                return contest.discriminatorLoss({ judge: inspector, x, fake, real: believed, generated }, io);
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
            const inspector = judge(io);
            return optG.minimize(io, () => {
              const fake = G.apply(z, io);
              const generated = inspector.score(fake);
              io.see('z', () => z);
              io.see('G(z)', () => fake);
              io.see('D(G(z))', () => generated);
              return contest.generatorLoss({ judge: inspector, fake, generated, real: () => sample(io) }, io);
            });
          },
        },
        {
          player: 'encoder',
          times: () => 1,
          update(io) {
            const x = sample(io);
            return optE.minimize(io, () => {
              const y = again(x, io);
              io.see('x', () => x);
              io.see('E(x)', () => E.apply(x));
              io.see('G(E(x))', () => y);
              const [pixels, features] = residuals(x, y) as [Tensor, Tensor];
              return mean(add(pixels, mul(io.live('featureWeight'), features))) as Scalar;
            });
          },
        },
      ],
      flow: FLOW,
      scores: { real: 'D(x)', fake: 'D(G(z))', meaning: contest.objective.score },
      generate,
      generator: players.generator,
      views: {
        score: (x) => D.apply(x),
        code: (x) => E.apply(x),
        anomaly: (x) => concat(residuals(x, again(x)), 1), // [n, 2]: a view knows no live value, such as their weights
      },
      scenes: [anomalyScene('normal', normal, again), ...(normal ? [anomalyScene('leftOut', [last], again)] : [])],
    };
  },
};

/** The networks, and what they make of pictures. */
function makeParts({ params, data, random }: SystemSetup<ParamSpecs>) {
  const setup = { specs: PARAMS, params, data, random };
  const players = buildPlayers(setup);
  const { D, generate } = players;
  const E = makeNetwork('encoderLayers', { ...setup, player: 'encoder', init: 'he' });
  const optE = makeOptimizer('encoder', params, E);
  const last = (data.classes?.length ?? 0) - 1;
  const normal = last > 0 ? Array.from({ length: last }, (_, i) => i) : null;
  const sample = (io: StepIO): Tensor => (normal ? io.among(normal) : io.real()); // [m, ...sample]
  const judge = (io: StepIO): Judge => judgeBy(D, io);
  /** What comes back of pictures. */
  const again = (x: Tensor, io?: StepIO): Tensor => generate(E.apply(x, io) as Tensor2D);
  /** How far pictures [n, ...sample] are from these, [n, 1]: in their pixels, and in D's features. */
  const residuals = (x: Tensor, y: Tensor): Tensor[] => {
    const n = x.shape[0] as number;
    const error = (a: Tensor, b: Tensor) => mean(reshape(square(sub(a, b)), [n, -1]), 1, true);
    return [error(x, y), error(D.features(x), D.features(y))];
  };
  return { players, E, optE, normal, last, sample, judge, again, residuals };
}

/** Pictures of these classes, what G can make of them, and where the two differ: black where they agree. */
function anomalyScene(
  id: 'normal' | 'leftOut',
  classes: readonly number[] | null,
  again: (x: Tensor) => Tensor,
): Scene {
  return {
    id,
    kind: 'rows',
    input: 'real',
    groups: [classes],
    rows: ['original', 'reconstruction', 'difference'],
    compute(x) {
      const y = again(x);
      return concat([x, y, sub(absolute(sub(x, y)), 1)]);
    },
  };
}
