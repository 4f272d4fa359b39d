import {
  add,
  concat,
  div,
  maximum,
  mean,
  minimum,
  mul,
  type Scalar,
  square,
  sub,
  type Tensor,
} from '@tensorflow/tfjs-core';
import { growingDiscriminator, growingGenerator, ladder } from '../core/architectures';
import type { ParamSpecs } from '../core/params';
import { Problem } from '../core/problem';
import { blended, Grown, grownPictures, grownScores, sidesOf, stagesOf } from '../nn/growing';
import { downsampled, halved } from '../nn/layers/growth';
import { doubled, upsampled } from '../nn/layers/styled';
import type { StepIO } from '../nn/step';
import { objectiveParams } from '../objectives';
import type { Judge } from '../objectives/contest';
import { ADVERSARIAL_FLOW, buildPlayers, trainingParams } from './adversarial';
import { latentParam, networkParam } from './networks';
import type { System, SystemDefinition, SystemSetup, Turn } from './types';

const FLOW: System['flow'] = [...ADVERSARIAL_FLOW, { from: 'G', to: 'D', quantity: 'level' }];

/** Iterations of a phase of the schedule. */
const phase = (usual: number) =>
  ({ kind: 'int', default: usual, min: 1, max: 1_000_000, live: true, group: 'training' }) as const;

const PARAMS = {
  latentSize: latentParam(32),
  generatorLayers: networkParam('generator', 'generator', {
    default: growingGenerator([32, 32, 16], 7, 1),
    head: 'conv',
    raw: true,
  }),
  discriminatorLayers: networkParam('discriminator', 'discriminator', {
    default: growingDiscriminator([16, 32, 32], 1),
  }),
  fadeIterations: phase(300),
  holdIterations: phase(300),
  ...objectiveParams({ autoencoding: false }),
  ...trainingParams(),
} satisfies ParamSpecs;

/** Weight of E D(x)², which keeps the critic's scores from drifting away. */
const DRIFT = 1e-3;

/** The stage of an iteration, counted from 1: one phase as it is, then two for each further stage, fading in and as it is. */
function stageAt(iteration: number, fade: number, hold: number, stages: number): number {
  return Math.min(stages - 1, Math.max(0, 1 + Math.floor((iteration - 1 - hold) / (fade + hold))));
}

/** How far that stage has faded in at the move's iteration, α in (0, 1]; the first always has. */
function alphaAt(io: StepIO, stage: number): Tensor {
  const [fade, hold] = [io.live('fadeIterations'), io.live('holdIterations')];
  const begins = add(hold, mul(stage - 1, add(fade, hold)));
  return minimum(maximum(div(sub(io.iteration(), begins), fade), 0), 1);
}

/** The players, and how they look at one another at a stage. */
function makeGame({ params, data, random }: SystemSetup<ParamSpecs>) {
  const init = { generator: 'equalized', discriminator: 'equalized' } as const;
  const players = buildPlayers({ specs: PARAMS, params, data, random, init });
  const { G, D, averageG } = players;
  const [sides, seen] = [sidesOf(G), sidesOf(D)];
  const doubles = sides.every((side, i) => i === 0 || side === 2 * (sides[i - 1] as number));
  if (sides.join() !== seen.join() || !doubles) {
    throw new Problem('net.stages', { generator: sides.join(', '), discriminator: seen.join(', ') });
  }
  const stages = stagesOf(G);
  const growth = new Grown(stages, averageG?.state()['theta'] ?? G.theta);
  /** Pictures of a stage's side at full size. */
  const full = (x: Tensor, stage: number): Tensor => doubled(x, stages - 1 - stage);
  /** The picture of a stage at full size, when it was the last. */
  const pictureAt = (z: Tensor, stage: number): Tensor => {
    const weights = G.cut(growth.weightsAt(stage));
    return full(grownPictures(G, z, { top: stage, fade: growth.fade, weights }).at(-1) as Tensor, stage);
  };
  const score = (x: Tensor): Tensor => grownScores(D, x, { top: stages - 1, fade: growth.fade });
  return { ...players, sides, stages, growth, full, pictureAt, score };
}

/** Real pictures [n, ...sample] as they are shown to D at this moment, at full size. */
function shownReals(x: Tensor, stages: number, fade: (stage: number) => Tensor): Tensor {
  const small = halved(x, stages - 1);
  return Array.from({ length: stages - 1 }, (_, i) => i + 1).reduce(
    (before, stage) => blended(upsampled(before), halved(x, stages - 1 - stage), fade(stage)),
    small,
  );
}

