import {
  add,
  concat,
  div,
  matMul,
  mul,
  reshape,
  type Scalar,
  scalar,
  slice,
  sum,
  type Tensor,
  type Tensor2D,
  tensor2d,
  tile,
  zeros,
} from '@tensorflow/tfjs-core';
import { doublingGenerator, halvings } from '../core/architectures';
import type { LayerSpec } from '../core/layers';
import type { ParamSpecs } from '../core/params';
import { sizeOf } from '../core/shape';
import type { Captions } from '../data/types';
import { constantOf } from '../nn/activations';
import { divergence, draw, gaussianLoss } from '../nn/gaussian';
import { columns, join } from '../nn/joined';
import type { Init } from '../nn/layers';
import { downsampled, halved } from '../nn/layers/growth';
import { upsampled } from '../nn/layers/styled';
import { MovingAverage } from '../nn/movingAverage';
import type { Network } from '../nn/network';
import { jointly, makeOptimizer, optimizerParams } from '../nn/optimizers';
import type { StepIO } from '../nn/step';
import { TextEncoder } from '../nn/textEncoder';
import { type Contest, makeContest } from '../objectives';
import type { Judge } from '../objectives/contest';
import { contestParams, trainingParams } from './adversarial';
import { latentParam, makeNetwork, networkParam } from './networks';
import type { Scene, System, SystemDefinition, SystemSetup } from './types';

/** What makes pictures of full size of those of half the size. */
const STAGE_TWO: LayerSpec[] = [
  ...halvings([32]),
  { type: 'conv', filters: 48, kernel: 3, stride: 1 },
  { type: 'batchNorm' },
  { type: 'activation', fn: 'leakyRelu' },
];
const TEXT = { param: 'textSize' } as const;
/** D of those widths: a score, and what the caption's code is multiplied with. */
const judgeOf = (...widths: number[]) => ({ default: halvings(widths), outputs: [1, TEXT] });

const PARAMS = {
  latentSize: latentParam(16),
  textSize: { kind: 'int', default: 12, min: 1, max: 128, group: 'networks' },
  generatorLayers: networkParam('generator', 'generator', {
    default: doublingGenerator(4, [96, 64]),
    beside: [TEXT],
    halvings: 1,
  }),
  discriminatorLayers: networkParam('discriminator', 'discriminator', { ...judgeOf(32, 64), halvings: 1 }),
  stageTwoLayers: networkParam('translator', 'generator', { default: STAGE_TWO, beside: [TEXT], raw: true }),
  stageTwoDiscriminatorLayers: networkParam('discriminator', 'discriminator', judgeOf(24, 48, 64)),
  textKl: { kind: 'float', default: 1, min: 0, max: 100, live: true, group: 'objective' },
  ...contestParams({ autoencoding: false }),
  ...trainingParams(),
  ...optimizerParams('encoder', { rate: 2e-3 }),
} satisfies ParamSpecs;

const FLOW: System['flow'] = [
  { from: 'data', to: 'T', quantity: 't' },
  { from: 'noise', to: 'G', quantity: 'z' },
  { from: 'T', to: 'G', quantity: 'c' },
  { from: 'T', to: 'loss', quantity: 'expected' },
  { from: 'T', to: 'loss', quantity: 'kl' },
  { from: 'G', to: 'GII', quantity: 'G(z,c)' },
  { from: 'G', to: 'D', quantity: 'G(z,c)' },
  { from: 'GII', to: 'DII', quantity: 'GII' },
  { from: 'data', to: 'DII', quantity: 'x' },
  { from: 'D', to: 'loss', quantity: 'D(G(z))' },
  { from: 'DII', to: 'loss', quantity: 'DII(x)' },
  { from: 'DII', to: 'loss', quantity: 'DII(GII)' },
  { from: 'DII', to: 'loss', quantity: 'mismatch' },
  { from: 'loss', to: 'T', quantity: 'gradient/encoder' },
  { from: 'loss', to: 'G', quantity: 'gradient/generator' },
  { from: 'loss', to: 'GII', quantity: 'gradient/generator' },
  { from: 'loss', to: 'D', quantity: 'gradient/discriminator' },
  { from: 'loss', to: 'DII', quantity: 'gradient/discriminator' },
];

