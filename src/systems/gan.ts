import { dense } from '../core/architectures';
import { ADVERSARIAL_FLOW, adversarialParams, buildPair } from './adversarial';
import type { SystemDefinition } from './types';

const HE = { generator: 'he', discriminator: 'he' } as const;

const PARAMS = adversarialParams({
  latentSize: 2,
  head: 'dense',
  generator: dense([64, 64]),
  discriminator: dense([64, 64]),
});

/**
 * GAN: a generator learns a distribution by fooling a discriminator (Goodfellow et al., arXiv 1406.2661, Algorithm 1).
 *
 * Per iteration, k moves of D and one of G:
 *   sample m latents z and m examples x;    ascend D on  log D(x) + log(1 − D(G(z)));
 *   sample m latents z;                      descend G on log(1 − D(G(z))), or on what the chosen objective says.
 * D and G are dense; D ends in a raw score, so D(x) of the paper is σ of ours under the logit objectives.
 */
export const gan: SystemDefinition = {
  id: 'gan',
  paper: {
    authors: 'Goodfellow, Pouget-Abadie, Mirza, Xu, Warde-Farley, Ozair, Courville, Bengio',
    title: 'Generative Adversarial Networks',
    year: 2014,
    id: '1406.2661',
  },
  players: ['discriminator', 'generator'],
  needs: { kinds: ['1d', '2d', 'image'] },
  params: PARAMS,
  contestOnly: true,
  defaultsFor({ kind }) {
    if (kind === '1d') {
      return {
        latentSize: 1,
        generatorLayers: dense([16]),
        discriminatorLayers: dense([32, 32]),
        generatorRate: 1e-3,
        discriminatorRate: 4e-3,
      };
    }
    if (kind === 'image') {
      return { latentSize: 64, generatorLayers: dense([128, 256, 512]), discriminatorLayers: dense([512, 256]) };
    }
    return { generatorRate: 1e-3, discriminatorRate: 1e-3, penalty: 'r1' };
  },

  build({ params, data, random }) {
    const { G, D, optG, optD, contest, show, judge, foresee, agree, parts, generate, generator, views } = buildPair({
      specs: PARAMS,
      params,
      data,
      random,
      init: HE,
    });

    return {
      latentSize: params['latentSize'] as number,
      parts,
      parameters: { generator: G.parameterCount, discriminator: D.parameterCount },
      turns: [
        {
          player: 'discriminator',
          times: (live) => live('k'),
          update(io) {
            const inspector = judge(io);
            const real = io.real(); // [m, ...sample]
            const z = io.noise(); // [m, latent]
            const x = show(real, io);
            const fake = show(G.apply(z, io), io); // made outside the loss: no gradient reaches G
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
                const loss = contest.discriminatorLoss({ judge: inspector, x, fake, real: believed, generated }, io);
                return agree(loss, io, () => real, z);
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
              const fake = show(G.apply(z, io), io); // [m, ...sample]
              const inspector = foresee(io, fake);
              const generated = inspector.score(fake); // [m, 1]
              io.see('z', () => z);
              io.see('G(z)', () => fake);
              io.see('D(G(z))', () => generated);
              const real = () => show(io.real(), io);
              const loss = contest.generatorLoss({ judge: inspector, fake, generated, real }, io);
              return agree(loss, io, () => io.real(), z);
            });
          },
        },
      ],
      flow: ADVERSARIAL_FLOW,
      scores: { real: 'D(x)', fake: 'D(G(z))', meaning: contest.objective.score, distance: contest.estimatesDistance },
      generate,
      generator,
      views,
    };
  },
};
