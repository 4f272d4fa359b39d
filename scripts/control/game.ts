import { type Tensor2D, tanh } from '@tensorflow/tfjs-core';
import { dense } from '../../src/core/architectures';
import type { ParamSpecs } from '../../src/core/params';
import type { StepIO } from '../../src/nn/step';
import { adversarialParams, buildPair } from '../../src/systems/adversarial';
import type { SystemDefinition } from '../../src/systems/types';

/** G 32-256-256-256-2, D 2-256-256-256-1, leaky ReLU 0.2. */
export const CONTROL_PARAMS: ParamSpecs = adversarialParams({
  latentSize: 32,
  head: 'dense',
  generator: dense([256, 256, 256]),
  discriminator: dense([256, 256, 256]),
});

/** The game of `gan` with a tanh at the end of G and PyTorch's first weights, as xyfJASON/gans-pytorch plays it. */
export const controlGame: SystemDefinition = {
  id: 'control',
  paper: null,
  players: ['discriminator', 'generator'],
  needs: { kinds: ['2d'] },
  params: CONTROL_PARAMS,
  build({ params, data, random }) {
    const init = { generator: 'torch', discriminator: 'torch' } as const;
    const pair = buildPair({ specs: CONTROL_PARAMS, params, data, random, init });
    const { G, D, optG, optD, contest, judge, parts, views } = pair;
    const make = (z: Tensor2D, io?: StepIO) => tanh(G.apply(z, io));
    return {
      latentSize: 32,
      parts,
      parameters: { generator: G.parameterCount, discriminator: D.parameterCount },
      turns: [
        {
          player: 'discriminator',
          times: (live) => live('k'),
          update(io) {
            const inspector = judge(io);
            const x = io.real();
            const fake = make(io.noise(), io);
            return optD.minimize(
              io,
              () => {
                const [real, generated] = [inspector.score(x), inspector.score(fake)];
                return contest.discriminatorLoss({ judge: inspector, x, fake, real, generated }, io);
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
              const fake = make(z, io);
              return contest.generatorLoss(
                { judge: inspector, fake, generated: inspector.score(fake), real: () => io.real() },
                io,
              );
            });
          },
        },
      ],
      flow: [],
      scores: null,
      generate: (z) => make(z),
      views,
    };
  },
};
