import '../support/tf';
import { type Tensor, tensor1d, tensor2d, tidy } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/core/config';
import { Stream } from '../../src/core/random';
import { MovingAverage } from '../../src/nn/movingAverage';
import { Network } from '../../src/nn/network';
import { catalog } from '../../src/worker/catalog';
import { openSession } from '../../src/worker/session';
import { fakeIO } from '../support/fakes';
import { emptyStore } from '../support/stores';

/** A network of one weight and one bias. */
const network = () =>
  new Network({
    player: 'generator',
    layers: [],
    ends: { role: 'generator', head: 'dense', latentSize: 1, sample: [1] },
    init: 'he',
    stream: new Stream(1),
  });

function follow(average: MovingAverage, theta: readonly number[], decay: number): void {
  const { io, writes } = fakeIO({ averageDecay: decay });
  average.follow(io, tensor1d([...theta]));
  for (const { variable, value } of writes) (variable as { assign(value: Tensor): void }).assign(value);
}

describe('the moving average of weights', () => {
  it('is the weighted mean of the weights visited, without the initial ones', () => {
    const average = new MovingAverage(network(), 'averageDecay');
    const visited = [
      [1, 10],
      [2, 20],
      [4, 40],
    ] as const;
    for (const theta of visited) follow(average, theta, 0.5);
    const mean = (1 * 0.25 + 2 * 0.5 + 4 * 1) / 1.75;
    expect(average.state()['theta']?.dataSync()[0]).toBeCloseTo(mean, 5);
    expect(average.state()['theta']?.dataSync()[1]).toBeCloseTo(10 * mean, 4);
    expect(tidy(() => average.apply(tensor2d([3], [1, 1])).dataSync()[0])).toBeCloseTo(13 * mean, 4);
  });

  it('averages the statistics of batch normalizations with the weights', () => {
    const G = new Network({
      player: 'generator',
      layers: [{ type: 'dense', units: 1 }, { type: 'batchNorm' }],
      ends: { role: 'generator', head: 'dense', latentSize: 1, sample: [1] },
      init: 'he',
      stream: new Stream(1),
    });
    const average = new MovingAverage(G, 'averageDecay');
    for (const moving of [
      [1, 4],
      [3, 8],
    ]) {
      G.moving?.assign(tensor1d(moving));
      follow(average, [...G.theta.dataSync()], 0.5);
    }
    const [mean, variance] = average.state()['moving']?.dataSync() ?? [];
    expect(mean).toBeCloseTo((1 * 0.5 + 3 * 1) / 1.5, 5);
    expect(variance).toBeCloseTo((4 * 0.5 + 8 * 1) / 1.5, 5);
    const [w = 0, b = 0, gamma = 0, beta = 0, v = 0, c = 0] = G.theta.dataSync();
    const normalized = ((2 * w + b - (mean as number)) / Math.sqrt((variance as number) + 1e-5)) * gamma + beta;
    expect(tidy(() => average.apply(tensor2d([2], [1, 1])).dataSync()[0])).toBeCloseTo(v * normalized + c, 4);
  });

  it('starts as the network is', () => {
    const G = network();
    const average = new MovingAverage(G, 'averageDecay');
    expect([...(average.state()['theta']?.dataSync() ?? [])]).toEqual([...G.theta.dataSync()]);
  });
});

describe('a run that averages', () => {
  const open = (params: object) =>
    openSession(
      parseConfig({ system: 'gan', dataset: 'ring', batchSize: 8, seed: 3, systemParams: params }, catalog),
      emptyStore,
    );
  const latents = Float32Array.of(0.5, -1, 1, 2);

  it('shows the average and trains as without it', async () => {
    const [plain, averaged, latest] = await Promise.all([
      open({}),
      open({ averaging: true, averageDecay: 0.9 }),
      open({ averaging: true, averageDecay: 0 }),
    ]);
    for (const { trainer } of [plain, averaged, latest]) for (let i = 0; i < 5; i++) trainer.iterate();
    const shown = await Promise.all([plain, averaged, latest].map(({ trainer }) => trainer.generate(latents, 2)));
    const states = await Promise.all([plain, averaged].map(({ trainer }) => trainer.captureState()));
    expect(states[1]?.['G/theta']).toEqual(states[0]?.['G/theta']);
    expect(shown[1]).not.toEqual(shown[0]);
    for (const [i, value] of (shown[2] as Float32Array).entries())
      expect(value).toBeCloseTo(shown[0]?.[i] as number, 5);
    for (const session of [plain, averaged, latest]) session.dispose();
  });
});
