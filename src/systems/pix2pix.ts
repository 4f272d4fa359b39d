import { add, concat, mean, mul, reshape, type Scalar, sub, type Tensor, type Tensor2D } from '@tensorflow/tfjs-core';
import { DETAIL_DISCRIMINATOR, uNet } from '../core/architectures';
import type { ParamSpecs } from '../core/params';
import { sizeOf } from '../core/shape';
import { absolute } from '../nn/activations';
import { columns } from '../nn/joined';
import type { StepIO } from '../nn/step';
import type { Judge } from '../objectives/contest';
import { buildPlayers, contestParams, trainingParams } from './adversarial';
import { networkParam } from './networks';
import { PAIRINGS } from './pairs';
import type { System, SystemDefinition, SystemSetup } from './types';

const PARAMS = {
  pairing: { kind: 'choice', default: 'edges', options: Object.keys(PAIRINGS), group: 'objective' },
  l1Weight: { kind: 'float', default: 100, min: 0, max: 1000, live: true, group: 'objective' },
  generatorLayers: networkParam('translator', 'generator', { default: uNet([32, 64], 0.5) }),
  discriminatorLayers: networkParam('discriminator', 'discriminator', {
    default: DETAIL_DISCRIMINATOR,
    beside: ['channels'],
    patches: true,
  }),
  ...contestParams({ autoencoding: false }),
  ...trainingParams(),
} satisfies ParamSpecs;

const FLOW: System['flow'] = [
  { from: 'data', to: 'G', quantity: 'x' },
  { from: 'data', to: 'D', quantity: 'x' },
  { from: 'data', to: 'D', quantity: 'y' },
  { from: 'G', to: 'D', quantity: 'G(x)' },
  { from: 'D', to: 'loss', quantity: 'D(x,y)' },
  { from: 'D', to: 'loss', quantity: 'D(x,G(x))' },
  { from: 'G', to: 'loss', quantity: 'l1' },
  { from: 'loss', to: 'G', quantity: 'gradient/generator' },
  { from: 'loss', to: 'D', quantity: 'gradient/discriminator' },
];

/** The players, and what they need of each other. */
function makeGame({ params, data, random }: SystemSetup<ParamSpecs>) {
  const { G, D, optG, optD, contest, parts, generate } = buildPlayers({
    specs: PARAMS,
    params,
    data,
    random,
    init: { generator: 'he', discriminator: 'he' },
  });
  const half = PAIRINGS[params['pairing'] as string] as (y: Tensor) => Tensor;
  /** D of pairs with that first half. */
  const judge = (x: Tensor, io: StepIO): Judge => ({
    score: (y) => D.apply(concat([x, y], 3), io),
    features: (y) => D.features(concat([x, y], 3), io),
  });
  const area = sizeOf(data.shape);
  const translate = (x: Tensor): Tensor => generate(x as Tensor2D);
  return { G, D, optG, optD, contest, parts, half, judge, area, translate };
}

/** The moves. */
function turnsOf({ G, optG, optD, contest, half, judge }: ReturnType<typeof makeGame>): System['turns'] {
  return [
    {
      player: 'discriminator',
      times: (live) => live('k'),
      update(io) {
        const y = io.real(); // [m, ...sample]
        const x = half(y);
        const inspector = judge(x, io);
        const fake = G.apply(x, io); // made outside the loss: no gradient reaches G
        return optD.minimize(
          io,
          () => {
            const believed = inspector.score(y); // [m, height, width, 1]: a score for each patch
            const generated = inspector.score(fake);
            io.see('x', () => x);
            io.see('y', () => y);
            io.see('G(x)', () => fake);
            io.see('D(x,y)', () => believed);
            io.see('D(x,G(x))', () => generated);
            return contest.discriminatorLoss({ judge: inspector, x: y, fake, real: believed, generated }, io);
          },
          contest.constrain,
        );
      },
    },
    {
      player: 'generator',
      times: () => 1,
      update(io) {
        const y = io.real();
        const x = half(y);
        const inspector = judge(x, io);
        return optG.minimize(io, () => {
          const fake = G.apply(x, io);
          const generated = inspector.score(fake);
          const l1 = mean(absolute(sub(y, fake)));
          io.see('x', () => x);
          io.see('y', () => y);
          io.see('G(x)', () => fake);
          io.see('D(x,G(x))', () => generated);
          io.see('l1', () => l1);
          const fooled = contest.generatorLoss({ judge: inspector, fake, generated, real: () => y }, io);
          return add(fooled, mul(io.live('l1Weight'), l1)) as Scalar;
        });
      },
    },
  ];
}

/**
 * pix2pix: from one half of a pair to the other (Isola, Zhu, Zhou, Efros, arXiv 1611.07004, equation 4):
 *   min_G max_D  E log D(x, y) + E log(1 − D(x, G(x)))  +  λ E ‖y − G(x)‖₁.
 *
 * G is a U-Net, whose only noise is dropout; D sees x beside y and scores every patch. y is a picture of the set, x what
 * `pairs` makes of it. Looking at G leaves dropout out.
 */
export const pix2pix: SystemDefinition = {
  id: 'pix2pix',
  paper: {
    authors: 'Isola, Zhu, Zhou, Efros',
    title: 'Image-to-Image Translation with Conditional Adversarial Networks',
    year: 2016,
    id: '1611.07004',
  },
  players: ['discriminator', 'generator'],
  needs: { kinds: ['image'] },
  params: PARAMS,
  // Nets this narrow bear, and in a few minutes need, larger steps than the paper's 2e-4.
  defaultsFor: () => ({ generatorRate: 1e-3, discriminatorRate: 2e-4 }),

  build(setup) {
    const { data } = setup;
    const game = makeGame(setup);
    const { G, D, contest, parts, half, area, translate } = game;
    return {
      latentSize: 0,
      from: 'samples',
      parts,
      parameters: { generator: G.parameterCount, discriminator: D.parameterCount },
      turns: turnsOf(game),
      flow: FLOW,
      terms: ['l1'],
      scores: { real: 'D(x,y)', fake: 'D(x,G(x))', meaning: contest.objective.score },
      generate: (rows) => translate(half(reshape(columns(rows, 0, area), [-1, ...data.shape]))),
      views: {},
      scenes: [
        {
          id: 'translations',
          kind: 'rows',
          input: 'real',
          rows: ['input', 'translation', 'target'],
          compute: (y) => concat([half(y), translate(half(y)), y]),
        },
      ],
    };
  },
};
