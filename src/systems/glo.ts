import {
  add,
  concat,
  div,
  matMul,
  maximum,
  mul,
  reshape,
  sqrt,
  square,
  sub,
  sum,
  type Tensor,
  type Tensor2D,
  tensor,
} from '@tensorflow/tfjs-core';
import { convDecoder } from '../core/architectures';
import type { ParamSpecs } from '../core/params';
import { fittedGaussian } from '../nn/gaussian';
import type { Network } from '../nn/network';
import { jointly, makeOptimizer, optimizerParams, updateParams } from '../nn/optimizers';
import { laplacianDistance } from '../nn/pyramid';
import { Table } from '../nn/table';
import { latentParam, makeNetwork, networkParam } from './networks';
import type { Scene, System, SystemDefinition } from './types';

const PARAMS = {
  latentSize: latentParam(16, 2),
  generatorLayers: networkParam('generator', 'generator', { default: convDecoder([32, 16], 128, 28) }),
  images: { kind: 'int', default: 500, min: 10, max: 10_000, group: 'objective' },
  ...optimizerParams('generator', { rate: 1e-3 }),
  latentPace: {
    kind: 'float',
    default: 10,
    min: 0.01,
    max: 1000,
    scale: 'log',
    live: true,
    group: 'optimizers',
    player: 'generator',
  },
  ...updateParams(),
} satisfies ParamSpecs;

const FLOW: System['flow'] = [
  { from: 'data', to: 'Z', quantity: 'i' },
  { from: 'Z', to: 'G', quantity: 'z' },
  { from: 'data', to: 'loss', quantity: 'x' },
  { from: 'G', to: 'loss', quantity: 'G(z)' },
  { from: 'loss', to: 'G', quantity: 'gradient/generator' },
  { from: 'loss', to: 'Z', quantity: 'gradient/generator' },
];

/** Rows [n, d] brought to the unit ball: those outside to its surface. */
const onBall = (rows: Tensor): Tensor => div(rows, maximum(1, sqrt(sum(square(rows), 1, true))));

/**
 * Generative latent optimization (Bojanowski, Joulin, Lopez-Paz, Szlam, arXiv 1707.05776, equation 2): no D and no encoder,
 * every one of a fixed number of pictures has a latent of its own, which is learned beside G:
 *   pick pictures x_i;  descend Lap₁(G(z_i), x_i) in the weights of G and in z_i;  bring z_i back to the unit ball.
 * Afterwards latents are drawn from the Gaussian that fits the table, which is why z enters `generate` as ε ~ N(0, I). The
 * paper starts from principal components; ours start at random on the sphere, as nothing of the data is known before the first move.
 */
export const glo: SystemDefinition = {
  id: 'glo',
  paper: {
    authors: 'Bojanowski, Joulin, Lopez-Paz, Szlam',
    title: 'Optimizing the Latent Space of Generative Networks',
    year: 2017,
    id: '1707.05776',
  },
  players: ['generator'],
  needs: { kinds: ['image'] },
  params: PARAMS,
  defaultsFor: ({ shape: [side = 28] }) => ({ generatorLayers: convDecoder([32, 16], 128, side) }),

  build({ params, data, random }) {
    const G = makeNetwork('generatorLayers', { specs: PARAMS, params, data, random, player: 'generator', init: 'he' });
    const latentSize = params['latentSize'] as number;
    const images = params['images'] as number;
    const Z = new Table(
      onSphere(random.init.fillNormal(new Float32Array(images * latentSize)), latentSize),
      latentSize,
    );
    const optG = makeOptimizer('generator', params, G);
    const optZ = makeOptimizer('generator', params, Z, undefined, { pace: { rate: (io) => io.live('latentPace') } });
    const fitted = (epsilon: Tensor): Tensor => {
      const { middle, root } = fittedGaussian(Z.rows());
      return add(middle, matMul(epsilon as Tensor2D, root, false, true));
    };

    return {
      latentSize,
      kept: images,
      parts: { G, Z, optG, optZ },
      parameters: { generator: G.parameterCount, latents: Z.parameterCount },
      turns: [
        {
          player: 'generator',
          times: () => 1,
          update(io) {
            const { x, which } = io.kept(); // [m, ...sample], [m, images] one-hot
            return jointly(
              io,
              [optG, optZ],
              () => {
                const z = Z.pick(which); // [m, latent]
                const y = G.apply(z, io); // [m, ...sample]
                io.see('i', () => which);
                io.see('x', () => x);
                io.see('z', () => z);
                io.see('G(z)', () => y);
                return laplacianDistance(x, y);
              },
              (theta, _io, moved) => (moved === Z ? reshape(onBall(Z.rows(theta)), [-1]) : theta),
            );
          },
        },
      ],
      flow: FLOW,
      scores: null,
      generate: (epsilon) => G.apply(fitted(epsilon)),
      generator: { network: G, weights: ['G/theta'] },
      views: {},
      scenes: [
        {
          id: 'reconstructions',
          kind: 'rows',
          input: 'kept',
          rows: ['original', 'reconstruction'],
          compute: (x) => concat([x, G.apply(Z.first(x.shape[0] as number))]),
        },
        {
          id: 'blind',
          kind: 'rows',
          input: 'latents',
          rows: ['fittedGaussian', 'standardNormal'],
          compute: (epsilon) => concat([G.apply(fitted(epsilon)), G.apply(epsilon)]),
        },
        walkScene(Z, G),
      ],
    };
  },
};

/** From one kept picture's latent straight to the next one's, a row for each pair. */
function walkScene(Z: Table, G: Network): Scene {
  return {
    id: 'betweenKept',
    kind: 'rows',
    input: 'kept',
    rows: [],
    compute(x) {
      const n = x.shape[0] as number;
      const course = tensor(
        Array.from({ length: n }, (_, i) => i / Math.max(1, n - 1)),
        [n, 1],
      );
      const walks = Array.from({ length: Math.floor(n / 2) }, (_, pair) => {
        const [from, to] = [Z.row(2 * pair), Z.row(2 * pair + 1)];
        return add(from, mul(course, sub(to, from)));
      });
      return G.apply(concat(walks));
    },
  };
}

/** Rows of that width brought to length 1, in place. */
function onSphere(rows: Float32Array, width: number): Float32Array {
  for (let from = 0; from < rows.length; from += width) {
    const row = rows.subarray(from, from + width);
    const length = Math.hypot(...row);
    for (const [i, value] of row.entries()) row[i] = value / length;
  }
  return rows;
}
