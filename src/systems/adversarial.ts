import { grad, mul, neg, sigmoid, sum, type Tensor } from '@tensorflow/tfjs-core';
import type { LayerSpec, NetworkHead } from '../core/layers';
import type { Edge } from '../core/moves';
import { type LayersSpec, networkEnds, type ParamSpecs, type ParamValues } from '../core/params';
import type { Streams } from '../core/random';
import type { DatasetInfo } from '../data/types';
import type { Init } from '../nn/layers';
import { MovingAverage } from '../nn/movingAverage';
import { Network } from '../nn/network';
import { makeOptimizer, type Optimizer, optimizerParams } from '../nn/optimizers';
import type { StepIO } from '../nn/step';
import { AUTOENCODING, type Contest, makeContest, objectiveParams } from '../objectives';
import type { Judge } from '../objectives/contest';
import type { System, View } from './types';

interface AdversarialDefaults {
  latentSize: number;
  head: NetworkHead;
  generator: readonly LayerSpec[];
  discriminator: readonly LayerSpec[];
}

/** The parameters that every game of one generator against one discriminator declares. */
export function adversarialParams({ latentSize, head, generator, discriminator }: AdversarialDefaults) {
  return {
    latentSize: { kind: 'int', default: latentSize, min: 1, max: 512, group: 'networks' },
    generatorLayers: {
      kind: 'layers',
      default: generator,
      role: 'generator',
      head,
      group: 'networks',
      player: 'generator',
    },
    discriminatorLayers: {
      kind: 'layers',
      default: discriminator,
      role: 'discriminator',
      head: 'dense',
      autoencoder: { param: 'objective', is: AUTOENCODING },
      group: 'networks',
      player: 'discriminator',
    },
    ...objectiveParams(),
    k: { kind: 'int', default: 1, min: 1, max: 20, live: true, group: 'training' },
    ...optimizerParams('discriminator'),
    ...optimizerParams('generator'),
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

export interface Pair {
  G: Network;
  D: Network;
  optG: Optimizer;
  optD: Optimizer;
  /** What the two play for. */
  contest: Contest;
  /** D as the contest sees it: under `io` it trains, without it only looks. */
  judge(io?: StepIO): Judge;
  /** All that a snapshot of the pair carries. */
  parts: System['parts'];
  /** Samples from latents, by G or, where it is kept, by the moving average of its weights. */
  generate: System['generate'];
}

interface PairSetup {
  /** The specs of the parameters. */
  specs: ParamSpecs;
  params: ParamValues;
  data: DatasetInfo;
  random: Streams;
  /** How the two networks' weights are drawn. */
  init: { generator: Init; discriminator: Init };
}

/** The two networks with their optimizers, and the objective they play for, as the parameters ask. */
export function buildPair({ specs, params, data, random, init }: PairSetup): Pair {
  const start = data.start?.map((x, i) => (x - (data.shift[i] ?? 0)) / (data.scale[i] ?? 1));
  const make = (player: 'generator' | 'discriminator') =>
    new Network({
      player,
      layers: params[`${player}Layers`] as readonly LayerSpec[],
      ends: networkEnds(specs[`${player}Layers`] as LayersSpec, params, data.shape),
      init: init[player],
      stream: random.init,
      ...(player === 'generator' && start && { start }),
    });
  const G = make('generator');
  const D = make('discriminator');
  const contest = makeContest(params);
  const { energy } = contest.objective;
  const averageG = params['averaging'] ? new MovingAverage(G, 'averageDecay') : undefined;
  const optG = makeOptimizer('generator', params, G, averageG);
  const optD = makeOptimizer('discriminator', params, D);
  return {
    G,
    D,
    optG,
    optD,
    contest,
    judge: (io) => ({
      score: (x) => (energy ? neg(energy(x, D.apply(x, io))) : D.apply(x, io)),
      features: (x) => D.features(x, io),
    }),
    parts: { G, D, optG, optD, objective: contest, ...(averageG && { averageG }) },
    generate: (noise) => (averageG ?? G).apply(noise),
  };
}

/**
 * What D and the loss say of samples [n, ...sample]: raw scores, and for each sample the gradients of the loss that G is
 * trained on (unless that needs real samples beside) and of D(x) (of the raw score, where that is no logit).
 */
export function adversarialViews({ judge, contest }: Pair): Readonly<Record<string, View>> {
  const { score } = judge();
  const belief = (x: Tensor) => (contest.objective.score === 'logit' ? sigmoid(score(x)) : score(x));
  return {
    score,
    beliefGradient: (x) => grad((sample: Tensor) => sum(belief(sample)))(x),
    ...(!contest.objective.paired && {
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
