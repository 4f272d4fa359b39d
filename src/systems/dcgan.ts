import { DCGAN_SMALL, dcganDiscriminator, dcganGenerator } from '../core/architectures';
import { ADVERSARIAL_FLOW, adversarialParams, buildPair } from './adversarial';
import type { SystemDefinition } from './types';

const PARAMS = adversarialParams({
  latentSize: DCGAN_SMALL.latentSize,
  head: 'convTranspose',
  generator: dcganGenerator(DCGAN_SMALL, 28),
  discriminator: dcganDiscriminator(DCGAN_SMALL),
});

/**
 * DCGAN: the same game with convolutional nets (Radford, Metz, Chintala, arXiv 1511.06434, section 3).
 *
 * G projects z to a small picture with many channels and doubles its side with transposed convolutions; D halves it
 * with strided ones. Batch normalization in G, none in D (so that a gradient penalty may go through it), tanh at the end
 * of G for pixels in [−1, 1]. The moves are those of `gan`, line for line.
 */
export const dcgan: SystemDefinition = {
  id: 'dcgan',
  paper: {
    authors: 'Radford, Metz, Chintala',
    title: 'Unsupervised Representation Learning with Deep Convolutional Generative Adversarial Networks',
    year: 2015,
    id: '1511.06434',
  },
  players: ['discriminator', 'generator'],
  needs: { kinds: ['image'] },
  params: PARAMS,
  contestOnly: true,
  // Nets this narrow bear, and in a few minutes need, larger steps than the paper's 2e-4; G's are the larger ones.
  defaultsFor: ({ shape: [side = 28] }) => ({
    generatorLayers: dcganGenerator(DCGAN_SMALL, side),
    generatorRate: 1e-3,
    discriminatorRate: 5e-4,
  }),

  build({ params, data, random }) {
    const { G, D, optG, optD, contest, show, judge, foresee, agree, parts, generate, generator, views } = buildPair({
      specs: PARAMS,
      params,
      data,
      random,
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
      scores: { real: 'D(x)', fake: 'D(G(z))', meaning: contest.objective.score },
      generate,
      generator,
      views,
    };
  },
};
