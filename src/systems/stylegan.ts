import {
  add,
  concat,
  mean,
  mul,
  reverse,
  sub,
  type Tensor,
  type Tensor2D,
  type Variable,
  zeros,
} from '@tensorflow/tfjs-core';
import { DCGAN_SMALL, dcganDiscriminator, dense, styleGenerator } from '../core/architectures';
import type { ParamSpecs } from '../core/params';
import { MovingAverage } from '../nn/movingAverage';
import { jointly, makeOptimizer } from '../nn/optimizers';
import { stateVariable } from '../nn/stateVariable';
import { advance, type Stateful, type StepIO } from '../nn/step';
import type { Judge } from '../objectives/contest';
import { buildPlayers, contestParams, judgeBy, trainingParams } from './adversarial';
import { latentParam, makeNetwork, networkParam } from './networks';
import type { System, SystemDefinition, SystemSetup } from './types';

const PARAMS = {
  latentSize: latentParam(32),
  mappingLayers: networkParam('mapping', 'generator', { default: [{ type: 'pixelNorm' }, ...dense([64])] }),
  generatorLayers: networkParam('generator', 'generator', { default: styleGenerator([48, 48, 24], 7), head: 'conv' }),
  discriminatorLayers: networkParam('discriminator', 'discriminator', {
    default: dcganDiscriminator(DCGAN_SMALL),
  }),
  ...contestParams({ autoencoding: false }),
  ...trainingParams(),
} satisfies ParamSpecs;

const FLOW: System['flow'] = [
  { from: 'noise', to: 'M', quantity: 'z' },
  { from: 'M', to: 'G', quantity: 'w' },
  { from: 'G', to: 'D', quantity: 'G(w)' },
  { from: 'data', to: 'D', quantity: 'x' },
  { from: 'D', to: 'loss', quantity: 'D(x)' },
  { from: 'D', to: 'loss', quantity: 'D(G(w))' },
  { from: 'loss', to: 'G', quantity: 'gradient/generator' },
  { from: 'loss', to: 'M', quantity: 'gradient/generator' },
  { from: 'loss', to: 'D', quantity: 'gradient/discriminator' },
];

/** Share of itself that the mean style keeps at a move, as in the authors' program. */
const KEPT = 0.995;
/** How far styles of the scene lie from the mean one. */
const TRUNCATIONS = [1, 0.7, 0.35, 0, -0.5];

/** The mean of all styles w [latent], around which they are truncated. */
class MeanStyle implements Stateful {
  readonly mean: Variable;

  constructor(latentSize: number) {
    this.mean = stateVariable(() => zeros([latentSize]));
  }

  state(): Record<string, Variable> {
    return { mean: this.mean };
  }

  /** Takes a batch of styles [m, latent] in. */
  follow(io: StepIO, w: Tensor): void {
    advance(io, this.mean, (present) => add(mul(present, KEPT), mul(mean(w, 0), 1 - KEPT)));
  }

  dispose(): void {
    this.mean.dispose();
  }
}

/** The players, and what they need of each other. */
function makeGame({ params, data, random }: SystemSetup<ParamSpecs>) {
  const setup = { specs: PARAMS, params, data, random };
  const players = buildPlayers({ ...setup, init: { generator: 'torch', discriminator: 'he' } });
  const { G, D, optG, optD, contest, averageG } = players;
  const M = makeNetwork('mappingLayers', { ...setup, player: 'generator', init: 'he' });
  const averageM = params['averaging'] ? new MovingAverage(M, 'averageDecay') : undefined;
  const optM = makeOptimizer('generator', params, M, averageM);
  const latentSize = params['latentSize'] as number;
  const styles = new MeanStyle(latentSize);
  /** Styles w [n, latent] as pictures are made from them. */
  const map = (z: Tensor): Tensor => (averageM ?? M).apply(z);
  const judge = (io: StepIO): Judge => judgeBy(D, io);
  return { players, G, D, M, optG, optM, optD, contest, averageG, averageM, latentSize, styles, map, judge };
}

