import type { Scalar, Tensor } from '@tensorflow/tfjs-core';
import { convDecoder, convEncoder } from '../core/architectures';
import type { LayersSpec, ParamSpecs } from '../core/params';
import { ACTIVATION_FUNCTIONS } from '../nn/activations';
import { bernoulliLoss, gaussianLoss } from '../nn/gaussian';
import { makeOptimizer, optimizerParams, updateParams } from '../nn/optimizers';
import type { StepIO } from '../nn/step';
import { latentParam, makeNetwork, networkParam } from './networks';
import type { System, SystemDefinition, SystemSetup } from './types';

/** The parameters of an encoder and a decoder that share an evidence lower bound; `beside` is joined to what both are given. */
export function variationalParams(beside: NonNullable<LayersSpec['beside']> = []) {
  return {
    latentSize: latentParam(2, 2),
    encoderLayers: networkParam('encoder', 'autoencoder', {
      beside,
      outputs: [{ param: 'latentSize' }, { param: 'latentSize' }],
    }),
    decoderLayers: networkParam('generator', 'autoencoder', { beside, raw: true }),
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
}

/** Convolutions and a Bernoulli likelihood for pictures. */
export const variationalDefaultsFor: NonNullable<SystemDefinition['defaultsFor']> = ({ kind, shape: [side = 28] }) =>
  kind === 'image'
    ? {
        encoderLayers: convEncoder([16, 32], 64),
        decoderLayers: convDecoder([32, 16], 64, side),
        likelihood: 'bernoulli',
      }
    : {};

/** Encoder and decoder with their optimizers, and what the decoder's raw outputs mean. */
export function makeVariational({ specs, params, data, random }: SystemSetup<ParamSpecs> & { specs: ParamSpecs }) {
  const setup = { specs, params, data, random, player: 'autoencoder', init: 'he' } as const;
  const E = makeNetwork('encoderLayers', setup);
  const G = makeNetwork('decoderLayers', setup);
  const image = data.kind === 'image';
  const mean = (raw: Tensor): Tensor => (image ? ACTIVATION_FUNCTIONS.tanh(raw) : raw);
  return {
    E,
    G,
    optE: makeOptimizer('autoencoder', params, E),
    optG: makeOptimizer('autoencoder', params, G),
    /** −log p(x|z), G's raw output being what z becomes. */
    surprise: (x: Tensor, raw: Tensor, io: StepIO): Scalar =>
      image && params['likelihood'] === 'bernoulli'
        ? bernoulliLoss(x, raw)
        : gaussianLoss(x, mean(raw), io.live('sigma')),
    generate: ((z) => mean(G.apply(z))) as System['generate'],
  };
}
