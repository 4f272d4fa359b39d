import { add, concat, mul, reshape, type Scalar, slice, sub, type Tensor, type Tensor2D } from '@tensorflow/tfjs-core';
import { DCGAN_PLAIN } from '../core/architectures';
import { conditionSize } from '../core/conditions';
import type { ParamSpecs } from '../core/params';
import { exponential } from '../nn/activations';
import { classLoss, logSumExp } from '../nn/classLoss';
import { columns } from '../nn/joined';
import type { Network } from '../nn/network';
import type { StepIO } from '../nn/step';
import type { Judge } from '../objectives/contest';
import { buildPlayers, contestParams, gameDefaults, trainingParams } from './adversarial';
import { latentParam, networkParam } from './networks';
import type { Scene, System, SystemDefinition } from './types';

const PARAMS = {
  latentSize: latentParam(2),
  generatorLayers: networkParam('generator', 'generator'),
  discriminatorLayers: networkParam('discriminator', 'discriminator', { outputs: ['condition'] }),
  labelled: { kind: 'int', default: 2, min: 1, max: 512, group: 'objective' },
  classWeight: { kind: 'float', default: 1, min: 0, max: 20, live: true, group: 'objective' },
  ...contestParams({ autoencoding: false }),
  ...trainingParams(),
} satisfies ParamSpecs;

const FLOW: System['flow'] = [
  { from: 'noise', to: 'G', quantity: 'z' },
  { from: 'G', to: 'D', quantity: 'G(z)' },
  { from: 'data', to: 'D', quantity: 'x' },
  { from: 'data', to: 'loss', quantity: 'y' },
  { from: 'D', to: 'loss', quantity: 'D(x)' },
  { from: 'D', to: 'loss', quantity: 'D(G(z))' },
  { from: 'D', to: 'loss', quantity: 'classReal' },
  { from: 'D', to: 'loss', quantity: 'classHidden' }, // measured beside the loss, of which it is no part
  { from: 'loss', to: 'G', quantity: 'gradient/generator' },
  { from: 'loss', to: 'D', quantity: 'gradient/discriminator' },
];

/** Samples as D reads them: each in the row of every class, as bright as D is sure of that class. */
function readingScenes(D: Network, generate: System['generate'], classes: readonly string[]): Scene[] {
  const read = (x: Tensor): Tensor => {
    const logits = D.apply(x);
    const sure = exponential(sub(logits, logSumExp(logits))); // p(k | x, real), [n, K]
    const lit = (k: number) => reshape(columns(sure, k, 1), [-1, 1, 1, 1]);
    return concat(classes.map((_, k) => sub(mul(lit(k), add(x, 1)), 1)));
  };
  const scene = { kind: 'rows', rows: classes } as const;
  return [
    { ...scene, id: 'readings', input: 'real', compute: read },
    { ...scene, id: 'readingsOfG', input: 'latents', compute: (z) => read(generate(z as Tensor2D)) },
  ];
}

/**
 * Semi-supervised GAN: one network tells real from generated and the classes from one another, though few samples come with
 * their class (Salimans, Goodfellow, Zaremba, Cheung, Radford, Chen, arXiv 1606.03498, section 5; Odena, arXiv 1606.01583).
 * D has a logit l_k for each class; that of "generated" is fixed at 0, so D(x) = Z / (Z + 1), Z = Σ_k exp l_k(x):
 *   D ascends E log D(x) + E log(1 − D(G(z))) + λ E log p(y | x, real), the last over the samples whose label is known.
 * Of each minibatch the first few are those; the paper's set has a fixed hundred.
 */
export const sgan: SystemDefinition = {
  id: 'sgan',
  paper: {
    authors: 'Salimans, Goodfellow, Zaremba, Cheung, Radford, Chen',
    title: 'Improved Techniques for Training GANs',
    year: 2016,
    id: '1606.03498',
  },
  players: ['discriminator', 'generator'],
  needs: { kinds: ['2d', 'image'], labels: 'classes' },
  params: PARAMS,
  defaultsFor: (data) => gameDefaults(data, DCGAN_PLAIN),

  build({ params, data, random }) {
    const players = buildPlayers({ specs: PARAMS, params, data, random });
    const { G, D, optG, optD, contest, parts, generate, generator } = players;
    /** The logit of D(x) = Z / (Z + 1) is log Z. */
    const judge = (io: StepIO): Judge => ({
      score: (x) => logSumExp(D.apply(x, io)),
      features: (x) => D.features(x, io),
    });
    return {
      latentSize: params['latentSize'] as number,
      parts,
      parameters: { generator: G.parameterCount, discriminator: D.parameterCount },
      turns: [
        {
          player: 'discriminator',
          times: (live) => live('k'),
          update(io) {
            const { x, y } = io.labelled(); // [m, ...sample], [m, K]
            const fake = G.apply(io.noise(), io); // made outside the loss: no gradient reaches G
            const inspector = judge(io);
            const known = Math.min(params['labelled'] as number, x.shape[0] as number);
            const first = (rows: Tensor) => slice(rows, [0, 0], [known, conditionSize(data)]);
            return optD.minimize(
              io,
              () => {
                const logits = D.apply(x, io);
                const [real, generated] = [logSumExp(logits), inspector.score(fake)];
                const classReal = classLoss(first(logits), first(y));
                io.see('x', () => x);
                io.see('y', () => first(y));
                io.see('G(z)', () => fake);
                io.see('D(x)', () => real);
                io.see('D(G(z))', () => generated);
                io.see('classReal', () => classReal);
                io.see('classHidden', () => classLoss(logits, y));
                const told = contest.discriminatorLoss({ judge: inspector, x, fake, real, generated }, io);
                return add(told, mul(io.live('classWeight'), classReal)) as Scalar;
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
            const inspector = judge(io);
            return optG.minimize(io, () => {
              const fake = G.apply(z, io);
              const generated = inspector.score(fake);
              io.see('z', () => z);
              io.see('G(z)', () => fake);
              io.see('D(G(z))', () => generated);
              return contest.generatorLoss({ judge: inspector, fake, generated, real: () => io.real() }, io);
            });
          },
        },
      ],
      flow: FLOW,
      terms: ['classReal', 'classHidden'],
      scores: { real: 'D(x)', fake: 'D(G(z))', meaning: contest.objective.score },
      generate,
      generator,
      views: { score: (x) => logSumExp(D.apply(x)) },
      scenes: data.kind === 'image' ? readingScenes(D, generate, data.classes ?? []) : [],
    };
  },
};