/** The moves at one stage. */
function turnsAt(
  stage: number,
  { G, D, optG, optD, contest, stages, growth, full }: ReturnType<typeof makeGame>,
): Turn[] {
  const active = (live: (name: string) => number, iteration: number) =>
    stageAt(iteration, live('fadeIterations'), live('holdIterations'), stages) === stage;
  /** Both networks up to this stage. */
  const here = (io: StepIO) => {
    const alpha = alphaAt(io, stage);
    const at = { top: stage, fade: (s: number) => (s === stage ? alpha : null), io };
    return {
      alpha,
      generate: (z: Tensor) => grownPictures(G, z, at).at(-1) as Tensor,
      judge: {
        score: (x) => grownScores(D, x, at),
        features: (x) => grownScores(D, x, at, D.rows.length - 1),
      } satisfies Judge,
      /** Real pictures at this stage's side; while it fades in, blended with those of half the side. */
      shown(x: Tensor): Tensor {
        const small = halved(x, stages - 1 - stage);
        return stage > 0 ? blended(upsampled(downsampled(small)), small, alpha) : small;
      },
    };
  };
  return [
    {
      player: 'discriminator',
      times: (live, iteration) => (active(live, iteration) ? live('k') : 0),
      update(io) {
        const { generate, judge, shown } = here(io);
        const x = shown(io.real()); // [m, side, side, channels]
        const z = io.noise(); // [m, latent]
        const fake = generate(z); // made outside the loss: no gradient reaches G
        return optD.minimize(
          io,
          () => {
            const believed = judge.score(x); // [m, 1]
            const generated = judge.score(fake);
            io.see('x', () => full(x, stage));
            io.see('z', () => z);
            io.see('G(z)', () => full(fake, stage));
            io.see('D(x)', () => believed);
            io.see('D(G(z))', () => generated);
            const loss = contest.discriminatorLoss({ judge, x, fake, real: believed, generated }, io);
            return add(loss, mul(DRIFT, mean(square(believed)))) as Scalar;
          },
          contest.constrain,
        );
      },
    },
    {
      player: 'generator',
      times: (live, iteration) => Number(active(live, iteration)),
      update(io) {
        const { alpha, generate, judge, shown } = here(io);
        const z = io.noise();
        growth.follow(io, stage, alpha);
        return optG.minimize(io, () => {
          const fake = generate(z); // [m, side, side, channels]
          const generated = judge.score(fake); // [m, 1]
          io.see('z', () => z);
          io.see('G(z)', () => full(fake, stage));
          io.see('D(G(z))', () => generated);
          io.see('level', () => add(alpha, stage - 1));
          return contest.generatorLoss({ judge, fake, generated, real: () => shown(io.real()) }, io);
        });
      },
    },
  ];
}

/**
 * ProGAN: G and D begin with tiny pictures and grow by one size after another (Karras, Aila, Laine, Lehtinen, arXiv 1710.10196,
 * section 2 and figure 2). A new size fades in: the way through it is blended with the way past it by α from 0 to 1, in both
 * networks and in the real pictures alike. Equalized learning rates, pixel normalization in G, the minibatch's deviation in D, and
 * a little of E D(x)² (appendix A.1).
 *
 * Ours has one convolution at each size where the paper has two, and stages are counted in iterations. The game is the
 * non-saturating one with R1 at ten times the paper's rate: some thousand iterations are no match for the millions of pictures that
 * its WGAN-GP is given. Adam keeps its memory when a stage begins: weights that had no gradient yet have none in it.
 */
export const progan: SystemDefinition = {
  id: 'progan',
  paper: {
    authors: 'Karras, Aila, Laine, Lehtinen',
    title: 'Progressive Growing of GANs for Improved Quality, Stability, and Variation',
    year: 2017,
    id: '1710.10196',
  },
  players: ['discriminator', 'generator'],
  needs: { kinds: ['image'] },
  params: PARAMS,
  defaultsFor: ({ shape: [side = 28, , channels = 1] }) => {
    const sides = ladder(side);
    const widths = sides.map((_, i) => (i < 2 ? 32 : 32 >> (i - 1)));
    return {
      generatorLayers: growingGenerator(widths, sides[0] as number, channels),
      discriminatorLayers: growingDiscriminator(widths.toReversed(), channels),
      penalty: 'r1',
      gamma: 1,
      generatorRate: 0.01,
      discriminatorRate: 0.01,
      generatorBeta1: 0,
      discriminatorBeta1: 0,
      generatorBeta2: 0.99,
      discriminatorBeta2: 0.99,
      // Stages are short: a slower average would show what the way to a picture was before it was trained.
      averageDecay: 0.99,
    };
  },

  build(setup) {
    const game = makeGame(setup);
    const { G, D, contest, parts, generator, growth, sides, stages, pictureAt, score, averageG } = game;
    return {
      latentSize: setup.params['latentSize'] as number,
      parts: { ...parts, growth },
      parameters: { generator: G.parameterCount, discriminator: D.parameterCount },
      turns: sides.flatMap((_, stage) => turnsAt(stage, game)),
      flow: FLOW,
      terms: ['level'],
      scores: { real: 'D(x)', fake: 'D(G(z))', meaning: contest.objective.score },
      generate: (z) =>
        grownPictures(G, z, {
          top: stages - 1,
          fade: growth.fade,
          ...(averageG && { weights: averageG.weights() }),
        }).at(-1) as Tensor,
      generator,
      views: { score },
      scenes: [
        {
          id: 'growth',
          kind: 'rows',
          input: 'latents',
          rows: sides.map((side) => `${side} × ${side}`),
          compute: (z) => concat(sides.map((_, stage) => pictureAt(z, stage))),
        },
        {
          id: 'shown',
          kind: 'rows',
          input: 'real',
          rows: ['original', 'shown'],
          compute: (x) => concat([x, shownReals(x, stages, growth.fade)]),
        },
      ],
    };
  },
};
