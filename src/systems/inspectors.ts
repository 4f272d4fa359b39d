import { addN, engine, type Scalar, sqrt, square, sum, type Tensor, type Variable } from '@tensorflow/tfjs-core';
import { dense } from '../core/architectures';
import type { ParamSpecs } from '../core/params';
import type { Network } from '../nn/network';
import { makeOptimizer, optimizerParams } from '../nn/optimizers';
import type { Stateful, StepIO } from '../nn/step';
import { makeContest } from '../objectives';
import { ADVERSARIAL_FLOW } from './adversarial';
import { latentParam, makeNetwork, networkParam } from './networks';
import type { System, SystemDefinition } from './types';

/** The discriminators, each with the objectives that it serves: those of minimax and non-saturating have the same loss. */
const INSPECTORS = {
  logistic: ['minimax', 'non-saturating'],
  squares: ['least-squares'],
  critic: ['wgan-gp'],
} as const;
type Inspector = keyof typeof INSPECTORS;
const NAMES = Object.keys(INSPECTORS) as Inspector[];
const COMPARED = Object.values(INSPECTORS).flat();

const PARAMS = {
  latentSize: latentParam(1),
  generatorLayers: networkParam('generator', 'generator', { default: dense([16]), head: 'dense' }),
  discriminatorLayers: networkParam('discriminator', 'discriminator', { default: dense([32, 32]) }),
  objective: { kind: 'choice', default: 'minimax', options: COMPARED, group: 'objective' },
  lambda: { kind: 'float', default: 1, min: 0.01, max: 100, scale: 'log', live: true, group: 'objective' },
  k: { kind: 'int', default: 5, min: 1, max: 20, live: true, group: 'training' },
  ...optimizerParams('discriminator', { rate: 1e-3 }),
  ...optimizerParams('generator', { optimizer: 'sgd', rate: 1e-3 }),
} satisfies ParamSpecs;

/** Parts whose state lies in one, by `<id>.<name>`. */
function together(parts: Readonly<Record<string, Stateful & { dispose(): void }>>): System['parts'][string] {
  const state = (): Record<string, Variable> =>
    Object.fromEntries(
      Object.entries(parts).flatMap(([id, part]) =>
        Object.entries(part.state()).map(([name, value]): [string, Variable] => [`${id}.${name}`, value]),
      ),
    );
  return {
    state,
    dispose: () => {
      for (const part of Object.values(parts)) part.dispose();
    },
  };
}

/** The same move, in which nothing is looked at. */
const unseen = (io: StepIO): StepIO => Object.create(io, { see: { value: () => undefined } });

const judgeOf = (D: Network, io?: StepIO) => ({
  score: (x: Tensor) => D.apply(x, io),
  features: (x: Tensor) => D.features(x, io),
});

/** Norm of a loss's gradient with respect to a network's weights. */
function gradientNorm(loss: () => Scalar, network: Network): Tensor {
  const { grads } = engine().gradients(loss as () => Tensor, [...network.weights()] as Tensor[], undefined, true);
  return sqrt(addN(grads.map((grad) => sum(square(grad)))));
}

/**
 * One generator under the eyes of several discriminators, each trained for its own objective on the same samples: how strong is
 * what each objective would tell G? (Arjovsky & Bottou 2017, section 2: where D is optimal and the supports part, the gradient of
 * the original loss vanishes.) G itself plays against the one whose objective is chosen.
 *
 * Per iteration, k moves of D, in each of which every discriminator moves and the gradient of G's weights under every
 * objective is named `gradient/<objective>`; then one of G.
 */
