import { add, concat, type Scalar, type Tensor, type Tensor2D, zeros } from '@tensorflow/tfjs-core';
import { DETAIL_DISCRIMINATOR, dense } from '../core/architectures';
import type { LayerSpec } from '../core/layers';
import type { ParamSpecs } from '../core/params';
import { Problem } from '../core/problem';
import { columns, join } from '../nn/joined';
import { downsampled } from '../nn/layers/growth';
import { doubled, upsampled } from '../nn/layers/styled';
import { jointly, makeOptimizer } from '../nn/optimizers';
import type { StepIO } from '../nn/step';
import { makeContest } from '../objectives';
import type { Judge } from '../objectives/contest';
import { contestParams, movingParams } from './adversarial';
import { latentParam, makeNetwork, networkParam } from './networks';
import type { System, SystemDefinition, SystemSetup } from './types';

/** How often a picture is halved. */
const HALVINGS = 2;

/** What draws the smallest picture. */
const COARSE: LayerSpec[] = [128, 256].flatMap((units): LayerSpec[] => [
  { type: 'dense', units },
  { type: 'batchNorm' },
  { type: 'activation', fn: 'leakyRelu' },
]);

/** What draws the details of a picture at its own size. */
const REFINER: LayerSpec[] = [
  { type: 'conv', filters: 8, kernel: 5, stride: 1 },
  { type: 'activation', fn: 'leakyRelu' },
  { type: 'conv', filters: 8, kernel: 3, stride: 1 },
  { type: 'activation', fn: 'leakyRelu' },
];

const PARAMS = {
  latentSize: latentParam(32),
  detailSize: { kind: 'int', default: 2, min: 1, max: 64, group: 'networks' },
  generatorLayers: networkParam('generator', 'generator', {
    default: COARSE,
    head: 'dense',
    halvings: HALVINGS,
  }),
  discriminatorLayers: networkParam('discriminator', 'discriminator', {
    default: dense([128, 64]),
    halvings: HALVINGS,
  }),
  refinerLayers: networkParam('translator', 'generator', {
    default: REFINER,
    head: 'conv',
    beside: [{ param: 'detailSize' }],
    raw: true,
  }),
  detailLayers: networkParam('discriminator', 'discriminator', {
    default: DETAIL_DISCRIMINATOR,
    beside: ['channels'],
  }),
  ...contestParams({ autoencoding: false }),
  ...movingParams(),
} satisfies ParamSpecs;

const FLOW: System['flow'] = [
  { from: 'noise', to: 'G', quantity: 'z' },
  { from: 'data', to: 'D', quantity: 'x' },
  { from: 'data', to: 'G1', quantity: 'l1' },
  { from: 'data', to: 'G2', quantity: 'l2' },
  { from: 'G', to: 'D', quantity: 'G(z)' },
  { from: 'G1', to: 'D1', quantity: 'h1' },
  { from: 'G2', to: 'D2', quantity: 'h2' },
  { from: 'D', to: 'loss', quantity: 'D(x)' },
  { from: 'D', to: 'loss', quantity: 'D(G(z))' },
  { from: 'D1', to: 'loss', quantity: 'D1(x)' },
  { from: 'D1', to: 'loss', quantity: 'D1(l+h)' },
  { from: 'D2', to: 'loss', quantity: 'D2(x)' },
  { from: 'D2', to: 'loss', quantity: 'D2(l+h)' },
  { from: 'loss', to: 'G', quantity: 'gradient/generator' },
  { from: 'loss', to: 'G1', quantity: 'gradient/generator' },
  { from: 'loss', to: 'G2', quantity: 'gradient/generator' },
  { from: 'loss', to: 'D', quantity: 'gradient/discriminator' },
  { from: 'loss', to: 'D1', quantity: 'gradient/discriminator' },
  { from: 'loss', to: 'D2', quantity: 'gradient/discriminator' },
];

/** A pyramid of a picture: the smallest first, each twice as large as the one before. */
const pyramidOf = (x: Tensor): Tensor[] =>
  Array.from({ length: HALVINGS }).reduce<Tensor[]>((all) => [downsampled(all[0] as Tensor), ...all], [x]);

