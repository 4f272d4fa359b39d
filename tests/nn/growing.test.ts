import { mul, scalar, type Tensor, tensor } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { growingDiscriminator, growingGenerator, ladder } from '../../src/core/architectures';
import { checkNetwork, type LayerSpec, type NetworkEnds } from '../../src/core/layers';
import { Stream } from '../../src/core/random';
import { startEngine } from '../../src/engine/start';
import { nodeEngines } from '../../src/headless/nodeEngines';
import { grownPictures, grownScores, sidesOf } from '../../src/nn/growing';
import { downsampled } from '../../src/nn/layers/growth';
import { upsampled } from '../../src/nn/layers/styled';
import { Network } from '../../src/nn/network';

const SAMPLE = [12, 12, 2];
const ends: NetworkEnds = { role: 'generator', head: 'conv', latentSize: 4, sample: SAMPLE, raw: true };
const seen: NetworkEnds = { ...ends, role: 'discriminator' };
const make = (player: string, layers: LayerSpec[], own: NetworkEnds) =>
  new Network({ player, layers, ends: own, init: 'equalized', stream: new Stream(3) });

const numbers = (x: Tensor) => Array.from(x.dataSync(), (value) => Math.round(value * 1e4) / 1e4);
/** All stages are in, but one, which is at α. */
const fading = (stage: number, alpha: number) => (at: number) => (at === stage ? scalar(alpha) : null);

beforeAll(async () => {
  await startEngine('cpu', nodeEngines);
});

describe('networks that grow', () => {
  const parts = () => {
    const G = make('generator', growingGenerator([4, 3, 2], 3, 2), ends);
    const D = make('discriminator', growingDiscriminator([2, 3, 4], 2), seen);
    const z = tensor(new Stream(1).fillNormal(new Float32Array(16)), [4, 4]);
    const x = tensor(new Stream(2).fillNormal(new Float32Array(4 * 288)), [4, ...SAMPLE]);
    return { G, D, z, x };
  };

  it('are not built for pictures of other channels than the data have', () => {
    const { problem } = checkNetwork(growingDiscriminator([2, 3, 4], 3), seen);
    expect([problem?.code, problem?.values]).toEqual(['net.otherChannels', { found: 3, expected: 2 }]);
  });

  it('know their stages from the layers that stand aside', () => {
    const { G, D } = parts();
    expect([sidesOf(G), sidesOf(D)]).toEqual([
      [3, 6, 12],
      [3, 6, 12],
    ]);
    expect([32, 28, 64, 10].map(ladder)).toEqual([
      [4, 8, 16, 32],
      [7, 14, 28],
      [4, 8, 16, 32, 64],
      [5, 10],
    ]);
  });

  it('are plain networks once they have grown', () => {
    const { G, D, z, x } = parts();
    const whole = { top: 2, fade: () => null };
    expect(numbers(grownPictures(G, z, whole)[2] as Tensor)).toEqual(numbers(G.apply(z)));
    expect(numbers(grownScores(D, x, whole))).toEqual(numbers(D.apply(x)));
  });

  it('are at α = 0 what they were a stage before, and between in the middle', () => {
    const { G, D, z, x } = parts();
    const at = (top: number, alpha: number) => ({ top, fade: fading(top, alpha) });
    for (const stage of [1, 2]) {
      const [before, half, after] = [0, 0.5, 1].map((a) => numbers(grownPictures(G, z, at(stage, a))[stage] as Tensor));
      const small = grownPictures(G, z, at(stage - 1, 1))[stage - 1] as Tensor;
      expect(before).toEqual(numbers(upsampled(small)));
      expect(half?.[7]).toBeCloseTo(((before?.[7] as number) + (after?.[7] as number)) / 2, 3);
      const picture = stage === 2 ? x : downsampled(x);
      expect(numbers(grownScores(D, picture, at(stage, 0)))).toEqual(
        numbers(grownScores(D, downsampled(picture), at(stage - 1, 1))),
      );
    }
  });

  it('hold nothing that needs the whole of them, and halve even sides only', () => {
    const layers = growingGenerator([4, 3, 2], 3, 2);
    expect(checkNetwork([...layers, { type: 'batchNorm' }], ends).problem).toMatchObject({ code: 'net.cannotGrow' });
    const half: LayerSpec = { type: 'downsample' };
    const odd: LayerSpec[] = [{ type: 'conv', filters: 2, kernel: 1, stride: 1 }, half, half, half];
    expect(checkNetwork(odd, seen).problem).toMatchObject({ code: 'net.cannotHalve', values: { shape: '3×3×2' } });
  });
});

it('scales equalized kernels where they are applied, as He draws them', () => {
  const layers: LayerSpec[] = [{ type: 'conv', filters: 3, kernel: 3, stride: 1 }];
  const [own, plain] = (['equalized', 'he'] as const).map(
    (init) => new Network({ player: 'discriminator', layers, ends: seen, init, stream: new Stream(5) }),
  ) as [Network, Network];
  const x = tensor(new Stream(2).fillNormal(new Float32Array(288)), [1, ...SAMPLE]);
  expect(numbers(own.apply(x))).toEqual(numbers(plain.apply(x)));
  const [first, second] = [own.weights()[0] as Tensor, plain.weights()[0] as Tensor];
  expect(numbers(mul(first, Math.sqrt(2 / 18)))).toEqual(numbers(second));
});
