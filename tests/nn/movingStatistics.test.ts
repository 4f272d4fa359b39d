import '../support/tf';
import { type Tensor, tensor2d } from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { Stream } from '../../src/core/random';
import { Network } from '../../src/nn/network';
import { fakeIO } from '../support/fakes';

it('moving statistics take in every batch of a move: D sees real and generated samples', () => {
  const network = new Network({
    player: 'discriminator',
    layers: [{ type: 'batchNorm' }],
    ends: { role: 'discriminator', head: 'dense', latentSize: 1, sample: [1] },
    init: 'he',
    stream: new Stream(1, 'init'),
  });
  const { io, writes } = fakeIO();
  network.apply(tensor2d([1, 3], [2, 1]), io); // mean 2, variance 1
  network.apply(tensor2d([4, 10], [2, 1]), io); // mean 7, variance 9
  const [mean, variance] = (writes.at(-1)?.value as Tensor).dataSync();
  expect(mean).toBeCloseTo(0.9 * (0.1 * 2) + 0.1 * 7, 6);
  expect(variance).toBeCloseTo(0.9 * 1 + 0.1 * 9, 6); // began at 1
  network.dispose();
});
