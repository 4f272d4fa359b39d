import type { LayerSpec, NetworkHead } from '../core/layers';
import type { ParamSpecs, ParamValues } from '../core/params';
import type { Streams } from '../core/random';
import type { DatasetInfo } from '../data/types';
import type { Init } from '../nn/layers';
import { MovingAverage } from '../nn/movingAverage';
import { Network } from '../nn/network';
import { makeOptimizer, type Optimizer, optimizerParams } from '../nn/optimizers';
import { makeObjective, type Objective, objectiveParams } from '../objectives';
import type { Edge, System } from './types';

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
  objective: Objective;
  /** All that a snapshot of the pair carries. */
  parts: System['parts'];
  /** Samples from latents, by G or, where it is kept, by the moving average of its weights. */
  generate: System['generate'];
}

interface PairSetup {
  params: ParamValues;
  data: DatasetInfo;
  random: Streams;
  head: NetworkHead;
  /** How the two networks' weights are drawn. */
  init: { generator: Init; discriminator: Init };
}

/** The two networks with their optimizers, and the objective they play for, as the parameters ask. */
export function buildPair({ params, data, random, head, init }: PairSetup): Pair {
  const start = data.start?.map((x, i) => (x - (data.shift[i] ?? 0)) / (data.scale[i] ?? 1));
  const make = (player: 'generator' | 'discriminator', ownHead: NetworkHead) =>
    new Network({
      player,
      layers: params[`${player}Layers`] as readonly LayerSpec[],
      ends: { role: player, head: ownHead, latentSize: params['latentSize'] as number, sample: data.shape },
      init: init[player],
      stream: random.init,
      ...(player === 'generator' && start && { start }),
    });
  const G = make('generator', head);
  const D = make('discriminator', 'dense');
  const averageG = params['averaging'] ? new MovingAverage(G, 'averageDecay') : undefined;
  const optG = makeOptimizer('generator', params, G, averageG);
  const optD = makeOptimizer('discriminator', params, D);
  return {
    G,
    D,
    optG,
    optD,
    objective: makeObjective(params),
    parts: { G, D, optG, optD, ...(averageG && { averageG }) },
    generate: (noise) => (averageG ?? G).apply(noise),
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
