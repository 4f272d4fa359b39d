import {
  add,
  concat,
  div,
  mean,
  mul,
  reshape,
  type Scalar,
  sqrt,
  square,
  sub,
  sum,
  type Tensor,
} from '@tensorflow/tfjs-core';
import { convDecoder, convEncoder } from '../core/architectures';
import type { ParamSpecs } from '../core/params';
import { sizeOf } from '../core/shape';
import { absolute } from '../nn/activations';
import { columns } from '../nn/joined';
import type { Network } from '../nn/network';
import { jointly, makeOptimizer, optimizerParams, updateParams } from '../nn/optimizers';
import { warped } from '../nn/warp';
import { type Domain, domainsFor, domainsParam, makeDomains, sampleOf } from './domains';
import { latentParam, makeNetwork, networkParam } from './networks';
import type { Scene, System, SystemDefinition } from './types';

/** Widths of the decoders, from 4 × 4 on; the encoder's are the same, the other way round. */
const WIDTHS = [64, 48, 24] as const;

const PARAMS = {
  latentSize: latentParam(64, 2),
  encoderLayers: networkParam('encoder', 'autoencoder', {
    default: convEncoder(WIDTHS.toReversed(), 128),
    outputs: [{ param: 'latentSize' }],
  }),
  decoderLayers: networkParam('generator', 'autoencoder', { default: convDecoder(WIDTHS, 128, 32) }),
  ...domainsParam,
  warp: { kind: 'float', default: 1.5, min: 0, max: 4, group: 'objective' },
  alignment: { kind: 'float', default: 0.3, min: 0, max: 10, live: true, group: 'objective' },
  ...optimizerParams('autoencoder', { rate: 1e-3, beta1: 0.5 }),
  ...updateParams(),
} satisfies ParamSpecs;

const FLOW: System['flow'] = [
  { from: 'data', to: 'E', quantity: 'x' },
  { from: 'data', to: 'E', quantity: 'y' },
  { from: 'E', to: 'G', quantity: 'E(x)' },
  { from: 'E', to: 'F', quantity: 'E(y)' },
  { from: 'G', to: 'loss', quantity: 'G(E(x))' },
  { from: 'E', to: 'loss', quantity: 'alignment' },
  { from: 'F', to: 'loss', quantity: 'F(E(y))' },
  { from: 'loss', to: 'G', quantity: 'gradient/autoencoder' },
  { from: 'loss', to: 'F', quantity: 'gradient/autoencoder' },
  { from: 'loss', to: 'E', quantity: 'gradient/autoencoder' },
];

/**
 * The autoencoder of face swapping (the program "deepfakes/faceswap", 2017; there is no paper): one encoder E for two people, a
 * decoder for each, G for the first and F for the second:
 *   sample x, y;  descend  ‖G(E(x̃)) − x‖₁ + ‖F(E(ỹ)) − y‖₁,  x̃ and ỹ being x and y stretched at random.
 * E cannot tell a decoder who it is, as each only ever draws one; so codes hold pose, mood and light, and F(E(x)) shows the second
 * person as the first one looked. The program has 64 × 64 pictures, ten times as many channels and a hundred times as many steps;
 * that ours agree on what codes mean, they are also held to the same mean and spread for both people.
 */
export const deepfake: SystemDefinition = {
  id: 'deepfake',
  paper: null,
  players: ['autoencoder'],
  needs: { kinds: ['image'] },
  params: PARAMS,
  defaultsFor: ({ shape: [side = 28], ...data }) => ({
    ...(side % 8 === 0 ? {} : { decoderLayers: convDecoder([48, 24], 128, side) }),
    ...domainsFor(data),
  }),

  build({ params, data, random }) {
    const [X, Y] = makeDomains(params['domains'] as string, data);
    const setup = { specs: PARAMS, params, data, random, player: 'autoencoder', init: 'he' } as const;
    const E = makeNetwork('encoderLayers', setup);
    const G = makeNetwork('decoderLayers', setup);
    const F = makeNetwork('decoderLayers', setup);
    const optE = makeOptimizer('autoencoder', params, E);
    const optG = makeOptimizer('autoencoder', params, G);
    const optF = makeOptimizer('autoencoder', params, F);
    const reach = params['warp'] as number;
    const size = sizeOf(data.shape);

    return {
      latentSize: 0,
      from: 'samples',
      parts: { E, G, F, optE, optG, optF },
      parameters: { encoder: E.parameterCount, decoder: G.parameterCount + F.parameterCount },
      turns: [
        {
          player: 'autoencoder',
          times: () => 1,
          update(io) {
            const [x, y] = [sampleOf(X, io), sampleOf(Y, io)]; // [m, ...sample]
            const [seenX, seenY] = reach > 0 ? [warped(x, reach, io), warped(y, reach, io)] : [x, y];
            return jointly(io, [optE, optG, optF], () => {
              const [codeX, codeY] = [E.apply(seenX, io), E.apply(seenY, io)]; // [m, latent]
              const [againX, againY] = [G.apply(codeX, io), F.apply(codeY, io)];
              io.see('x', () => seenX);
              io.see('y', () => seenY);
              io.see('E(x)', () => codeX);
              io.see('E(y)', () => codeY);
              io.see('G(E(x))', () => againX);
              io.see('F(E(y))', () => againY);
              const apart = unlikeness(codeX, codeY);
              io.see('alignment', () => apart);
              const errors = add(mean(absolute(sub(againX, x))), mean(absolute(sub(againY, y))));
              return add(errors, mul(io.live('alignment'), apart)) as Scalar;
            });
          },
        },
      ],
      flow: FLOW,
      terms: ['alignment'],
      scores: null,
      generate(rows) {
        const x = reshape(columns(rows, 0, size), [-1, ...data.shape]);
        if (!X.classes) return G.apply(E.apply(Y.of(x)));
        const inX = reshape(sum(columns(rows, size, X.classes.length), 1), [-1, 1, 1, 1]);
        const code = E.apply(x);
        return add(mul(inX, F.apply(code)), mul(sub(1, inX), G.apply(code)));
      },
      views: {},
      scenes: [swapScene('forth', X, E, [G, F]), swapScene('back', Y, E, [F, G])],
    };
  },
};

/** How far the means and the standard deviations of two batches of codes [m, latent] are apart, as shares of their spread. */
function unlikeness(a: Tensor, b: Tensor): Tensor {
  const means = [mean(a, 0), mean(b, 0)] as const;
  const spread = (codes: Tensor, middle: Tensor) => sqrt(add(mean(square(sub(codes, middle)), 0), 1e-6));
  const spreads = [spread(a, means[0]), spread(b, means[1])] as const;
  const differences = add(square(sub(...means)), square(sub(...spreads)));
  return mean(div(differences, add(square(spreads[0]), square(spreads[1]))));
}

/** Pictures of one person, as that person's decoder gives them back, and as the other's draws them. */
function swapScene(
  way: 'forth' | 'back',
  { classes, of }: Domain,
  E: Network,
  [own, other]: [Network, Network],
): Scene {
  return {
    id: `swap-${way}`,
    kind: 'rows',
    input: 'real',
    groups: [classes],
    rows: ['original', 'reconstruction', 'swapped'],
    compute(samples) {
      const x = of(samples);
      const code = E.apply(x);
      return concat([x, own.apply(code), other.apply(code)]);
    },
  };
}