/** How often the picture is halved that T must expect of a caption, and the standard deviation that it grants itself. */
const GLIMPSE = { halvings: 2, sigma: 0.2 };
/** That picture, [n, numbers]. */
const glimpseOf = (x: Tensor): Tensor => reshape(halved(x, GLIMPSE.halvings), [x.shape[0] as number, -1]);

/** The networks of both stages and the reader of captions, their optimizers, and how they look at one another. */
function makeGame({ params, data, random }: SystemSetup<ParamSpecs>) {
  const vocabulary = (data.captions as Captions).words.length;
  const [latentSize, textSize] = [params['latentSize'] as number, params['textSize'] as number];
  const setup = { specs: PARAMS, params, data, random } as const;
  const judged = { spectralNorm: params['spectralNorm'] === true };
  const network = (param: string, player: 'generator' | 'discriminator', init: Init, own = {}) =>
    makeNetwork(param, { ...setup, player, init }, own);
  const G = network('generatorLayers', 'generator', 'dcgan');
  const GII = network('stageTwoLayers', 'generator', 'dcgan');
  const D = network('discriminatorLayers', 'discriminator', 'he', judged);
  const DII = network('stageTwoDiscriminatorLayers', 'discriminator', 'he', judged);
  const averageOf = (one: Network) => (params['averaging'] ? new MovingAverage(one, 'averageDecay') : undefined);
  const [averageG, averageGII] = [averageOf(G), averageOf(GII)];
  const seen = sizeOf(data.shape) / 4 ** GLIMPSE.halvings;
  const T = new TextEncoder(vocabulary, textSize, seen, random.init);
  return {
    G,
    GII,
    D,
    DII,
    T,
    seen,
    averageG,
    averageGII,
    optG: makeOptimizer('generator', params, G, averageG),
    optGII: makeOptimizer('generator', params, GII, averageGII),
    optD: makeOptimizer('discriminator', params, D),
    optDII: makeOptimizer('discriminator', params, DII),
    optT: makeOptimizer('encoder', params, T),
    contest: makeContest(params),
    contestII: makeContest(params),
    /** Stage I: a picture of half the size from z and the caption's code. */
    first(z: Tensor, c: Tensor, io?: StepIO): Tensor {
      const input = concat([columns(z, 0, latentSize), c], 1);
      return io ? G.apply(input, io) : (averageG ?? G).apply(input);
    },
    /** Stage II: that of full size, which is the first stage's with corrections, for which it is told the code once more. */
    second(picture: Tensor, c: Tensor, io?: StepIO): Tensor {
      const large = upsampled(picture);
      const input = join(large, c);
      return add(large, io ? GII.apply(input, io) : (averageGII ?? GII).apply(input));
    },
  };
}
type Game = ReturnType<typeof makeGame>;

/** D of a stage, of pictures with captions of these codes: a score of the picture, and whether the two go together. */
function judge(D: Network, code: Tensor, io: StepIO): Judge {
  return {
    score(x) {
      const outputs = D.apply(x, io);
      return add(columns(outputs, 0, 1), sum(mul(columns(outputs, 1), code), 1, true));
    },
    features: (x) => D.features(x, io),
  };
}

/** Each row in the place of the one before: codes of captions that do not belong to these pictures. */
const others = (codes: Tensor): Tensor => concat([slice(codes, [1, 0], [-1, -1]), slice(codes, [0, 0], [1, -1])]);

