import {
  add,
  engine,
  grad,
  mul,
  reshape,
  type Scalar,
  sum,
  type Tensor,
  type Tensor2D,
  tensor,
  type Variable,
  zerosLike,
} from '@tensorflow/tfjs-core';
import { dense, uNet } from '../../src/core/architectures';
import { parseConfig } from '../../src/core/config';
import { ACTIVATIONS, type LayerSpec, type NetworkEnds } from '../../src/core/layers';
import type { ParamValues } from '../../src/core/params';
import { makeStreams, Stream } from '../../src/core/random';
import { sizeOf } from '../../src/core/shape';
import { Network } from '../../src/nn/network';
import { Optimizer, RULES } from '../../src/nn/optimizers';
import type { StepIO } from '../../src/nn/step';
import { OBJECTIVES } from '../../src/objectives';
import { DIVERGENCES } from '../../src/objectives/fGan';
import { PENALTIES } from '../../src/objectives/penalties';
import { gan } from '../../src/systems/gan';
import { catalog } from '../../src/worker/catalog';
import { fakeIO, fakePlay } from '../support/fakes';
import type { ParityCase } from './pytorch';
import { networkRecord, record, recordOf } from './records';
import { systemCases } from './systems';

/** Numbers of every objective and penalty; not their defaults, so that one that is not used shows. */
const NUMBERS = {
  clip: 0.2,
  lambda: 0.7,
  gamma: 0.9,
  kappa: 0.3,
  power: 6,
  margin: 0.6,
  pullingAway: 0.3,
  diversity: 0.7,
  proportionalGain: 0.05,
  rho: 0.1,
};
const MEMORY = { k: 0.3, multiplier: 0.4 };

const normal = (stream: Stream, shape: readonly number[]) => stream.fillNormal(new Float32Array(sizeOf(shape)));
const numbers = (...tensors: Tensor[]): number[] => tensors.flatMap((x) => [...x.dataSync()]);

/** An objective's losses on scores, and their gradients. */
function objectiveCase(id: string, choices: Record<string, string> = {}): ParityCase {
  const objective = OBJECTIVES.find((one) => one.id === id) as (typeof OBJECTIVES)[number];
  const stream = new Stream(3, `scores of ${id}`);
  const [real, fake] = [normal(stream, [7]), normal(stream, [7])];
  const given = { ...NUMBERS, ...MEMORY, ...choices };
  return {
    name: ['objective', id, ...Object.values(choices)].join(' '),
    request: { kind: 'objective', id, numbers: given, real: record(real, [7, 1]), fake: record(fake, [7, 1]) },
    ours() {
      const play = fakePlay(objective, given);
      const [r, f] = [tensor(real, [7, 1]), tensor(fake, [7, 1])];
      const D = (a: Tensor, b: Tensor) => objective.discriminatorLoss(a, b, play);
      const G = (b: Tensor) => objective.generatorLoss(b, r, play);
      return {
        losses: numbers(D(r, f), G(f)),
        discriminator: numbers(grad((a) => D(a, f))(r), grad((b) => D(r, b))(f)),
        generator: numbers(grad(G)(f)),
      };
    },
  };
}

