import { type Tensor, type Tensor2D, tensor, type Variable } from '@tensorflow/tfjs-core';
import { dense, uNet } from '../../src/core/architectures';
import { conditionSize, fillPrior } from '../../src/core/conditions';
import type { LayerSpec } from '../../src/core/layers';
import { type LayersSpec, networkEnds, type ParamValues, parseParams } from '../../src/core/params';
import { makeStreams, Stream } from '../../src/core/random';
import { sizeOf } from '../../src/core/shape';
import { Network } from '../../src/nn/network';
import { Optimizer } from '../../src/nn/optimizers';
import type { StepIO } from '../../src/nn/step';
import { acgan } from '../../src/systems/acgan';
import { bigan } from '../../src/systems/bigan';
import { cgan } from '../../src/systems/cgan';
import { cyclegan } from '../../src/systems/cyclegan';
import { pix2pix } from '../../src/systems/pix2pix';
import type { System, SystemDefinition } from '../../src/systems/types';
import { vae } from '../../src/systems/vae';
import { fakeIO } from '../support/fakes';
import type { ParityCase } from './pytorch';
import { networkRecord, recordOf } from './records';

const ITERATIONS = 10;
const BATCH = 4;
const RATE = 0.02;
const PLAYERS = ['generator', 'discriminator', 'autoencoder'];
const LIVE: Record<string, number> = {
  k: 1,
  l1Weight: 10,
  cycleWeight: 3,
  identityWeight: 0.5,
  classWeight: 0.8,
  gamma: 0.3,
  beta: 0.7,
  sigma: 0.5,
  ...Object.fromEntries(PLAYERS.flatMap((one) => [[`${one}Rate`, RATE] as const, [`${one}Momentum`, 0] as const])),
};

const flat = (state: Tensor): number[] => [...state.dataSync()];
interface Setup {
  definition: SystemDefinition;
  dataset: string;
  /** Of a sample. */
  shape: readonly number[];
  classes?: readonly string[];
  /** The parameter that holds a part's network, where it is not named after its player. */
  holds?: Readonly<Record<string, string>>;
  params: ParamValues;
}

/** Batches, latents and noise as moves ask for them, each told to `note` in the order of the asking. */
function drawing({ shape, classes = [] }: Setup, { prior, latentSize }: System, note: (x: Tensor) => void) {
  const stream = new Stream(9, 'systems');
  const noted = <T extends Tensor>(x: T): T => {
    note(x);
    return x;
  };
  const normal = (all: readonly number[]) => noted(tensor(stream.fillNormal(new Float32Array(sizeOf(all))), [...all]));
  const rows = (data: Float32Array) => noted(tensor(data, [BATCH, data.length / BATCH]) as Tensor2D);
  return {
    real: () => normal([BATCH, ...shape]),
    labelled: () => ({
      x: normal([BATCH, ...shape]),
      y: rows(fillPrior(new Float32Array(BATCH * classes.length), [{ kind: 'classes', size: classes.length }], stream)),
    }),
    noise: () => rows(fillPrior(new Float32Array(BATCH * latentSize), prior, stream)),
    normal,
  } satisfies Partial<StepIO>;
}

