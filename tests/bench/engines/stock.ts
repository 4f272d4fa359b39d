import {
  add,
  batchNorm,
  concat,
  conv2d,
  conv2dTranspose,
  dropout,
  grad,
  leakyRelu,
  matMul,
  mean,
  memory,
  moments,
  mul,
  neg,
  ones,
  profile,
  randomNormal,
  randomUniform,
  relu,
  reshape,
  type Scalar,
  slice,
  softplus,
  sqrt,
  square,
  sub,
  sum,
  type Tensor,
  type Tensor4D,
  tanh,
  tensor,
  tidy,
  train,
  truncatedNormal,
  type Variable,
  variable,
} from '@tensorflow/tfjs-core';
import type { LayerRow, Shape } from '../../../src/core/layers';
import { ADAM } from '../cases';
import type { BenchEngine, EngineSetup } from './types';

/** Kernels that only give the same numbers another name or shape. */
const VIEWS = ['Reshape', 'Identity'];

/** Kernels that a call starts. */
export async function countKernels(work: () => void): Promise<number> {
  const { kernels } = await profile(() => tidy(work));
  return kernels.filter(({ name }) => !VIEWS.includes(name)).length;
}

/** Bytes of all tensors, on the GPU where they are there. */
export function keptBytes(): number {
  const { numBytes, numBytesInGPU } = memory() as { numBytes: number; numBytesInGPU?: number };
  return numBytesInGPU ?? numBytes;
}

interface Net {
  weights: Variable[];
  apply(x: Tensor): Tensor;
}

type Layer = { weights: Variable[]; apply(x: Tensor): Tensor };

function weight(shape: number[], inputs: number): Variable {
  return variable(truncatedNormal(shape, 0, Math.sqrt(2 / inputs)));
}
const constant = (count: number, value: number): Variable => variable(tensor(new Float32Array(count).fill(value)));

function makeLayer({ layer, output }: LayerRow, input: Shape, twice: boolean): Layer {
  const channels = input.at(-1) as number;
  switch (layer.type) {
    case 'dense': {
      const [w, b] = [weight([channels, layer.units], channels), constant(layer.units, 0)];
      return { weights: [w, b], apply: (x) => add(matMul(x, w), b) };
    }
    case 'conv': {
      const { kernel, filters, stride } = layer;
      const w = weight([kernel, kernel, channels, filters], kernel * kernel * channels) as Variable;
      const b = constant(filters, 0);
      return { weights: [w, b], apply: (x) => add(conv2d(x as Tensor4D, w as never, stride, 'same'), b) };
    }
    case 'convTranspose': {
      const { kernel, filters, stride } = layer;
      const [height, width] = output as [number, number];
      const w = weight([kernel, kernel, filters, channels], (kernel / stride) ** 2 * channels);
      const b = constant(filters, 0);
      const shape = (x: Tensor): [number, number, number, number] => [x.shape[0] as number, height, width, filters];
      return {
        weights: [w, b],
        apply: (x) => add(conv2dTranspose(x as Tensor4D, w as never, shape(x), stride, 'same'), b),
      };
    }
    case 'batchNorm':
      return normalization(input);
    case 'minibatchStddev':
      return { weights: [], apply: (x) => deviation(x, layer.group) };
    case 'dropout':
      return { weights: [], apply: (x) => dropout(x, layer.rate) };
    case 'flatten':
    case 'reshape':
      return { weights: [], apply: (x) => reshape(x, [x.shape[0] as number, ...output]) };
    case 'activation':
      return { weights: [], apply: activation(layer.fn, twice) };
    default:
      throw new Error(`no stock layer for ${layer.type}`);
  }
}

/** The minibatch's standard deviation as one more channel, as a user of TensorFlow.js writes it. */
function deviation(x: Tensor, members: number): Tensor {
  const [n, height, width] = x.shape as [number, number, number];
  const { variance } = moments(reshape(x, [members, n / members, -1]), 0);
  const spread = reshape(mean(sqrt(add(variance, 1e-8)), 1), [1, n / members, 1]);
  const everywhere = mul(spread, ones([members, n / members, height * width]));
  return concat([x, reshape(everywhere, [n, height, width, 1])], 3);
}