/** Values, first derivatives and, through penalties, second derivatives of a network. */
function networkCase(
  name: string,
  layers: readonly LayerSpec[],
  own: Partial<NetworkEnds> & { spectralNorm?: boolean; penalties?: boolean } = {},
): ParityCase {
  const { spectralNorm = false, penalties = true, ...given } = own;
  const ends: NetworkEnds = { role: 'discriminator', head: 'dense', latentSize: 3, sample: [3], ...given };
  const stream = new Stream(8, name);
  const network = new Network({ player: 'discriminator', layers, ends, init: 'he', stream, spectralNorm });
  // Biases, scales and shifts begin at constants, which would hide mistakes.
  network.theta.assign(tensor(network.theta.dataSync().map((w) => w + 0.1 * stream.normal())));
  const shape = [6, ...(ends.role === 'generator' ? [ends.latentSize] : ends.sample)];
  const [x, fake] = [normal(stream, shape), normal(stream, shape)];
  const output = [6, ...(ends.role === 'discriminator' ? [1] : ends.sample)];
  const weighting = normal(stream, output);
  const uniforms: Record<string, object[]> = {};
  const tried = penalties && ends.role === 'discriminator' ? PENALTIES : [];
  const io = (id: string): StepIO => {
    const { io: plain } = fakeIO(NUMBERS);
    uniforms[id] = [];
    return {
      ...plain,
      uniform: (wanted) => {
        const drawn = plain.uniform(wanted);
        uniforms[id]?.push(recordOf(drawn));
        return drawn;
      },
    };
  };
  // The random numbers of the penalties, which are the same in every call.
  for (const { id, of } of tried) of((at) => network.apply(at, io('')), tensor(x, shape), tensor(fake, shape), io(id));
  return {
    name: `network ${name}`,
    request: {
      kind: 'network',
      network: networkRecord(network, layers, ends),
      x: record(x, shape),
      fake: record(fake, shape),
      weighting: record(weighting, output),
      numbers: NUMBERS,
      penalties: tried.map(({ id }) => id),
      uniforms,
    },
    ours() {
      const weights = network.weights();
      const at = tensor(x, shape);
      const apply = (input: Tensor) => network.apply(input, io(''));
      const total = () => sum(mul(apply(at), tensor(weighting, output)));
      const answer: Record<string, ArrayLike<number>> = {
        values: numbers(apply(at)),
        first: gradients(total as () => Scalar, [...weights, at]),
      };
      for (const { id, of } of tried) {
        const value = () => of(apply, at, tensor(fake, shape), io(id));
        answer[`${id} value`] = numbers(value());
        answer[`${id} gradient`] = gradients(value, weights);
      }
      return answer;
    },
  };
}

function gradients(loss: () => Scalar, of: readonly Tensor[]): number[] {
  const { grads } = engine().gradients(loss as () => Tensor, [...of], undefined, true);
  return numbers(...grads.map((g, i) => g ?? zerosLike(of[i] as Tensor)));
}

const ITERATIONS = 20;
const RATE = 0.05;
const BATCH = 8;

/** Twenty iterations of SGD on the same weights, batches and random numbers, by the system's own moves. */
function runCase(objective: string, own: Record<string, string> = {}): ParityCase {
  const { penalty = 'none', ...choices } = own;
  const nets = { latentSize: 2, generatorLayers: dense([5], 'tanh'), discriminatorLayers: dense([6, 4], 'tanh') };
  const sgd = { generatorOptimizer: 'sgd', discriminatorOptimizer: 'sgd' };
  const config = parseConfig(
    { system: 'gan', dataset: 'ring', systemParams: { ...nets, ...sgd, penalty, objective, ...choices } },
    catalog,
  );
  const live = {
    ...NUMBERS,
    generatorRate: RATE,
    discriminatorRate: RATE,
    generatorMomentum: 0,
    discriminatorMomentum: 0,
  };
  const play = () => playRun(config.systemParams, live);
  const { start, draws, parts } = play();
  const ends = { head: 'dense', latentSize: 2, sample: [2] } as const;
  const role = objective === 'ebgan' || objective === 'began' ? 'autoencoder' : 'discriminator';
  const G = networkRecord(parts.G, nets.generatorLayers, { ...ends, role: 'generator' });
  const D = networkRecord(parts.D, nets.discriminatorLayers, { ...ends, role });
  return {
    name: ['run', objective, ...Object.values(own)].join(' '),
    request: {
      kind: 'run',
      objective,
      penalties: penalty === 'none' ? [] : [penalty],
      numbers: { ...live, k: 0, multiplier: 0, ...choices },
      rate: RATE,
      iterations: ITERATIONS,
      draws,
      // The narrowest inner layer of the autoencoder: its last hidden one, with the activation.
      D: { ...atStart(D, start.D), features: 4 },
      G: atStart(G, start.G),
    },
    ours: () => {
      const { losses, end } = play();
      return { losses, G: end.G, D: end.D };
    },
  };
}