/** The move of the reader of captions. */
function readerTurn({ T, optT, seen }: Game): System['turns'][number] {
  return {
    player: 'encoder',
    times: () => 1,
    update(io) {
      const { x, words } = io.captioned(); // [m, ...sample], [m, length]
      return jointly(io, [optT], () => {
        const posterior = T.apply(words); // [m, text] each
        const c = draw(posterior, io);
        const expected = T.expected(c);
        const kl = divergence(posterior);
        io.see('t', () => words);
        io.see('x', () => x);
        io.see('c', () => c);
        io.see('expected', () => expected);
        io.see('kl', () => kl);
        const surprise = gaussianLoss(glimpseOf(x), expected, scalar(GLIMPSE.sigma));
        return div(add(surprise, mul(io.live('textKl'), kl)), seen) as Scalar; // nats per number of the thumbnail
      });
    },
  };
}

/** The move of both discriminators. */
function discriminatorTurn(game: Game): System['turns'][number] {
  const { D, DII, T, optD, optDII, contest, contestII, first, second } = game;
  return {
    player: 'discriminator',
    times: (live) => live('k'),
    update(io) {
      const { x, words } = io.captioned();
      const z = io.noise();
      const posterior = T.apply(words);
      const c = draw(posterior, io);
      const small = first(z, c, io); // made outside the loss: no gradient reaches the generators
      const large = second(small, c, io);
      const tell = (network: Network, play: Contest, real: Tensor, fake: Tensor) => {
        const inspector = judge(network, posterior.mu, io);
        const [believed, generated] = [inspector.score(real), inspector.score(fake)]; // [m, 1]
        const mismatch = judge(network, others(posterior.mu), io).score(real);
        const plain = play.discriminatorLoss({ judge: inspector, x: real, fake, real: believed, generated }, io);
        const loss = mul(0.5, add(plain, play.scoresLoss(believed, mismatch, io)));
        return { loss, believed, generated, mismatch };
      };
      return jointly(
        io,
        [optD, optDII],
        () => {
          const one = tell(D, contest, downsampled(x), small);
          const two = tell(DII, contestII, x, large);
          io.see('t', () => words);
          io.see('x', () => x);
          io.see('c', () => c);
          io.see('G(z,c)', () => small);
          io.see('GII', () => large);
          io.see('D(G(z))', () => one.generated);
          io.see('DII(x)', () => two.believed);
          io.see('DII(GII)', () => two.generated);
          io.see('mismatch', () => two.mismatch);
          return add(one.loss, two.loss) as Scalar;
        },
        contest.constrain,
      );
    },
  };
}

/** The move of both stages. */
function generatorTurn(game: Game): System['turns'][number] {
  const { D, DII, T, optG, optGII, contest, contestII, first, second } = game;
  return {
    player: 'generator',
    times: () => 1,
    update(io) {
      const { x, words } = io.captioned();
      const z = io.noise();
      const posterior = T.apply(words);
      const c = draw(posterior, io);
      const fool = (network: Network, play: Contest, fake: Tensor, real: () => Tensor) => {
        const inspector = judge(network, posterior.mu, io);
        const generated = inspector.score(fake);
        return { generated, loss: play.generatorLoss({ judge: inspector, fake, generated, real }, io) };
      };
      return jointly(io, [optG, optGII], () => {
        const small = first(z, c, io);
        const large = second(constantOf(small), c, io); // stage II takes stage I as it is
        const one = fool(D, contest, small, () => downsampled(x));
        const two = fool(DII, contestII, large, () => x);
        io.see('t', () => words);
        io.see('z', () => z);
        io.see('c', () => c);
        io.see('G(z,c)', () => small);
        io.see('GII', () => large);
        io.see('D(G(z))', () => one.generated);
        io.see('DII(GII)', () => two.generated);
        return add(one.loss, two.loss) as Scalar;
      });
    },
  };
}

/**
 * StackGAN: a picture from a caption, in two stages (Zhang et al., arXiv 1612.03242, equations 2 to 5):
 *   μ, σ = T(t);  c = μ + σ ε;  stage I draws G(z, c) at half the size;  stage II makes GII(G(z, c), c) of it at full size;
 *   D and DII tell pictures with their captions from generated ones, and from pictures with another's caption.
 * The paper's reader of captions was trained before; ours learns beside the game what a caption says of the picture: descend T on
 * −log p(↓x | c) + λ KL(N(μ, σ²) ‖ N(0, I)). Both stages learn at once, without a gradient from the second to the first, which it
 * corrects; D meets codes in an inner product (Miyato, Koyama 2018) where the paper joins them to its features.
 */
