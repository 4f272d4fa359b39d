import {
  add,
  concat,
  mean,
  mul,
  reshape,
  type Scalar,
  slice,
  square,
  sub,
  sum,
  type Tensor,
} from '@tensorflow/tfjs-core';
import { DETAIL_DISCRIMINATOR, uNet } from '../core/architectures';
import type { ParamSpecs, ParamValues } from '../core/params';
import type { Streams } from '../core/random';
import { sizeOf } from '../core/shape';
import type { DatasetInfo } from '../data/types';
import { absolute } from '../nn/activations';
import { columns } from '../nn/joined';
import type { Network } from '../nn/network';
import { jointly, makeOptimizer, type Optimizer } from '../nn/optimizers';
import { type Contest, makeContest } from '../objectives';
import { contestParams, judgeBy, movingParams } from './adversarial';
import { type Domain, domainsFor, domainsParam, makeDomains, sampleOf } from './domains';
import { makeNetwork, networkParam } from './networks';
import type { Scene, System, SystemDefinition } from './types';

/** What tells the papers of unpaired translation apart. */
interface CycleDefaults {
  objective: string;
  /** How far a sample is from what comes back of it. */
  distance: 'l1' | 'mse';
  cycleWeight: number;
  /** Weight of ‖G(y) − y‖ for samples that are of the domain already; only for pictures. */
  identityWeight: number;
}

const weight = (value: number) => ({ kind: 'float', default: value, min: 0, max: 100, live: true }) as const;

/** The parameters of a game of two translators against two discriminators. */
export function cycleParams({ objective, distance, cycleWeight, identityWeight }: CycleDefaults) {
  return {
    ...domainsParam,
    cycleDistance: { kind: 'choice', default: distance, options: ['l1', 'mse'], group: 'objective' },
    cycleWeight: { ...weight(cycleWeight), group: 'objective' },
    identityWeight: { ...weight(identityWeight), group: 'objective' },
    generatorLayers: networkParam('translator', 'generator'),
    discriminatorLayers: networkParam('discriminator', 'discriminator', { patches: true }),
    ...contestParams({ choice: objective, autoencoding: false }),
    ...movingParams(),
  } satisfies ParamSpecs;
}

/** What kind of data and classes change in these parameters. */
export const cycleDefaultsFor: NonNullable<SystemDefinition['defaultsFor']> = (data) => ({
  ...domainsFor(data),
  ...(data.kind === 'image'
    ? { generatorLayers: uNet([16, 32], 0), discriminatorLayers: DETAIL_DISCRIMINATOR }
    : { identityWeight: 0 }),
  generatorRate: 1e-3,
  discriminatorRate: 1e-3,
});

const FLOW: System['flow'] = [
  { from: 'data', to: 'G', quantity: 'x' },
  { from: 'data', to: 'F', quantity: 'y' },
  { from: 'data', to: 'DY', quantity: 'y' },
  { from: 'data', to: 'DX', quantity: 'x' },
  { from: 'G', to: 'DY', quantity: 'G(x)' },
  { from: 'F', to: 'DX', quantity: 'F(y)' },
  { from: 'DY', to: 'loss', quantity: 'DY(y)' },
  { from: 'DY', to: 'loss', quantity: 'DY(G(x))' },
  { from: 'DX', to: 'loss', quantity: 'DX(x)' },
  { from: 'DX', to: 'loss', quantity: 'DX(F(y))' },
  { from: 'G', to: 'loss', quantity: 'cycle' },
  { from: 'F', to: 'loss', quantity: 'F(G(x))' },
  { from: 'loss', to: 'G', quantity: 'gradient/generator' },
  { from: 'loss', to: 'F', quantity: 'gradient/generator' },
  { from: 'loss', to: 'DY', quantity: 'gradient/discriminator' },
  { from: 'loss', to: 'DX', quantity: 'gradient/discriminator' },
];

interface CycleSetup {
  specs: ParamSpecs;
  params: ParamValues;
  data: DatasetInfo;
  random: Streams;
}

/** The players, and what they need of each other. */
function makeGame({ specs, params, data, random }: CycleSetup) {
  const [X, Y] = makeDomains(params['domains'] as string, data);
  const network = (player: 'generator' | 'discriminator', more = {}): Network =>
    makeNetwork(`${player}Layers`, { specs, params, data, random, player, init: 'he' }, more);
  const [G, F] = [network('generator'), network('generator')];
  const judgeOwn = { spectralNorm: params['spectralNorm'] === true };
  const [DX, DY] = [network('discriminator', judgeOwn), network('discriminator', judgeOwn)];
  const [optG, optF] = [G, F].map((one) => makeOptimizer('generator', params, one)) as [Optimizer, Optimizer];
  const [optDX, optDY] = [DX, DY].map((one) => makeOptimizer('discriminator', params, one)) as [Optimizer, Optimizer];
  const [contestX, contestY] = [makeContest(params), makeContest(params)];
  const distance = (a: Tensor, b: Tensor): Tensor =>
    mean(params['cycleDistance'] === 'mse' ? square(sub(a, b)) : absolute(sub(a, b)));
  return { X, Y, G, F, DX, DY, optG, optF, optDX, optDY, contestX, contestY, distance };
}