/** The players of every level, the coarsest first, and how they look at one another. */
function makeLevels({ params, data, random }: SystemSetup<ParamSpecs>) {
  const [height = 1, width = 1, channels = 1] = data.shape;
  const scale = 2 ** HALVINGS;
  if (height % scale !== 0 || width % scale !== 0)
    throw new Problem('net.cannotHalve', { shape: data.shape.join('×') });
  const [latentSize, detailSize] = [params['latentSize'] as number, params['detailSize'] as number];
  return Array.from({ length: HALVINGS + 1 }, (_, level) => {
    const setup = { specs: PARAMS, params, random, init: 'he' } as const;
    const shrink = 2 ** (HALVINGS - level);
    const shape = [height / shrink, width / shrink, channels];
    // The coarsest level's parameters know by themselves how small it is.
    const at = { ...setup, data: level === 0 ? data : { ...data, shape } };
    const G = makeNetwork(level === 0 ? 'generatorLayers' : 'refinerLayers', { ...at, player: 'generator' });
    const D = makeNetwork(
      level === 0 ? 'discriminatorLayers' : 'detailLayers',
      { ...at, player: 'discriminator' },
      { spectralNorm: params['spectralNorm'] === true },
    );
    /** This level's share of z. */
    const own = (z: Tensor): Tensor2D =>
      level === 0 ? columns(z, 0, latentSize) : columns(z, latentSize + (level - 1) * detailSize, detailSize);
    return {
      level,
      G,
      D,
      optG: makeOptimizer('generator', params, G),
      optD: makeOptimizer('discriminator', params, D),
      contest: makeContest(params),
      /** The level's picture: G(z), or l with the details that G draws on it, l being what is known of it, at its size. */
      draw: (z: Tensor, l: Tensor | null, io?: StepIO): Tensor =>
        l ? add(l, G.apply(join(l, own(z)), io)) : G.apply(own(z), io),
      /** D of pictures beside what is known of them. */
      judge: (l: Tensor | null, io: StepIO): Judge => ({
        score: (x) => D.apply(l ? concat([x, l], 3) : x, io),
        features: (x) => D.features(l ? concat([x, l], 3) : x, io),
      }),
    };
  });
}
type Level = ReturnType<typeof makeLevels>[number];

/** Names of a level's quantities: what is known, what is made of it, and D's scores. */
const NAMES = [
  { known: '', made: 'G(z)', real: 'D(x)', fake: 'D(G(z))' },
  { known: 'l1', made: 'h1', real: 'D1(x)', fake: 'D1(l+h)' },
  { known: 'l2', made: 'h2', real: 'D2(x)', fake: 'D2(l+h)' },
] as const;

/** What a move of all levels is about: real pictures of each size, and what is known of each. */
function shownTo(levels: readonly Level[], io: StepIO) {
  const x = io.real(); // [m, ...sample]
  const z = io.noise(); // [m, latent + details]
  const reals = pyramidOf(x);
  io.see('x', () => x);
  io.see('z', () => z);
  return levels.map((level, i) => ({
    ...level,
    z,
    real: reals[i] as Tensor,
    known: i === 0 ? null : upsampled(reals[i - 1] as Tensor),
    names: NAMES[i] as (typeof NAMES)[number],
  }));
}

/** The sum of the levels' losses. */
const total = (losses: readonly Scalar[]): Scalar => losses.reduce((sum, one) => add(sum, one));

/** The moves: each level plays a game of its own, all at once. */
function turnsOf(levels: readonly Level[]): System['turns'] {
  return [
    {
      player: 'discriminator',
      times: (live) => live('k'),
      update(io) {
        // Made outside the loss: no gradient reaches G.
        const games = shownTo(levels, io).map((game) => ({ ...game, fake: game.draw(game.z, game.known, io) }));
        return jointly(
          io,
          levels.map(({ optD }) => optD),
          () =>
            total(
              games.map(({ judge, known, real, fake, contest, names }) => {
                const inspector = judge(known, io);
                const [believed, generated] = [inspector.score(real), inspector.score(fake)]; // [m, 1]
                io.see(names.made, () => fake);
                io.see(names.real, () => believed);
                io.see(names.fake, () => generated);
                return contest.discriminatorLoss({ judge: inspector, x: real, fake, real: believed, generated }, io);
              }),
            ),
          levels[0]?.contest.constrain,
        );
      },
    },
    {
      player: 'generator',
      times: () => 1,
      update(io) {
        const games = shownTo(levels, io);
        return jointly(
          io,
          levels.map(({ optG }) => optG),
          () =>
            total(
              games.map(({ draw, judge, z, known, real, contest, names }) => {
                const inspector = judge(known, io);
                const fake = draw(z, known, io);
                const generated = inspector.score(fake);
                if (known) io.see(names.known, () => known);
                io.see(names.made, () => fake);
                io.see(names.fake, () => generated);
                return contest.generatorLoss({ judge: inspector, fake, generated, real: () => real }, io);
              }),
            ),
        );
      },
    },
  ];
}