/** The record with the weights [P] that the run began with. */
function atStart(network: ReturnType<typeof networkRecord>, theta: Float32Array) {
  let at = 0;
  return {
    layers: network.layers.map(({ layer, weights }) => ({
      layer,
      weights: weights.map(({ shape }) => {
        const from = at;
        at += sizeOf(shape);
        return record(theta.subarray(from, at), shape);
      }),
    })),
  };
}

function playRun(params: ParamValues, live: Record<string, number>) {
  const info = { id: 'ring', kind: '2d', shape: [2], shift: [0, 0], scale: [1, 1], range: [[-2, 2]] } as const;
  const system = gan.build({ params, data: info, random: makeStreams(5) });
  const parts = system.parts as unknown as { G: Network; D: Network };
  const theta = (part: 'G' | 'D') => parts[part].theta.dataSync().slice() as Float32Array;
  const start = { G: theta('G'), D: theta('D') };
  const stream = new Stream(9, 'parity run');
  const draws: object[] = [];
  const drawn = (x: Tensor) => {
    draws.push(recordOf(x));
    return x;
  };
  const losses: number[] = [];
  for (let i = 0; i < ITERATIONS; i++) {
    for (const { player, update } of system.turns) {
      const { io: plain, writes } = fakeIO(live, player);
      const uniform = (shape: readonly number[]) =>
        drawn(tensor(stream.fillUniform(new Float32Array(sizeOf(shape))), [...shape]));
      const batch = () => drawn(tensor(normal(stream, [BATCH, 2]), [BATCH, 2]));
      losses.push(...numbers(update({ ...plain, real: batch, noise: () => batch() as Tensor2D, uniform })));
      for (const { variable, value } of writes) (variable as Variable).assign(value);
    }
  }
  return { start, draws, losses, parts, end: { G: theta('G'), D: theta('D') } };
}

/** Fifty steps of a rule on the same gradients. */
function optimizerCase(id: string): ParityCase {
  const ends: NetworkEnds = { role: 'generator', head: 'dense', latentSize: 2, sample: [2] };
  const make = () =>
    new Network({ player: 'generator', layers: [], ends, init: 'he', stream: new Stream(3, 'optimizer') });
  const stream = new Stream(4, id);
  const steps = Array.from({ length: 50 }, () => normal(stream, [6]));
  const live = {
    generatorRate: 0.01,
    generatorBeta1: 0.5,
    generatorBeta2: 0.99,
    generatorDecay: 0.9,
    generatorMomentum: 0.8,
  };
  return {
    name: `optimizer ${id}`,
    request: { kind: 'optimizer', id, start: [...make().theta.dataSync()], gradients: steps.map((g) => [...g]) },
    ours() {
      const network = make();
      const optimizer = new Optimizer(RULES[id] as never, 'generator', network);
      for (const g of steps) {
        const { io, writes } = fakeIO(live, 'generator');
        const parts = [tensor(g.slice(0, 4)), tensor(g.slice(4))];
        const linear = () =>
          network
            .weights()
            .map((w, i) => sum(mul(reshape(w, [-1]), parts[i] as Tensor)))
            .reduce((a, b) => add(a, b));
        optimizer.minimize(io, linear as () => Scalar);
        for (const { variable, value } of writes) (variable as Variable).assign(value);
      }
      return { weights: numbers(network.theta) };
    },
  };
}