/** Ten iterations of a system's own moves from weights, batches and rates that PyTorch is told. */
function systemCase(setup: Setup): ParityCase {
  const { definition, dataset, shape, classes, holds = {} } = setup;
  const sgd = Object.fromEntries(definition.players.map((player) => [`${player}Optimizer`, 'sgd']));
  const params = parseParams(definition.params, { ...sgd, ...setup.params });
  const image = shape.length === 3;
  const units = image ? { shift: [0], scale: [1] } : { shift: [0, 0], scale: [1, 1] };
  const kind = image ? 'image' : '2d';
  const info = { id: dataset, kind, shape, ...units, range: [[-1, 1]], ...(classes && { classes }) } as const;
  const play = () => {
    const system = definition.build({ params, data: info, random: makeStreams(5) });
    const { parts, turns } = system;
    const nets = Object.fromEntries(
      Object.entries(parts).flatMap(([name, part]): [string, Network][] =>
        part instanceof Network ? [[name, part]] : [],
      ),
    );
    const records = Object.fromEntries(
      Object.entries(nets).map(([name, network]) => {
        const param = holds[name] ?? `${network.player}Layers`;
        const given = { shape, conditions: conditionSize(info) };
        const ends = networkEnds(definition.params[param] as LayersSpec, params, given);
        return [name, networkRecord(network, params[param] as readonly LayerSpec[], ends)];
      }),
    );
    const draws: object[] = [];
    const drawn = drawing(setup, system, (x) => draws.push(recordOf(x)));
    const losses: number[] = [];
    const first: Record<string, number[]> = {};
    for (let i = 0; i < ITERATIONS; i++) {
      for (const { player, update } of turns) {
        const { io, writes } = fakeIO(LIVE, player);
        losses.push(...flat(update({ ...io, ...drawn })));
        for (const { variable, value } of writes) (variable as Variable).assign(value);
        if (i > 0) continue;
        // Without momentum SGD keeps the gradient itself.
        first[`${player} first`] = Object.values(parts).flatMap((part) =>
          part instanceof Optimizer && part.player === player ? flat(part.state()['u'] as Variable) : [],
        );
      }
    }
    const end = Object.fromEntries(Object.entries(nets).map(([name, { theta }]) => [name, flat(theta)]));
    return { records, draws, found: { losses, ...first, ...end } };
  };
  const { records, draws } = play();
  const choices = Object.fromEntries(Object.entries(params).filter(([, value]) => typeof value === 'string'));
  return {
    name: `run ${definition.id} on ${dataset}`,
    request: {
      kind: 'system',
      system: definition.id,
      numbers: { ...choices, ...LIVE, latentSize: params['latentSize'] ?? 0 },
      rate: RATE,
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
const maps: LayerSpec[] = [
  { type: 'dense', units: 32 },
  { type: 'activation', fn: 'tanh' },
  { type: 'reshape', height: 4, width: 4, channels: 2 },
];
const ENCODED = { E: 'encoderLayers' };
const CODED = { E: 'encoderLayers', G: 'decoderLayers' };
const plane = { generatorLayers: dense([6], 'tanh'), discriminatorLayers: dense([5], 'tanh') };

/** Each system on pictures or on points, where it takes both in part on each; penalties where they are its defaults. */
export const systemCases = (): ParityCase[] => [
  systemCase({
    definition: pix2pix,
    dataset: 'faces',
    shape: [8, 8, 2],
    params: { pairing: 'grey', generatorLayers: uNet([3, 4], 0), discriminatorLayers: patches },
  }),
  systemCase({
    definition: cyclegan,
    dataset: 'swiss-roll',
    shape: [2],
    params: { domains: 'negative', ...plane },
  }),
  systemCase({
    definition: cgan,
    dataset: 'pen-digits',
    shape: [8, 8, 1],
    classes: ['a', 'b', 'c'],
    params: { latentSize: 3, generatorLayers: maps, discriminatorLayers: patches, penalty: 'r1' },
  }),
  systemCase({
    definition: acgan,
    dataset: 'blobs',
    shape: [2],
    classes: ['a', 'b', 'c'],
    params: { latentSize: 2, ...plane, penalty: 'r1' },
  }),
  ...(['deterministic', 'stochastic'] as const).map((encoderKind, i) =>
    systemCase({
      definition: bigan,
      dataset: ['moons', 'ring'][i] as string,
      shape: [2],
      holds: ENCODED,
      params: { latentSize: 3, encoderKind, encoderLayers: dense([4], 'tanh'), ...plane, penalty: 'r1' },
    }),
  ),
  systemCase({
    definition: vae,
    dataset: 'pen-digits',
    shape: [8, 8, 1],
    holds: CODED,
    params: { latentSize: 3, encoderLayers: patches, decoderLayers: maps, likelihood: 'bernoulli' },
  }),
  systemCase({
    definition: vae,
    dataset: 'moons',
    shape: [2],
    holds: CODED,
    params: {
      latentSize: 2,
      encoderLayers: dense([5], 'tanh'),
      decoderLayers: dense([6], 'tanh'),
      likelihood: 'gaussian',
    },
  }),
];
