import { add, grad, mul, neg, type Scalar, sigmoid, sum, type Tensor, type Tensor2D } from '@tensorflow/tfjs-core';
import { type DcganSize, dcganDiscriminator, dcganGenerator } from '../core/architectures';
import type { LayerSpec, NetworkHead } from '../core/layers';
import type { Edge } from '../core/moves';
import type { ParamSpecs, ParamValues } from '../core/params';
import type { Streams } from '../core/random';
import type { DatasetInfo } from '../data/types';
import type { Init } from '../nn/layers';
import { MovingAverage } from '../nn/movingAverage';
import type { Network, NetworkSetup } from '../nn/network';
import { makeOptimizer, type Optimizer, optimizerParams, updateParams } from '../nn/optimizers';
import type { StepIO } from '../nn/step';
import { consensusTerm, SECOND_ORDER_PARAMS, unrolled } from '../nn/tricks/secondOrder';
import { makeShown, SHOWN_PARAMS, type Shown } from '../nn/tricks/shown';
import { AUTOENCODING, type Contest, makeContest, objectiveParams } from '../objectives';
import type { Judge } from '../objectives/contest';
import { latentParam, makeNetwork, networkParam } from './networks';
import type { System, SystemDefinition, View } from './types';

interface AdversarialDefaults {
  latentSize: number;
  head: NetworkHead;
  generator: readonly LayerSpec[];
  discriminator: readonly LayerSpec[];
}

/** The parameters that every game of one generator against one discriminator declares. */
export function adversarialParams({ latentSize, head, generator, discriminator }: AdversarialDefaults) {
  return {
    latentSize: latentParam(latentSize),
    generatorLayers: networkParam('generator', 'generator', { default: generator, head }),
    discriminatorLayers: networkParam('discriminator', 'discriminator', {
      default: discriminator,
      autoencoder: { param: 'objective', is: AUTOENCODING },
      packs: 'packing',
    }),
    ...contestParams(),
    ...SHOWN_PARAMS,
    ...SECOND_ORDER_PARAMS,
    ...trainingParams(),
  } satisfies ParamSpecs;
}

/** What two players play for; objectives whose D is an autoencoder only where it judges samples alone. */
export function contestParams(options: Parameters<typeof objectiveParams>[0] = {}) {
  return {
    ...objectiveParams(options),
    spectralNorm: { kind: 'flag', default: false, group: 'tricks' },
  } satisfies ParamSpecs;
}

/** How two players move: how often D does, and their optimizers. */
export function movingParams() {
  return {
    ...updateParams(),
    k: { kind: 'int', default: 1, min: 1, max: 20, live: true, group: 'training' },
    ...optimizerParams('discriminator'),
    ...optimizerParams('generator'),
  } satisfies ParamSpecs;
}

/** How two players learn: how they move, and an average of G. */
export function trainingParams() {
  return {
    ...movingParams(),
    averaging: { kind: 'flag', default: false, group: 'training', player: 'generator' },
    averageDecay: {
      kind: 'float',
      default: 0.999,
      min: 0,
      max: 0.9999,
      live: true,
      group: 'training',
      player: 'generator',
      when: { param: 'averaging', is: [true] },
    },
  } satisfies ParamSpecs;
}

/** Nets and rates for players of whom more is asked than a sample and a score: DCGAN of that size for pictures, R1 in the plane. */
export function gameDefaults(
  { kind, shape: [side = 28] }: Parameters<DefaultsFor>[0],
  size: DcganSize,
): ReturnType<DefaultsFor> {
  if (kind !== 'image') return { generatorRate: 1e-3, discriminatorRate: 1e-3, penalty: 'r1' };
  return {
    latentSize: size.latentSize,
    generatorLayers: dcganGenerator(size, side),
    discriminatorLayers: dcganDiscriminator(size),
    generatorRate: 3e-3,
    discriminatorRate: 1.5e-3,
  };
}
type DefaultsFor = NonNullable<SystemDefinition['defaultsFor']>;

/** A generator, a discriminator and what they play for. */
export interface Players {
  G: Network;
  D: Network;
  optG: Optimizer;
  optD: Optimizer;
  /** What the two play for. */
  contest: Contest;
  /** All that a snapshot of them carries. */
  parts: System['parts'];
  /** Samples from latents, by G or, where it is kept, by the moving average of its weights. */
  generate: System['generate'];
  generator: NonNullable<System['generator']>;
  /** That average, where it is kept. */
  averageG: MovingAverage | undefined;
}

/** The players of the plain game. */
export interface Pair extends Players {
  /** Samples [n, ...sample] as D is shown them: as they are, in packs, under noise. */
  show: Shown['samples'];
  /** D as the contest sees it: under `io` it trains, without it only looks. */
  judge(io?: StepIO): Judge;
  /** D as G meets it with these samples of its own (as shown): as it is, or as it will have learned from them (unrolling). */
  foresee(io: StepIO, fake: Tensor): Judge;
  /** A player's loss with what it pays for both players' gradients on that batch (consensus optimization), if anything. */
  agree(loss: Scalar, io: StepIO, x: () => Tensor, z: Tensor2D): Scalar;
  views: System['views'];
}

interface PairSetup {
  /** The specs of the parameters. */
  specs: ParamSpecs;
  params: ParamValues;
  data: DatasetInfo;
  random: Streams;
  /**
   * How the two networks' weights are drawn. G of pictures is normalized layer by layer, so DCGAN's N(0, 0.02) does; D is not, and
   * would hardly answer its input with it.
   */
  init?: { generator: Init; discriminator: Init };
}

