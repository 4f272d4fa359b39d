import { concat, type Tensor } from '@tensorflow/tfjs-core';
import type { LayerSpec } from '../../src/core/layers';
import type { ParamSpecs } from '../../src/core/params';
import { adversarialParams, buildPair } from '../../src/systems/adversarial';
import type { SystemDefinition } from '../../src/systems/types';

const hidden: LayerSpec[] = [{ type: 'dense', units: 400 }, { type: 'batchNorm' }, { type: 'activation', fn: 'relu' }];
const maxout: LayerSpec = { type: 'maxout', units: 200, pieces: 5 };

/** G 2-400-400-400-400-2, batch-normalized; D three maxout layers of 200 units with 5 pieces. Adam 1e-4 with β₁ 0.8. */
export const PACGAN_PARAMS: ParamSpecs = adversarialParams({
  latentSize: 2,
  head: 'dense',
  generator: [...hidden, ...hidden, ...hidden, ...hidden],
  discriminator: [maxout, maxout, maxout],
});

/**
 * The game of PacGAN's synthetic experiments (Lin et al., arXiv 1712.04086; fjxmlzn/PacGAN, `pacgan_task.py`): D is shown m
 * real points at once, or m generated ones, whose batches go through G one by one; both networks move together, on the same
 * batch, each from where the other was. One move of `gan` has another batch and sees D moved already.
 */
export const pacganGame: SystemDefinition = {
  id: 'pacgan',
  paper: null,
  players: ['generator'],
  needs: { kinds: ['2d'] },
  params: PACGAN_PARAMS,
  build({ params, data, random }) {
    const pair = buildPair({
      specs: PACGAN_PARAMS,
      params,
      data,
      random,
      init: { generator: 'dcgan', discriminator: 'dcgan' },
    });
    const { G, D, optG, optD, contest, judge, parts, generate, views } = pair;
    const packed = (draw: () => Tensor) => concat(Array.from({ length: params['packing'] as number }, draw), 1);
    return {
      latentSize: 2,
      parts,
      parameters: { generator: G.parameterCount, discriminator: D.parameterCount },
      turns: [
        {
          player: 'generator',
          times: () => 1,
          update(io) {
            const inspector = judge(io);
            const x = packed(() => io.real()); // [100, 2m]
            const latents = Array.from({ length: params['packing'] as number }, () => io.noise());
            const made = () =>
              concat(
                latents.map((z) => G.apply(z, io)),
                1,
              );
            const fake = made(); // made outside D's loss: no gradient reaches G
            optD.minimize(io, () => {
              const [real, generated] = [inspector.score(x), inspector.score(fake)];
              return contest.discriminatorLoss({ judge: inspector, x, fake, real, generated }, io);
            });
            return optG.minimize(io, () => {
              const shown = made();
              const generated = inspector.score(shown);
              return contest.generatorLoss({ judge: inspector, fake: shown, generated, real: () => x }, io);
            });
          },
        },
      ],
      flow: [],
      scores: null,
      generate,
      views,
    };
  },
};
