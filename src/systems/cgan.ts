import { concat, type Tensor } from '@tensorflow/tfjs-core';
import { DCGAN_SMALL } from '../core/architectures';
import { conditionSize } from '../core/conditions';
import type { ParamSpecs } from '../core/params';
import { columns, join } from '../nn/joined';
import type { StepIO } from '../nn/step';
import type { Judge } from '../objectives/contest';
import { buildPlayers, contestParams, gameDefaults, trainingParams } from './adversarial';
import { latentParam, networkParam } from './networks';
import { conditionScene } from './scenes';
import type { System, SystemDefinition } from './types';

const PARAMS = {
  latentSize: latentParam(2),
  generatorLayers: networkParam('generator', 'generator', { beside: ['condition'] }),
  discriminatorLayers: networkParam('discriminator', 'discriminator', { beside: ['condition'] }),
  ...contestParams({ autoencoding: false }),
  ...trainingParams(),
} satisfies ParamSpecs;

const FLOW: System['flow'] = [
  { from: 'noise', to: 'G', quantity: 'z' },
  { from: 'data', to: 'G', quantity: 'y' },
  { from: 'G', to: 'D', quantity: 'G(z|y)' },
  { from: 'data', to: 'D', quantity: 'x' },
  { from: 'data', to: 'D', quantity: 'y' },
  { from: 'D', to: 'loss', quantity: 'D(x|y)' },
  { from: 'D', to: 'loss', quantity: 'D(G(z|y)|y)' },
  { from: 'loss', to: 'G', quantity: 'gradient/generator' },
  { from: 'loss', to: 'D', quantity: 'gradient/discriminator' },
];

/**
 * Conditional GAN: both players are told what the sample shall be (Mirza, Osindero, arXiv 1411.1784, equation 2):
 *   min_G max_D  E log D(x|y) + E log(1 − D(G(z|y)|y)).
 *
 * y is a class, one-hot, or one number in [−1, 1]. It is joined to z, and to what D sees: as features to points, as whole maps to
 * pictures. Generated samples take the conditions of real ones, so that D learns nothing from the conditions alone.
 */
export const cgan: SystemDefinition = {
  id: 'cgan',
  paper: { authors: 'Mirza, Osindero', title: 'Conditional Generative Adversarial Nets', year: 2014, id: '1411.1784' },
  players: ['discriminator', 'generator'],
  needs: { kinds: ['2d', 'image'], labels: 'any' },
  params: PARAMS,
  contestOnly: true,
  defaultsFor: (data) => gameDefaults(data, DCGAN_SMALL),

  build({ params, data, random }) {
    const { G, D, optG, optD, contest, parts, generate, generator } = buildPlayers({
      specs: PARAMS,
      params,
      data,
      random,
    });
    const size = conditionSize(data);
    const latentSize = params['latentSize'] as number;
    const given = (z: Tensor, y: Tensor): Tensor => concat([columns(z, 0, latentSize) as Tensor, y], 1);
    /** D under conditions y [m, conditions]. */
    const judge = (y: Tensor, io: StepIO): Judge => ({
      score: (x) => D.apply(join(x, y), io),
      features: (x) => D.features(join(x, y), io),
    });

    return {
      latentSize: latentSize + size,
      prior: [
        { kind: 'normal', size: latentSize },
        { kind: data.classes ? 'classes' : 'uniform', size },
      ],
      parts,
      parameters: { generator: G.parameterCount, discriminator: D.parameterCount },
      turns: [
        {
          player: 'discriminator',
          times: (live) => live('k'),
          update(io) {
            const { x, y } = io.labelled(); // [m, ...sample], [m, conditions]
            const z = io.noise();
            const inspector = judge(y, io);
            const fake = G.apply(given(z, y), io); // made outside the loss: no gradient reaches G
            return optD.minimize(
              io,
              () => {
                const believed = inspector.score(x); // [m, 1]
                const generated = inspector.score(fake);
                io.see('x', () => x);
                io.see('y', () => y);
                io.see('z', () => z);
                io.see('G(z|y)', () => fake);
                io.see('D(x|y)', () => believed);
                io.see('D(G(z|y)|y)', () => generated);
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
            const { x, y } = io.labelled();
            const z = io.noise();
            const inspector = judge(y, io);
            return optG.minimize(io, () => {
              const fake = G.apply(given(z, y), io); // [m, ...sample]
              const generated = inspector.score(fake); // [m, 1]
              io.see('y', () => y);
              io.see('z', () => z);
              io.see('G(z|y)', () => fake);
              io.see('D(G(z|y)|y)', () => generated);
              return contest.generatorLoss({ judge: inspector, fake, generated, real: () => x }, io);
            });
          },
        },
      ],
      flow: FLOW,
      scores: { real: 'D(x|y)', fake: 'D(G(z|y)|y)', meaning: contest.objective.score },
      generate,
      generator,
      views: {},
      scenes: [conditionScene(generate, data, latentSize)],
    };
  },
};