/** By hand as tf.layers does it: batch moments, and the averages moved along. */
function normalization(input: Shape): Layer {
  const channels = input.at(-1) as number;
  const [gamma, beta] = [constant(channels, 1), constant(channels, 0)];
  const averages = [constant(channels, 0), constant(channels, 1)] as const;
  const axes = input.map((_, axis) => axis);
  return {
    weights: [gamma, beta],
    apply: (x) => {
      const { mean: mu, variance } = moments(x, axes);
      averages[0].assign(add(mul(averages[0], 0.9), mul(mu, 0.1)));
      averages[1].assign(add(mul(averages[1], 0.9), mul(variance, 0.1)));
      return batchNorm(x as Tensor4D, mu as never, variance as never, beta as never, gamma as never, 1e-5);
    },
  };
}

/** `twice`: the stock leaky ReLU has no second derivative, so a penalty needs it written out. */
function activation(fn: string, twice: boolean): (x: Tensor) => Tensor {
  if (fn === 'tanh') return (x) => tanh(x);
  if (fn === 'linear') return (x) => x;
  if (fn !== 'leakyRelu') throw new Error(`the stock loop has no ${fn}`);
  return twice ? (x) => sub(relu(x), mul(0.2, relu(neg(x)))) : (x) => leakyRelu(x, 0.2);
}

function makeNet(rows: readonly LayerRow[], input: Shape, twice: boolean): Net {
  let shape = input;
  const layers = rows.map((row) => {
    const made = makeLayer(row, shape, twice);
    shape = row.output;
    return made;
  });
  return {
    weights: layers.flatMap(({ weights }) => weights),
    apply: (x) => layers.reduce((y, layer) => layer.apply(y), x),
  };
}

/** A GAN as TensorFlow.js's own examples write one: variables, stock optimizers, `minimize`, `tidy`. */
export async function stockEngine({ one, pool }: EngineSetup, note: string): Promise<BenchEngine> {
  const { batchSize: m, latentSize, sample, objective } = one;
  const twice = objective === 'wgan-gp';
  const G = makeNet(one.generatorRows, [latentSize], twice);
  const D = makeNet(one.discriminatorRows, sample, twice);
  const adam = () => train.adam(ADAM.rate, ADAM.beta1, ADAM.beta2, ADAM.epsilon);
  const [optD, optG] = [adam(), adam()];
  const data = tensor(pool.scaled, [pool.count, ...sample]);
  const zeros = sample.map(() => 0);

  const lossD = (x: Tensor, fake: Tensor): Scalar => {
    const [real, generated] = [D.apply(x), D.apply(fake)];
    if (objective === 'non-saturating') {
      return add(mean(softplus(neg(real))), mean(softplus(generated))) as Scalar;
    }
    const epsilon = randomUniform([m, ...sample.map(() => 1)]);
    const between = add(fake, mul(epsilon, sub(x, fake)));
    const slope = grad((input: Tensor) => sum(D.apply(input)))(between);
    const norm = sqrt(
      add(
        sum(
          square(slope),
          [...sample.keys()].map((axis) => axis + 1),
        ),
        1e-12,
      ),
    );
    return add(sub(mean(generated), mean(real)), mul(10, mean(square(sub(norm, 1))))) as Scalar;
  };
  const lossG = (fake: Tensor): Scalar => {
    const score = D.apply(fake);
    return (objective === 'non-saturating' ? mean(softplus(neg(score))) : neg(mean(score))) as Scalar;
  };

  const step = (keep: boolean): Scalar[] =>
    tidy(() => {
      const first = Math.floor(Math.random() * (pool.count - m));
      const x = slice(data, [first, ...zeros], [m, ...sample]);
      const fake = G.apply(randomNormal([m, latentSize]));
      const d = optD.minimize(() => lossD(x, fake), keep, D.weights);
      const g = optG.minimize(() => lossG(G.apply(randomNormal([m, latentSize]))), keep, G.weights);
      return keep ? [d as Scalar, g as Scalar] : [];
    });
  step(false); // Adam's own variables come into being
  return {
    kernels: await countKernels(() => void step(false)),
    bytes: keptBytes,
    note,
    async run(steps) {
      for (let i = 1; i < steps; i++) step(false);
      const losses = step(true);
      const values = await Promise.all(losses.map((loss) => loss.data()));
      for (const loss of losses) loss.dispose();
      if (!values.every(([value]) => Number.isFinite(value))) throw new Error('a loss is not a number');
    },
  };
}
