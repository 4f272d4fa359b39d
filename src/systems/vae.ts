import { add, mul, type Scalar } from '@tensorflow/tfjs-core';
import { divergence, gaussianOf, reparametrized } from '../nn/gaussian';
import { jointly } from '../nn/optimizers';
import { codeScenes } from './scenes';
import type { System, SystemDefinition } from './types';
import { makeVariational, variationalDefaultsFor, variationalParams } from './variational';

const PARAMS = variationalParams();

const FLOW: System['flow'] = [
  { from: 'data', to: 'E', quantity: 'x' },
  { from: 'noise', to: 'G', quantity: 'ε' },
  { from: 'E', to: 'G', quantity: 'μ' },
  { from: 'E', to: 'G', quantity: 'σ' },
  { from: 'E', to: 'G', quantity: 'z' }, // what ε makes of the two
  { from: 'E', to: 'loss', quantity: 'kl' },
  { from: 'G', to: 'loss', quantity: 'reconstruction' },
  { from: 'loss', to: 'G', quantity: 'gradient/autoencoder' },
  { from: 'loss', to: 'E', quantity: 'gradient/autoencoder' },
];

/**
 * Variational autoencoder (Kingma, Welling, arXiv 1312.6114, equation 10; β of Higgins et al. 2017):
 *   sample x;  μ, σ = E(x);  z = μ + σ ε, ε ~ N(0, I);
 *   descend  −log p(x|z) + β KL(N(μ, σ²) ‖ N(0, I))  in the weights of E and G together.
 * With β = 1 the loss is the negative evidence lower bound, in nats.
 */
export const vae: SystemDefinition = {
  id: 'vae',
  paper: { authors: 'Kingma, Welling', title: 'Auto-Encoding Variational Bayes', year: 2013, id: '1312.6114' },
  players: ['autoencoder'],
  needs: { kinds: ['2d', 'image'] },
  params: PARAMS,
  defaultsFor: variationalDefaultsFor,

  build({ params, data, random }) {
    const { E, G, optE, optG, surprise, generate } = makeVariational({ specs: PARAMS, params, data, random });

    return {
      latentSize: params['latentSize'] as number,
      parts: { E, G, optE, optG },
      parameters: { encoder: E.parameterCount, decoder: G.parameterCount },
      turns: [
        {
          player: 'autoencoder',
          times: () => 1,
          update(io) {
            const x = io.real(); // [m, ...sample]
            return jointly(io, [optE, optG], () => {
              const posterior = gaussianOf(E.apply(x, io)); // [m, latent] each
              const { z, mu, sigma, epsilon } = reparametrized(posterior, io);
              const reconstruction = surprise(x, G.apply(z, io), io);
              const kl = divergence(posterior);
              io.see('x', () => x);
              io.see('μ', () => mu);
              io.see('σ', () => sigma);
              io.see('ε', () => epsilon);
              io.see('z', () => z);
              io.see('reconstruction', () => reconstruction);
              io.see('kl', () => kl);
              return add(reconstruction, mul(io.live('beta'), kl)) as Scalar;
            });
          },
        },
      ],
      flow: FLOW,
      terms: ['reconstruction', 'kl'],
      scores: null,
      generate,
      generator: { network: G, weights: ['G/theta'] },
      views: { code: (x) => E.apply(x) },
      scenes: codeScenes(generate, (x) => gaussianOf(E.apply(x))),
    };
  },
};