const block = (...middle: LayerSpec[]): LayerSpec[] => [{ type: 'dense', units: 5 }, ...middle, ...dense([4], 'tanh')];
const conv: LayerSpec = { type: 'conv', filters: 3, kernel: 4, stride: 2 };
const pictures = (...middle: LayerSpec[]): LayerSpec[] => [
  conv,
  ...middle,
  { type: 'activation', fn: 'leakyRelu' },
  { type: 'conv', filters: 2, kernel: 3, stride: 1 },
  { type: 'activation', fn: 'tanh' },
];
const image = { sample: [6, 6, 2] };

/** All cases, on the engine that runs; the requests are the same on every engine. */
export const makeCases = (): ParityCase[] => [
  ...OBJECTIVES.filter(({ id }) => id !== 'f-gan').map(({ id }) => objectiveCase(id)),
  ...Object.keys(DIVERGENCES).flatMap((divergence) =>
    ['practical', 'saturating'].map((fGenerator) => objectiveCase('f-gan', { divergence, fGenerator })),
  ),
  ...ACTIVATIONS.map((fn) => networkCase(fn, block({ type: 'activation', fn }))),
  networkCase('maxout', block({ type: 'maxout', units: 3, pieces: 4 })),
  networkCase('batchNorm', block({ type: 'batchNorm' }), { penalties: false }),
  networkCase('layerNorm', block({ type: 'layerNorm' })),
  networkCase('pixelNorm', block({ type: 'pixelNorm' })),
  networkCase('minibatchDiscrimination', block({ type: 'minibatchDiscrimination', kernels: 3, dims: 2 })),
  networkCase('minibatchStddev', block({ type: 'minibatchStddev', group: 3 })),
  networkCase('spectral norm', block({ type: 'activation', fn: 'tanh' }), { spectralNorm: true }),
  networkCase('convolutions', pictures(), image),
  networkCase('spectral norm of convolutions', pictures(), { ...image, spectralNorm: true }),
  networkCase('batchNorm of pictures', pictures({ type: 'batchNorm' }), { ...image, penalties: false }),
  ...(['instanceNorm', 'layerNorm', 'pixelNorm'] as const).map((type) =>
    networkCase(`${type} of pictures`, pictures({ type }), image),
  ),
  networkCase('minibatchStddev of pictures', pictures({ type: 'minibatchStddev', group: 4 }), image),
  networkCase(
    'transposed convolutions',
    [
      { type: 'dense', units: 18 },
      { type: 'reshape', height: 3, width: 3, channels: 2 },
      { type: 'convTranspose', filters: 3, kernel: 5, stride: 1 },
      { type: 'activation', fn: 'tanh' },
    ],
    { role: 'generator', head: 'convTranspose', sample: [6, 6, 2] },
  ),
  networkCase(
    'styles',
    [
      { type: 'constant', height: 3, width: 3, channels: 2 },
      { type: 'style' },
      { type: 'upsample' },
      { type: 'conv', filters: 3, kernel: 3, stride: 1 },
      { type: 'activation', fn: 'leakyRelu' },
      { type: 'style' },
    ],
    { role: 'generator', head: 'conv', sample: [6, 6, 2] },
  ),
  networkCase(
    'downsampling',
    [
      { type: 'conv', filters: 3, kernel: 3, stride: 1 },
      { type: 'activation', fn: 'leakyRelu' },
      { type: 'downsample' },
      { type: 'conv', filters: 2, kernel: 3, stride: 1 },
      { type: 'activation', fn: 'tanh' },
    ],
    image,
  ),
  networkCase('skips', uNet([2, 3], 0), { role: 'translator', head: 'convTranspose', sample: [8, 8, 2] }),
  ...systemCases(),
  ...OBJECTIVES.filter(({ id }) => id !== 'f-gan').map(({ id }) => runCase(id)),
  ...Object.keys(DIVERGENCES).map((divergence) => runCase('f-gan', { divergence, fGenerator: 'practical' })),
  ...PENALTIES.map(({ id }) => runCase('non-saturating', { penalty: id })),
  ...['adam', 'rmsprop', 'sgd'].map(optimizerCase),
];