/**
 * LAPGAN: from coarse to fine, a game for each level of a Laplacian pyramid (Denton, Chintala, Szlam, Fergus, arXiv 1506.05751,
 * section 3.2). With I₀ the smallest picture and l_k = ↑I_(k−1):
 *   G plays for I₀ = G(z);  G_k plays for details, I_k = l_k + G_k(l_k, z_k);  D_k sees I_k beside l_k.
 * Each level learns from real l_k, by itself; to draw, the levels follow one another.
 *
 * The pyramid is made of block means; z_k is a few numbers, the same in every cell, where the paper has a number for each cell,
 * so that a picture has a latent of handy size.
 */
export const lapgan: SystemDefinition = {
  id: 'lapgan',
  paper: {
    authors: 'Denton, Chintala, Szlam, Fergus',
    title: 'Deep Generative Image Models using a Laplacian Pyramid of Adversarial Networks',
    year: 2015,
    id: '1506.05751',
  },
  players: ['discriminator', 'generator'],
  needs: { kinds: ['image'] },
  params: PARAMS,
  defaultsFor: () => ({ generatorRate: 2e-3, discriminatorRate: 1e-3 }),

  build(setup) {
    const levels = makeLevels(setup);
    const { params } = setup;
    /** The pictures of all levels, the coarsest first; from that one on, where it is given. */
    const drawn = (z: Tensor, coarsest?: Tensor): Tensor[] => {
      const pictures = coarsest ? [coarsest] : [];
      for (const { draw } of levels.slice(pictures.length)) {
        const last = pictures.at(-1);
        pictures.push(draw(z, last ? upsampled(last) : null));
      }
      return pictures;
    };
    const full = (x: Tensor, level: number): Tensor => doubled(x, HALVINGS - level);
    const finest = levels.at(-1) as Level;
    const count = (of: (level: Level) => { parameterCount: number }) =>
      levels.reduce((sum, level) => sum + of(level).parameterCount, 0);
    const latentSize = (params['latentSize'] as number) + HALVINGS * (params['detailSize'] as number);

    return {
      latentSize,
      parts: Object.assign(
        {},
        ...levels.map(({ level, G, D, optG, optD, contest }) => {
          const at = level === 0 ? '' : level;
          return {
            [`G${at}`]: G,
            [`D${at}`]: D,
            [`optG${at}`]: optG,
            [`optD${at}`]: optD,
            [`objective${at}`]: contest,
          };
        }),
      ),
      parameters: { generator: count(({ G }) => G), discriminator: count(({ D }) => D) },
      turns: turnsOf(levels),
      flow: FLOW,
      scores: { real: 'D2(x)', fake: 'D2(l+h)', meaning: finest.contest.objective.score },
      generate: (z) => drawn(z).at(-1) as Tensor,
      views: {},
      scenes: [
        {
          id: 'levels',
          kind: 'rows',
          input: 'latents',
          rows: levels.map(({ G }) => sizeOf(G.rows.at(-1)?.output ?? [])),
          compute: (z) => concat(drawn(z).map(full)),
        },
        {
          id: 'refined',
          kind: 'rows',
          input: 'real',
          rows: ['lowResolution', 'withDetails', 'original'],
          compute(x) {
            const small = pyramidOf(x)[0] as Tensor;
            const z = zeros([x.shape[0] as number, latentSize]);
            return concat([full(small, 0), drawn(z, small).at(-1) as Tensor, x]);
          },
        },
      ],
    };
  },
};

const sizeOf = ([height, width]: readonly number[]): string => `${height} × ${width}`;
