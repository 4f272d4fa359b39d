import { add, mul, type Scalar, type Tensor2D } from '@tensorflow/tfjs-core';
import { conditionSize } from '../core/conditions';
import { divergence, gaussianOf, reparametrized } from '../nn/gaussian';
import { join } from '../nn/joined';
import { jointly } from '../nn/optimizers';
import { conditionScene, labelledReconstructions } from './scenes';
import type { System, SystemDefinition } from './types';
import { makeVariational, variationalDefaultsFor, variationalParams } from './variational';

const PARAMS = variationalParams(['condition']);

const FLOW: System['flow'] = [
  { from: 'data', to: 'E', quantity: 'x' },
  { from: 'data', to: 'E', quantity: 'y' },
  { from: 'data', to: 'G', quantity: 'y' },
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
 * Conditional variational autoencoder (Sohn, Lee, Yan 2015; the lower bound of Kingma et al., arXiv 1406.5298): encoder and
 * decoder are told what the sample is, so that z holds only what that does not say.
 *   sample x, y;  μ, σ = E(x, y);  z = μ + σ ε, ε ~ N(0, I);
 *   descend  −log p(x|z, y) + β KL(N(μ, σ²) ‖ N(0, I))  in the weights of E and G together.
 */
export const cvae: SystemDefinition = {
  id: 'cvae',
  paper: {
    authors: 'Sohn, Lee, Yan',
    title: 'Learning Structured Output Representation using Deep Conditional Generative Models',
    year: 2015,
    id: 'NIPS 2015',
    address: 'https://papers.nips.cc/paper/2015/hash/8d55a249e6baa5c06772297520da2051-Abstract.html',
  },
  players: ['autoencoder'],
  needs: { kinds: ['2d', 'image'], labels: 'any' },
  params: PARAMS,
  defaultsFor: variationalDefaultsFor,

  build({ params, data, random }) {
    const { E, G, optE, optG, surprise, generate } = makeVariational({ specs: PARAMS, params, data, random });
    const size = conditionSize(data);
    const latentSize = params['latentSize'] as number;

    return {
      latentSize: latentSize + size,
      prior: [
        { kind: 'normal', size: latentSize },
        { kind: data.classes ? 'classes' : 'uniform', size },
      ],
      parts: { E, G, optE, optG },
      parameters: { encoder: E.parameterCount, decoder: G.parameterCount },
      turns: [
        {
          player: 'autoencoder',
          times: () => 1,
          update(io) {
            const { x, y } = io.labelled(); // [m, ...sample], [m, conditions]
            return jointly(io, [optE, optG], () => {
              const posterior = gaussianOf(E.apply(join(x, y), io)); // [m, latent] each
              const { z, mu, sigma, epsilon } = reparametrized(posterior, io);
              const reconstruction = surprise(x, G.apply(join(z, y), io), io);
              const kl = divergence(posterior);
              io.see('x', () => x);
              io.see('y', () => y);
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
      views: {},
      scenes: [
        conditionScene(generate, data, latentSize),
        labelledReconstructions(data, (x, y) => generate(join(gaussianOf(E.apply(join(x, y))).mu, y) as Tensor2D)),
      ],
    };
  },
};