export const stackgan: SystemDefinition = {
  id: 'stackgan',
  paper: {
    authors: 'Zhang, Xu, Li, Zhang, Wang, Huang, Metaxas',
    title: 'StackGAN: Text to Photo-realistic Image Synthesis with Stacked Generative Adversarial Networks',
    year: 2016,
    id: '1612.03242',
  },
  players: ['encoder', 'discriminator', 'generator'],
  needs: { kinds: ['image'], labels: 'captions' },
  params: PARAMS,
  defaultsFor: () => ({ generatorRate: 2e-3, discriminatorRate: 1e-3 }),

  build(setup) {
    const { params, data } = setup;
    const game = makeGame(setup);
    const { G, GII, D, DII, T, optG, optGII, optD, optDII, optT, contest, contestII, first, second } = game;
    const { averageG, averageGII } = game;
    const latentSize = params['latentSize'] as number;
    const { examples } = data.captions as Captions;
    const textSize = params['textSize'] as number;
    /** What both stages draw of z and one of the examples, one-hot (of a mixture, what lies between their codes), or a code as it is. */
    const stages = (latents: Tensor): [Tensor, Tensor] => {
      const known = T.apply(tensor2d(examples.map(({ words }) => [...words]))).mu as Tensor2D;
      const asked = columns(latents, latentSize, examples.length);
      const c = add(matMul(asked, known), columns(latents, latentSize + examples.length));
      const small = first(latents, c);
      return [small, second(small, c)];
    };
    return {
      latentSize: latentSize + examples.length + textSize,
      prior: [
        { kind: 'normal', size: latentSize },
        { kind: 'classes', size: examples.length, names: examples.map(({ caption }) => caption) },
        { kind: 'given', size: textSize },
      ],
      parts: {
        ...{ G, GII, D, DII, T, optG, optGII, optD, optDII, optT, objective: contest, objectiveII: contestII },
        ...(averageG && averageGII && { averageG, averageGII }),
      },
      parameters: {
        encoder: T.parameterCount,
        generator: G.parameterCount + GII.parameterCount,
        discriminator: D.parameterCount + DII.parameterCount,
      },
      turns: [readerTurn(game), discriminatorTurn(game), generatorTurn(game)],
      flow: FLOW,
      terms: ['kl'],
      scores: { real: 'DII(x)', fake: 'DII(GII)', meaning: contestII.objective.score },
      generate: (latents) => stages(latents)[1],
      read: (words) => T.apply(words).mu,
      views: {},
      scenes: [captionScene(stages, data.captions as Captions, latentSize, textSize)],
    };
  },
};

/** How many captions the scene shows. */
const SHOWN = 3;

/** The same z under each of the first captions: stage I, and below it stage II beside the caption. */
function captionScene(
  stages: (latents: Tensor) => [Tensor, Tensor],
  { examples }: Captions,
  latentSize: number,
  textSize: number,
): Scene {
  const shown = examples.slice(0, SHOWN);
  return {
    id: 'captions',
    kind: 'rows',
    input: 'latents',
    rows: shown.flatMap(({ caption }) => ['stageOne', caption]),
    compute(latents) {
      const n = latents.shape[0] as number;
      const asked = shown.flatMap((_, at) => new Array<number[]>(n).fill(examples.map((_, i) => Number(i === at))));
      const z = tile(columns(latents, 0, latentSize), [shown.length, 1]);
      const none = zeros([shown.length * n, textSize]);
      const [small, large] = stages(concat([z, tensor2d(asked), none], 1));
      const row = (pictures: Tensor, at: number) => slice(pictures, [at * n], [n]);
      const full = upsampled(small);
      return concat(shown.flatMap((_, at) => [row(full, at), row(large, at)]));
    },
  };
}
