import { tensor } from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { uNet } from '../../src/core/architectures';
import { checkNetwork, type LayerSpec, type NetworkEnds } from '../../src/core/layers';
import { Stream } from '../../src/core/random';
import { startEngine } from '../../src/engine/start';
import { nodeEngines } from '../../src/headless/nodeEngines';
import { Network } from '../../src/nn/network';
import { PAIRINGS } from '../../src/systems/pairs';

const ends: NetworkEnds = { role: 'translator', head: 'convTranspose', latentSize: 1, sample: [4, 4, 1] };
const down: LayerSpec = { type: 'conv', filters: 1, kernel: 2, stride: 2 };
const up: LayerSpec = { type: 'convTranspose', filters: 1, kernel: 2, stride: 2 };

it('joins the channels that the image had at this size before it was made smaller, or says that there are none', () => {
  const layers: LayerSpec[] = [down, { type: 'activation', fn: 'relu' }, down, up, { type: 'skip' }];
  const { rows, problem } = checkNetwork(layers, ends);
  expect(problem).toBeNull();
  expect(rows[4]?.output).toEqual([2, 2, 2]);
  expect(checkNetwork([down, { type: 'skip' }], ends).problem).toMatchObject({ code: 'net.nothingToSkip', index: 1 });
  for (const side of [28, 32]) {
    expect(checkNetwork(uNet([4, 8], 0.5), { ...ends, sample: [side, side, 3] }).problem).toBeNull();
  }
});

it('passes the earlier numbers on as they were', async () => {
  await startEngine('cpu', nodeEngines);
  // The last layer copies: of [up, skipped], only the skipped channel has a weight.
  const layers: LayerSpec[] = [down, down, up, { type: 'skip' }];
  const network = new Network({ player: 'generator', layers, ends, init: 'he', stream: new Stream(1) });
  const theta = new Float32Array(network.parameterCount);
  theta.set([0.25, 0.25, 0.25, 0.25]); // the first layer: the mean of each block
  // The end's kernel is [4, 4, out 1, in 2]; its middle paints the cells that lie below.
  for (const at of [5, 6, 9, 10]) theta[theta.length - 33 + 2 * at + 1] = 1;
  network.theta.assign(tensor(theta));
  const x = Float32Array.from({ length: 16 }, (_, i) => i / 20);
  const y = network.apply(tensor(x, [1, 4, 4, 1])).dataSync();
  const mean = (row: number, column: number) =>
    [0, 1, 4, 5].reduce((sum, at) => sum + (x[row * 4 + column + at] as number) / 4, 0);
  for (let i = 0; i < 16; i++) {
    const [row, column] = [Math.floor(i / 8) * 2, Math.floor((i % 4) / 2) * 2];
    expect(y[i]).toBeCloseTo(Math.tanh(mean(row, column)), 6);
  }
});

it('makes halves of pairs', async () => {
  await startEngine('cpu', nodeEngines);
  const half = (name: string, x: number[], shape: number[]) => [
    ...(PAIRINGS[name]?.(tensor(x, shape)).dataSync() ?? []),
  ];
  expect(half('grey', [1, 0, 0], [1, 1, 1, 3])[2]).toBeCloseTo(0.299, 6);
  const square = Array.from({ length: 64 }, (_, i) => (i % 8 < 4 ? -1 : 1));
  const [first, second] = [half('edges', square, [1, 8, 8, 1]), half('blocks', square, [1, 8, 8, 1])];
  expect(first.map((v) => v < 0)).toEqual(square.map((_, i) => i % 8 === 3));
  expect(second).toEqual(square);
  expect(half('hole', square, [1, 8, 8, 1]).filter((v) => v === 0)).toHaveLength(16);
});