/** The moves. */
function turnsOf({
  X,
  Y,
  G,
  F,
  DX,
  DY,
  optG,
  optF,
  optDX,
  optDY,
  contestX,
  contestY,
  distance,
}: ReturnType<typeof makeGame>): System['turns'] {
  return [
    {
      player: 'generator',
      times: () => 1,
      update(io) {
        const [x, y] = [sampleOf(X, io), sampleOf(Y, io)]; // [m, ...sample]
        const fool = (contest: Contest, D: Network, fake: Tensor, real: Tensor) => {
          const inspector = judgeBy(D, io);
          return contest.generatorLoss(
            { judge: inspector, fake, generated: inspector.score(fake), real: () => real },
            io,
          );
        };
        return jointly(io, [optG, optF], () => {
          const [fakeY, fakeX] = [G.apply(x, io), F.apply(y, io)];
          const [backX, backY] = [F.apply(fakeY, io), G.apply(fakeX, io)];
          const cycle = add(distance(backX, x), distance(backY, y));
          const identity = add(distance(G.apply(y, io), y), distance(F.apply(x, io), x));
          io.see('x', () => x);
          io.see('y', () => y);
          io.see('G(x)', () => fakeY);
          io.see('F(y)', () => fakeX);
          io.see('F(G(x))', () => backX);
          io.see('cycle', () => cycle);
          return [
            fool(contestX, DX, fakeX, x),
            mul(io.live('cycleWeight'), cycle),
            mul(io.live('identityWeight'), identity),
          ].reduce((total, one) => add(total, one), fool(contestY, DY, fakeY, y)) as Scalar;
        });
      },
    },
    {
      player: 'discriminator',
      times: (live) => live('k'),
      update(io) {
        const [x, y] = [sampleOf(X, io), sampleOf(Y, io)];
        const [fakeY, fakeX] = [G.apply(x, io), F.apply(y, io)]; // made outside the loss: no gradient reaches G and F
        const tell = (contest: Contest, D: Network, real: Tensor, fake: Tensor, name: string, made: string) => {
          const inspector = judgeBy(D, io);
          const [believed, generated] = [inspector.score(real), inspector.score(fake)];
          io.see(name, () => believed);
          io.see(made, () => generated);
          return contest.discriminatorLoss({ judge: inspector, x: real, fake, real: believed, generated }, io);
        };
        io.see('x', () => x);
        io.see('y', () => y);
        io.see('G(x)', () => fakeY);
        io.see('F(y)', () => fakeX);
        return jointly(
          io,
          [optDX, optDY],
          () =>
            add(
              tell(contestX, DX, x, fakeX, 'DX(x)', 'DX(F(y))'),
              tell(contestY, DY, y, fakeY, 'DY(y)', 'DY(G(x))'),
            ) as Scalar,
          contestX.constrain,
        );
      },
    },
  ];
}

/**
 * The game of CycleGAN, DiscoGAN and DualGAN: G makes samples y of x, F makes x of y, and each way must lead back:
 *   sample x, y;  descend G and F on  L(DY, G(x)) + L(DX, F(y)) + λ (‖F(G(x)) − x‖ + ‖G(F(y)) − y‖) + λ_id (…);
 *   sample x, y;  descend DY on y against G(x), and DX on x against F(y).
 * D is shown the newest translations and no pool of former ones, since a batch has many of them.
 */
export function buildCycle(setup: CycleSetup): System {
  const game = makeGame(setup);
  const { X, Y, G, F, DX, DY, optG, optF, optDX, optDY, contestX, contestY } = game;
  const { data } = setup;
  return {
    latentSize: 0,
    from: 'samples',
    parts: { G, F, DX, DY, optG, optF, optDX, optDY, objectiveX: contestX, objectiveY: contestY },
    parameters: {
      generator: G.parameterCount + F.parameterCount,
      discriminator: DX.parameterCount + DY.parameterCount,
    },
    turns: turnsOf(game),
    flow: FLOW,
    terms: ['cycle'],
    scores: { real: 'DY(y)', fake: 'DY(G(x))', meaning: contestY.objective.score },
    generate: (rows) => toOther(rows, [X, Y], { G, F, data }),
    views: {},
    scenes: [
      wayAndBack('forth', [X, Y], G, F, data.kind === 'image'),
      wayAndBack('back', [Y, X], F, G, data.kind === 'image'),
    ],
  };
}

/**
 * Samples with their conditions [n, sample + conditions] translated to the other domain, so that the whole should be spread as the
 * data are; where the second domain is made of the first, that which was made of them is translated back.
 */
function toOther(
  rows: Tensor,
  [X, Y]: readonly [Domain, Domain],
  { G, F, data }: { G: Network; F: Network; data: DatasetInfo },
): Tensor {
  const size = sizeOf(data.shape);
  const x = reshape(columns(rows, 0, size), [-1, ...data.shape]);
  if (!X.classes) return F.apply(Y.of(x));
  const inX = reshape(sum(columns(rows, size, X.classes.length), 1), [-1, ...data.shape.map(() => 1)]);
  const back = F.apply(x);
  return add(back, mul(inX, sub(G.apply(x), back)));
}

/** Samples of one domain, their translations, and what comes back of these; beside them, for points, samples of the other domain. */
function wayAndBack(
  id: 'forth' | 'back',
  [from, to]: readonly [Domain, Domain],
  there: Network,
  back: Network,
  pictures: boolean,
): Scene {
  const rows = id === 'forth' ? ['x', 'G(x)', 'F(G(x))', 'y'] : ['y', 'F(y)', 'G(F(y))', 'x'];
  return {
    id,
    kind: 'rows',
    input: 'real',
    groups: pictures ? [from.classes] : [from.classes, to.classes],
    rows: pictures ? rows.slice(0, 3) : rows,
    compute(samples) {
      const n = pictures ? (samples.shape[0] as number) : (samples.shape[0] as number) / 2;
      const part = (at: number) => slice(samples, [at * n], [n]);
      const x = from.of(part(0));
      const made = there.apply(x);
      return concat([x, made, back.apply(made), ...(pictures ? [] : [to.of(part(1))])]);
    },
  };
}