/** One generator and one discriminator with their optimizers, and the objective they play for, as the parameters ask. */
export function buildPlayers(setup: PairSetup): Players {
  const { params, data } = setup;
  const { init = { generator: data.kind === 'image' ? 'dcgan' : 'he', discriminator: 'he' } } = setup;
  const start = data.start?.map((x, i) => (x - (data.shift[i] ?? 0)) / (data.scale[i] ?? 1));
  const make = (player: 'generator' | 'discriminator', own: Partial<NetworkSetup>) =>
    makeNetwork(`${player}Layers`, { ...setup, player, init: init[player] }, own);
  const G = make('generator', start ? { start } : {});
  const D = make('discriminator', { spectralNorm: params['spectralNorm'] === true });
  const contest = makeContest(params);
  const averageG = params['averaging'] ? new MovingAverage(G, 'averageDecay') : undefined;
  const optG = makeOptimizer('generator', params, G, averageG);
  const optD = makeOptimizer('discriminator', params, D);
  return {
    G,
    D,
    optG,
    optD,
    contest,
    parts: { G, D, optG, optD, objective: contest, ...(averageG && { averageG }) },
    generate: (noise) => (averageG ?? G).apply(noise),
    averageG,
    generator: { network: G, weights: [averageG ? 'averageG/theta' : 'G/theta'] },
  };
}

/** The players of the plain game, with all that may change it. */
export function buildPair(setup: PairSetup): Pair {
  const { params } = setup;
  const players = buildPlayers(setup);
  const { G, D, contest } = players;
  const shown = makeShown(params);
  const judge = judgeOf(D, contest);
  return {
    ...players,
    show: shown.samples,
    judge,
    ...secondOrder({ G, D, contest, show: shown.samples, judge, params }),
    views: adversarialViews(judge(), shown, contest),
  };
}

/** D that scores samples as they are. */
export const judgeBy = (D: Network, io: StepIO): Judge => ({
  score: (x) => D.apply(x, io),
  features: (x) => D.features(x, io),
});

type MakeJudge = (io?: StepIO, weights?: readonly Tensor[]) => Judge;

/** D's scores: its outputs, or minus the energies of its reconstructions. */
function judgeOf(D: Network, { objective: { energy } }: Contest): MakeJudge {
  return (io, weights) => ({
    score: (x) => (energy ? neg(energy(x, D.apply(x, io, weights))) : D.apply(x, io, weights)),
    features: (x) => D.features(x, io, weights),
  });
}

interface SecondOrderSetup extends Pick<Pair, 'G' | 'D' | 'contest' | 'show'> {
  judge: MakeJudge;
  params: ParamValues;
}

/** What unrolling and consensus optimization make of the game; the game itself where neither is wanted. */
function secondOrder({ G, D, contest, show, judge, params }: SecondOrderSetup): Pick<Pair, 'foresee' | 'agree'> {
  const steps = params['unrolling'] as number;
  const scoresLoss = (of: Judge, x: Tensor, fake: Tensor, io: StepIO) =>
    contest.scoresLoss(of.score(x), of.score(fake), io);
  return {
    foresee(io, fake) {
      if (steps === 0) return judge(io);
      const x = show(io.real(), io);
      return judge(
        io,
        unrolled(D.weights(), (weights) => scoresLoss(judge(io, weights), x, fake, io), steps, io),
      );
    },
    agree(loss, io, real, z) {
      if (!params['consensus']) return loss;
      const x = show(real(), io);
      const inspector = judge(io);
      const fake = () => show(G.apply(z, io), io);
      const players = [
        { weights: D.weights(), loss: () => scoresLoss(inspector, x, fake(), io) },
        {
          weights: G.weights(),
          loss: () => {
            const made = fake();
            return contest.generatorLoss(
              { judge: inspector, fake: made, generated: inspector.score(made), real: () => x },
              io,
            );
          },
        },
      ];
      return add(loss, consensusTerm(players, io)) as Scalar;
    },
  };
}

/**
 * What D and the loss say of samples [n, ...sample], in packs of copies where D judges packs: raw scores, and for each sample
 * the gradients of the loss that G is trained on (unless that needs real samples beside) and of D(x) (of the raw score, where
 * that is no logit).
 */
function adversarialViews(judge: Judge, { copies }: Shown, contest: Contest): Readonly<Record<string, View>> {
  const score = (x: Tensor) => judge.score(copies(x));
  const belief = (x: Tensor) => (contest.objective.score === 'logit' ? sigmoid(score(x)) : score(x));
  return {
    score,
    beliefGradient: (x) => grad((sample: Tensor) => sum(belief(sample)))(x),
    ...(contest.isPointwise && {
      // The loss is a mean over the batch: n times its gradient is that of each sample's own term.
      lossGradient: (x: Tensor) =>
        mul(grad((fake: Tensor) => contest.lossOfScores(score(fake)))(x), x.shape[0] as number),
    }),
  };
}

/** What feeds what in a game of two networks. */
export const ADVERSARIAL_FLOW: readonly Edge[] = [
  { from: 'noise', to: 'G', quantity: 'z' },
  { from: 'G', to: 'D', quantity: 'G(z)' },
  { from: 'data', to: 'D', quantity: 'x' },
  { from: 'D', to: 'loss', quantity: 'D(x)' },
  { from: 'D', to: 'loss', quantity: 'D(G(z))' },
  { from: 'loss', to: 'G', quantity: 'gradient/generator' },
  { from: 'loss', to: 'D', quantity: 'gradient/discriminator' },
];
