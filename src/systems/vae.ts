import { add, mul, type Scalar, type Tensor } from '@tensorflow/tfjs-core';
import { convDecoder, convEncoder, dense } from '../core/architectures';
import type { ParamSpecs } from '../core/params';
import { ACTIVATION_FUNCTIONS } from '../nn/activations';
import { bernoulliLoss, divergence, draw, gaussianLoss, gaussianOf } from '../nn/gaussian';
import { jointly, makeOptimizer, optimizerParams, updateParams } from '../nn/optimizers';
import type { StepIO } from '../nn/step';
import { makeNetwork } from './networks';
import { codeScenes } from './scenes';
import type { System, SystemDefinition } from './types';

const PARAMS = {
  latentSize: { kind: 'int', default: 2, min: 2, max: 512, group: 'networks' },
  encoderLayers: {
    kind: 'layers',
    default: dense([64, 64]),
    role: 'encoder',
    head: 'dense',
    outputs: [{ param: 'latentSize' }, { param: 'latentSize' }],
    group: 'networks',
    player: 'autoencoder',
  },
  decoderLayers: {
    kind: 'layers',
    default: dense([64, 64]),
    role: 'generator',
    head: 'convTranspose',
    raw: true,
    group: 'networks',
    player: 'autoencoder',
  },
  beta: { kind: 'float', default: 1, min: 0, max: 100, live: true, group: 'objective' },
  likelihood: { kind: 'choice', default: 'gaussian', options: ['bernoulli', 'gaussian'], group: 'objective' },
  sigma: {
    kind: 'float',
    default: 0.1,
    min: 0.01,
    max: 2,
    scale: 'log',
    live: true,
    group: 'objective',
    when: { param: 'likelihood', is: ['gaussian'] },
  },
  ...optimizerParams('autoencoder', { rate: 1e-3, beta1: 0.9 }),
  ...updateParams(),
} satisfies ParamSpecs;

const FLOW: System['flow'] = [
  { from: 'data', to: 'E', quantity: 'x' },
  { from: 'E', to: 'G', quantity: 'z' },
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
  defaultsFor({ kind, shape: [side = 28] }) {
    if (kind !== 'image') return {};
    return {
      encoderLayers: convEncoder([16, 32], 64),
      decoderLayers: convDecoder([32, 16], 64, side),
      likelihood: 'bernoulli',
    };
  },

  build({ params, data, random }) {
    const setup = { specs: PARAMS, params, data, random, player: 'autoencoder', init: 'he' } as const;
    const E = makeNetwork('encoderLayers', setup);
    const G = makeNetwork('decoderLayers', setup);
    const optE = makeOptimizer('autoencoder', params, E);
    const optG = makeOptimizer('autoencoder', params, G);
    const image = data.kind === 'image';
    /** −log p(x|z), G's raw output y being what z becomes. */
    const surprise = (x: Tensor, y: Tensor, io: StepIO): Scalar =>
      image && params['likelihood'] === 'bernoulli'
        ? bernoulliLoss(x, y)
        : gaussianLoss(x, image ? ACTIVATION_FUNCTIONS.tanh(y) : y, io.live('sigma'));
    const generate: System['generate'] = (z) => (image ? ACTIVATION_FUNCTIONS.tanh(G.apply(z)) : G.apply(z));

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
              const z = draw(posterior, io);
              const reconstruction = surprise(x, G.apply(z, io), io);
              const kl = divergence(posterior);
              io.see('x', () => x);
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