export const inspectors: SystemDefinition = {
  id: 'inspectors',
  paper: {
    authors: 'Arjovsky, Bottou',
    title: 'Towards Principled Methods for Training Generative Adversarial Networks',
    year: 2017,
    id: '1701.04862',
  },
  players: ['discriminator', 'generator'],
  needs: { kinds: ['1d'] },
  params: PARAMS,
  contestOnly: true,

  build({ params, data, random }) {
    const start = data.start?.map((x, i) => (x - (data.shift[i] ?? 0)) / (data.scale[i] ?? 1));
    const setup = { specs: PARAMS, params, data, random, init: 'he' } as const;
    const G = makeNetwork('generatorLayers', { ...setup, player: 'generator' }, start && { start });
    const optG = makeOptimizer('generator', params, G);
    const Ds = byInspector(() => makeNetwork('discriminatorLayers', { ...setup, player: 'discriminator' }));
    const optDs = byInspector((name) => makeOptimizer('discriminator', params, Ds[name]));
    const contests = Object.fromEntries(COMPARED.map((id) => [id, makeContest({ ...params, objective: id })]));
    const objective = params['objective'] as string;
    const played = NAMES.find((name) => (INSPECTORS[name] as readonly string[]).includes(objective)) as Inspector;
    const judge = (name: Inspector, io?: StepIO) => judgeOf(Ds[name], io);
    const contestOf = (id: string) => contests[id] as NonNullable<(typeof contests)[string]>;
    const lossOfG = (id: string, name: Inspector, z: Tensor, io: StepIO) => {
      const fake = G.apply(z, io);
      const inspector = judge(name, io);
      const generated = inspector.score(fake);
      if (id === objective) io.see('D(G(z))', () => generated);
      return contestOf(id).generatorLoss({ judge: inspector, fake, generated, real: () => io.real() }, io);
    };

    /** A discriminator's move; only the one that G plays against is looked at. */
    function inspect(name: Inspector, x: Tensor, fake: Tensor, io: StepIO): Scalar {
      const own = name === played ? io : unseen(io);
      return optDs[name].minimize(own, () => {
        const inspector = judge(name, own);
        const [real, generated] = [inspector.score(x), inspector.score(fake)];
        own.see('D(x)', () => real);
        own.see('D(G(z))', () => generated);
        const id = name === played ? objective : INSPECTORS[name][0];
        return contestOf(id).discriminatorLoss({ judge: inspector, x, fake, real, generated }, own);
      });
    }

    return {
      latentSize: params['latentSize'] as number,
      parts: { G, D: together(Ds), optG, optD: together(optDs) },
      parameters: { generator: G.parameterCount, discriminator: NAMES.length * Ds[played].parameterCount },
      turns: [
        {
          player: 'discriminator',
          times: (live) => live('k'),
          update(io) {
            const x = io.real(); // [m, 1]
            const z = io.noise(); // [m, latent]
            const fake = G.apply(z, io);
            io.see('x', () => x);
            io.see('z', () => z);
            io.see('G(z)', () => fake);
            const losses = byInspector((name) => inspect(name, x, fake, io));
            for (const name of NAMES) {
              for (const id of INSPECTORS[name]) {
                io.see(`gradient/${id}`, () => gradientNorm(() => lossOfG(id, name, z, unseen(io)), G));
              }
            }
            return losses[played];
          },
        },
        {
          player: 'generator',
          times: () => 1,
          update(io) {
            const z = io.noise();
            io.see('z', () => z);
            return optG.minimize(io, () => lossOfG(objective, played, z, io));
          },
        },
      ],
      flow: [...ADVERSARIAL_FLOW, ...COMPARED.map((id) => ({ from: 'loss', to: 'G', quantity: `gradient/${id}` }))],
      scores: {
        real: 'D(x)',
        fake: 'D(G(z))',
        meaning: contestOf(objective).objective.score,
        distance: contestOf(objective).estimatesDistance,
      },
      compared: COMPARED,
      generate: (noise) => G.apply(noise),
      generator: { network: G, weights: ['G/theta'] },
      views: { score: judge(played).score },
    };
  },
};

const byInspector = <T>(make: (name: Inspector) => T): Record<Inspector, T> =>
  Object.fromEntries(NAMES.map((name) => [name, make(name)])) as Record<Inspector, T>;
