import { type Tensor, tensor, type Variable } from '@tensorflow/tfjs-core';
import { dense, uNet } from '../../src/core/architectures';
import { parseConfig } from '../../src/core/config';
import type { LayerSpec } from '../../src/core/layers';
import { type LayersSpec, networkEnds, type ParamValues } from '../../src/core/params';
import { makeStreams, Stream } from '../../src/core/random';
import { Network } from '../../src/nn/network';
import { Optimizer } from '../../src/nn/optimizers';
import { cyclegan } from '../../src/systems/cyclegan';
import { pix2pix } from '../../src/systems/pix2pix';
import type { SystemDefinition } from '../../src/systems/types';
import { catalog } from '../../src/worker/catalog';
import { fakeIO } from '../support/fakes';
import type { ParityCase } from './pytorch';
import { networkRecord, recordOf } from './records';

const ITERATIONS = 10;
const BATCH = 4;
const LIVE = {
  l1Weight: 10,
  cycleWeight: 3,
  identityWeight: 0.5,
  generatorRate: 0.02,
  discriminatorRate: 0.02,
  generatorMomentum: 0,
  discriminatorMomentum: 0,
};
const SGD = { generatorOptimizer: 'sgd', discriminatorOptimizer: 'sgd' };

const flat = (state: Tensor): number[] => [...state.dataSync()];

/** Ten iterations of a system's own moves from weights, batches and rates that PyTorch is told. */
function translationCase(
  definition: SystemDefinition,
  dataset: string,
  shape: readonly number[],
  own: ParamValues,
): ParityCase {
  const params = parseConfig(
    { system: definition.id, dataset, systemParams: { ...SGD, ...own } },
    catalog,
  ).systemParams;
  const image = shape.length === 3;
  const units = image ? { shift: [0], scale: [1] } : { shift: [0, 0], scale: [1, 1] };
  const info = { id: dataset, kind: image ? 'image' : '2d', shape, ...units, range: [[-1, 1]] } as const;
  const play = () => {
    const { parts, turns } = definition.build({ params, data: info, random: makeStreams(5) });
    const nets = Object.fromEntries(
      Object.entries(parts).flatMap(([name, part]): [string, Network][] =>
        part instanceof Network ? [[name, part]] : [],
      ),
    );
    const records = Object.fromEntries(
      Object.entries(nets).map(([name, network]) => {
        const param = `${network.player}Layers`;
        const ends = networkEnds(definition.params[param] as LayersSpec, params, { shape, conditions: 0 });
        return [name, networkRecord(network, params[param] as readonly LayerSpec[], ends)];
      }),
    );
    const stream = new Stream(9, 'translation');
    const draws: object[] = [];
    const losses: number[] = [];
    const first: Record<string, number[]> = {};
    for (let i = 0; i < ITERATIONS; i++) {
      for (const { player, update } of turns) {
        const { io, writes } = fakeIO(LIVE, player);
        const real = () => {
          const all = [BATCH, ...shape];
          const x = tensor(stream.fillNormal(new Float32Array(all.reduce((n, axis) => n * axis, 1))), all);
          draws.push(recordOf(x));
          return x;
        };
        losses.push(...flat(update({ ...io, real })));
        for (const { variable, value } of writes) (variable as Variable).assign(value);
        if (i > 0) continue;
        // Without momentum SGD keeps the gradient itself.
        const moved = Object.values(parts).flatMap((part) =>
          part instanceof Optimizer && part.player === player ? flat(part.state()['u'] as Variable) : [],
        );
        first[`${player} first`] = moved;
      }
    }
    const end = Object.fromEntries(Object.entries(nets).map(([name, { theta }]) => [name, flat(theta)]));
    return { records, draws, found: { losses, ...first, ...end } };
  };
  const { records, draws } = play();
  return {
    name: `run ${definition.id}`,
    request: {
      kind: 'translation',
      system: definition.id,
      numbers: LIVE,
      rate: LIVE.generatorRate,
      iterations: ITERATIONS,
      draws,
      nets: records,
    },
    ours: () => play().found,
  };
}

const patches: LayerSpec[] = [
  { type: 'conv', filters: 3, kernel: 4, stride: 2 },
  { type: 'activation', fn: 'leakyRelu' },
];

/** pix2pix on pictures with a U-Net and patches, CycleGAN on points with dense nets. */
export const translationCases = (): ParityCase[] => [
  translationCase(pix2pix, 'faces', [8, 8, 2], {
    pairing: 'grey',
    generatorLayers: uNet([3, 4], 0),
    discriminatorLayers: patches,
  }),
  translationCase(cyclegan, 'swiss-roll', [2], {
    domains: 'negative',
    generatorLayers: dense([6], 'tanh'),
    discriminatorLayers: dense([5], 'tanh'),
  }),
];
