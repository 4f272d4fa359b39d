import { add, floor, mean, mul, type Scalar, square, sub, type Tensor } from '@tensorflow/tfjs-core';
import { convDecoder, convEncoder } from '../core/architectures';
import type { ParamSpecs } from '../core/params';
import { absolute } from '../nn/activations';
import { jointly, makeOptimizer, optimizerParams, updateParams } from '../nn/optimizers';
import { perceptualDistance } from '../nn/perceptual';
import type { StepIO } from '../nn/step';
import { latentParam, makeNetwork, networkParam } from './networks';
import { codeScenes } from './scenes';
import type { System, SystemDefinition } from './types';

const PARAMS = {
  latentSize: latentParam(2, 2),
  encoderLayers: networkParam('encoder', 'autoencoder', { outputs: [{ param: 'latentSize' }] }),
  decoderLayers: networkParam('generator', 'autoencoder'),
  reconstructionLoss: { kind: 'choice', default: 'mse', options: ['mse', 'mae', 'perceptual'], group: 'objective' },
  corruption: { kind: 'choice', default: 'none', options: ['none', 'noise', 'mask'], group: 'objective' },
  corruptionLevel: {
    kind: 'float',
    default: 0.5,
    min: 0,
    max: 1,
    live: true,
    group: 'objective',
    when: { param: 'corruption', is: ['noise', 'mask'] },
  },
  ...optimizerParams('autoencoder', { rate: 1e-3, beta1: 0.9 }),
  ...updateParams(),
} satisfies ParamSpecs;

const FLOW: System['flow'] = [
  { from: 'data', to: 'E', quantity: 'x' },
  { from: 'E', to: 'G', quantity: 'E(x)' },
  { from: 'G', to: 'loss', quantity: 'G(E(x))' },
  { from: 'loss', to: 'G', quantity: 'gradient/autoencoder' },
  { from: 'loss', to: 'E', quantity: 'gradient/autoencoder' },
];

/** What is seen of x instead of it: with noise of that standard deviation, or with that share of its numbers at 0. */
function corrupted(kind: string, x: Tensor, io: StepIO): Tensor {
  const level = io.live('corruptionLevel');
  if (kind === 'noise') return add(x, mul(level, io.normal(x.shape)));
  return mul(x, floor(add(io.uniform(x.shape), sub(1, level)))); // 1 with probability 1 − level
}

/** Distance between samples [n, ...sample], per number. */
function distance(kind: string, x: Tensor, y: Tensor): Scalar {
  if (kind === 'mae') return mean(absolute(sub(x, y))) as Scalar;
  if (kind === 'perceptual' && x.rank === 4) return perceptualDistance(x, y);
  return mean(square(sub(x, y))) as Scalar;
}

/**
 * Autoencoder, plain or denoising (Hinton, Salakhutdinov 2006; Vincent et al. 2008): descend ‖x − G(E(x̃))‖ in the weights of E
 * and G together, x̃ being x or x corrupted. Codes follow no prior: samples are G of N(0, I) all the same, and show what that costs.
 */
export const autoencoder: SystemDefinition = {
  id: 'autoencoder',
  paper: {
    authors: 'Hinton, Salakhutdinov',
    title: 'Reducing the Dimensionality of Data with Neural Networks',
    year: 2006,
    id: '10.1126/science.1127647',
  },
  players: ['autoencoder'],
  needs: { kinds: ['2d', 'image'] },
  params: PARAMS,
  defaultsFor({ kind, shape: [side = 28] }) {
    if (kind !== 'image') return {};
    return { encoderLayers: convEncoder([16, 32], 64), decoderLayers: convDecoder([32, 16], 64, side) };
  },

  build({ params, data, random }) {
    const setup = { specs: PARAMS, params, data, random, player: 'autoencoder', init: 'he' } as const;
    const E = makeNetwork('encoderLayers', setup);
    const G = makeNetwork('decoderLayers', setup);
    const optE = makeOptimizer('autoencoder', params, E);
    const optG = makeOptimizer('autoencoder', params, G);
    const kind = params['corruption'] as string;
    const generate: System['generate'] = (z) => G.apply(z);

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
            const seen = kind === 'none' ? x : corrupted(kind, x, io);
            return jointly(io, [optE, optG], () => {
              const code = E.apply(seen, io); // [m, latent]
              const y = G.apply(code, io); // [m, ...sample]
              io.see('x', () => seen);
              io.see('E(x)', () => code);
              io.see('G(E(x))', () => y);
              return distance(params['reconstructionLoss'] as string, x, y);
            });
          },
        },
      ],
      flow: FLOW,
      scores: null,
      generate,
      generator: { network: G, weights: ['G/theta'] },
      views: { code: (x) => E.apply(x) },
      scenes: codeScenes(generate, (x) => ({ mu: E.apply(x) })),
    };
  },
};