/** The moves. */
function turnsOf({ G, M, optG, optM, optD, contest, styles, judge }: ReturnType<typeof makeGame>): System['turns'] {
  return [
    {
      player: 'discriminator',
      times: (live) => live('k'),
      update(io) {
        const x = io.real(); // [m, ...sample]
        const z = io.noise(); // [m, latent]
        const w = M.apply(z, io);
        const fake = G.apply(w, io); // made outside the loss: no gradient reaches G and M
        const inspector = judge(io);
        return optD.minimize(
          io,
          () => {
            const believed = inspector.score(x); // [m, 1]
            const generated = inspector.score(fake);
            io.see('x', () => x);
            io.see('z', () => z);
            io.see('w', () => w);
            io.see('G(w)', () => fake);
            io.see('D(x)', () => believed);
            io.see('D(G(w))', () => generated);
            return contest.discriminatorLoss({ judge: inspector, x, fake, real: believed, generated }, io);
          },
          contest.constrain,
        );
      },
    },
    {
      player: 'generator',
      times: () => 1,
      update(io) {
        const z = io.noise();
        styles.follow(io, M.apply(z, io));
        return jointly(io, [optG, optM], () => {
          const w = M.apply(z, io); // [m, latent]
          const fake = G.apply(w, io); // [m, ...sample]
          const inspector = judge(io);
          const generated = inspector.score(fake); // [m, 1]
          io.see('z', () => z);
          io.see('w', () => w);
          io.see('G(w)', () => fake);
          io.see('D(G(w))', () => generated);
          return contest.generatorLoss({ judge: inspector, fake, generated, real: () => io.real() }, io);
        });
      },
    },
  ];
}

/**
 * StyleGAN: w = M(z) says at every layer of G how its channels are scaled and shifted (Karras, Laine, Aila, arXiv 1812.04948,
 * figure 1b); G itself starts from a learned constant and is given noise in every cell.
 *
 * The game is the non-saturating one with R1. Ours has one hidden layer in M, no growth, no style mixing while training, and D is
 * DCGAN's with the minibatch deviation before its score; while one only looks, the noise is 0.
 */
export const stylegan: SystemDefinition = {
  id: 'stylegan',
  paper: {
    authors: 'Karras, Laine, Aila',
    title: 'A Style-Based Generator Architecture for Generative Adversarial Networks',
    year: 2018,
    id: '1812.04948',
  },
  players: ['discriminator', 'generator'],
  needs: { kinds: ['image'] },
  params: PARAMS,
  contestOnly: true,
  defaultsFor: ({ shape: [side = 28] }) => ({
    generatorLayers:
      side % 8 === 0 ? styleGenerator([48, 48, 32, 16], side / 8) : styleGenerator([48, 48, 24], side / 4),
    penalty: 'r1',
    gamma: 1,
    generatorRate: 1e-3,
    discriminatorRate: 1e-3,
    generatorBeta1: 0,
    discriminatorBeta1: 0,
  }),

  build(setup) {
    const game = makeGame(setup);
    const { players, G, D, M, optM, contest, averageG, averageM, latentSize, styles, map } = game;
    return {
      latentSize,
      parts: { ...players.parts, M, optM, styles, ...(averageM && { averageM }) },
      parameters: { generator: M.parameterCount + G.parameterCount, discriminator: D.parameterCount },
      turns: turnsOf(game),
      flow: FLOW,
      scores: { real: 'D(x)', fake: 'D(G(w))', meaning: contest.objective.score },
      generate: (z) => players.generate(map(z) as Tensor2D),
      views: { score: (x) => D.apply(x) },
      scenes: [
        {
          id: 'styleMix',
          kind: 'rows',
          input: 'latents',
          rows: ['styleA', 'styleB', 'coarse', 'middle', 'fine'],
          compute(z) {
            const a = map(z);
            const b = reverse(a, 0);
            /** A, with the styles of B from one place on and before another. */
            const mixed = (from: number, to: number): Tensor =>
              G.mix((place) => (place >= from && place < to ? b : a), averageG?.weights());
            const all = Number.POSITIVE_INFINITY;
            return concat([mixed(0, 0), mixed(0, all), mixed(0, 2), mixed(2, 4), mixed(4, all)]);
          },
        },
        {
          id: 'truncation',
          kind: 'rows',
          input: 'latents',
          rows: TRUNCATIONS.map((psi) => `ψ = ${psi}`),
          compute(z) {
            const away = sub(map(z), styles.mean);
            return concat(TRUNCATIONS.map((psi) => players.generate(add(styles.mean, mul(away, psi)) as Tensor2D)));
          },
        },
      ],
    };
  },
};
