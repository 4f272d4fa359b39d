import { engine, reshape, type Scalar, type Tensor, tensor } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { type DcganSize, dcganDiscriminator, dcganGenerator, dense } from '../../src/core/architectures';
import type { LayerSpec, NetworkEnds, Shape } from '../../src/core/layers';
import { Stream } from '../../src/core/random';
import { sizeOf } from '../../src/core/shape';
import { Network } from '../../src/nn/network';
import { nonSaturating } from '../../src/objectives/nonSaturating';
import { buildLimit, type LimitBinaries } from '../bench/limit/build';
import { type Kernels, startKernels } from '../bench/limit/kernels';
import type { Net } from '../bench/limit/network';
import { LimitStep } from '../bench/limit/step';
import { root } from '../support/buildApp';
import { fakeIO, fakePlay, relativeError } from '../support/fakes';
import '../support/tf';

const STEPS = 5;
const ADAM = { rate: 1e-3, beta1: 0.5, beta2: 0.999, epsilon: 1e-8 };
interface Case {
  latentSize: number;
  batchSize: number;
  sample: Shape;
  head: NetworkEnds['head'];
  generator: readonly LayerSpec[];
  discriminator: readonly LayerSpec[];
}

const thin: DcganSize = {
  latentSize: 5,
  batchSize: 8,
  hidden: [12],
  generator: [24, 16, 8],
  discriminator: [8, 16],
  generatorKernel: 6,
  discriminatorKernel: 4,
  dropout: 0,
  deviation: 4,
};
const tutorial: DcganSize = {
  ...thin,
  hidden: [],
  deviation: 0,
  generatorKernel: 5,
  discriminatorKernel: 5,
  generator: [16, 8, 24],
};
const pictures = (shape: DcganSize): Case => ({
  ...shape,
  sample: [8, 8, 1],
  head: 'convTranspose',
  generator: dcganGenerator(shape, 8),
  discriminator: dcganDiscriminator(shape),
});
const points = (units: number[], batchSize: number): Case => ({
  latentSize: 3,
  batchSize,
  sample: [2],
  head: 'dense',
  generator: dense(units),
  discriminator: dense(units),
});

const CASES: Record<string, Case> = {
  'toy nets, a batch that fills no vector': points([8, 8], 150),
  'wider nets, several chunks': points([16, 24, 16], 128),
  'odd widths': points([7, 5], 10),
  'DCGAN with 4×4 kernels': pictures(thin),
  'DCGAN with 5×5 kernels': pictures(tutorial),
};

/** Adam in float64, straight from Algorithm 1 of Kingma & Ba. */
class ReferenceAdam {
  private m: Float64Array | null = null;
  private v: Float64Array | null = null;
  private t = 0;

  move(theta: Float32Array, gradient: Float32Array): Float32Array {
    const m = this.m ?? new Float64Array(theta.length);
    const v = this.v ?? new Float64Array(theta.length);
    [this.m, this.v, this.t] = [m, v, this.t + 1];
    return theta.map((value, i) => {
      const g = gradient[i] as number;
      m[i] = ADAM.beta1 * (m[i] as number) + (1 - ADAM.beta1) * g;
      v[i] = ADAM.beta2 * (v[i] as number) + (1 - ADAM.beta2) * g * g;
      const mean = (m[i] as number) / (1 - ADAM.beta1 ** this.t);
      const square = (v[i] as number) / (1 - ADAM.beta2 ** this.t);
      return value - (ADAM.rate * mean) / (Math.sqrt(square) + ADAM.epsilon);
    });
  }
}

/** The same networks on TensorFlow.js's CPU backend. */
class Reference {
  readonly G: Network;
  readonly D: Network;
  private readonly latents: number[];
  private readonly samples: number[];
  private readonly adamG = new ReferenceAdam();
  private readonly adamD = new ReferenceAdam();

  constructor(one: Case) {
    this.latents = [one.batchSize, one.latentSize];
    this.samples = [one.batchSize, ...one.sample];
    const stream = new Stream(5, 'init');
    const make = (role: 'generator' | 'discriminator', head: NetworkEnds['head']) =>
      new Network({
        player: role,
        layers: one[role],
        ends: { role, head, latentSize: one.latentSize, sample: one.sample },
        init: 'he',
        stream,
      });
    this.G = make('generator', one.head);
    this.D = make('discriminator', 'dense');
    // Biases and scales away from their start, so that a slip in one of them shows.
    for (const net of [this.G, this.D]) {
      const theta = net.theta.dataSync().map((value) => value + 0.1 * stream.normal());
      net.theta.assign(tensor(theta));
    }
  }

  step(
    real: Float32Array,
    zD: Float32Array,
    zG: Float32Array,
  ): { losses: [number, number]; gradients: Float32Array[] } {
    const { G, D } = this;
    const { io } = fakeIO({}, 'discriminator');
    const fake = G.apply(tensor(zD, this.latents), io);
    const x = tensor(real, this.samples);
    const first = this.gradient(D, () =>
      nonSaturating.discriminatorLoss(D.apply(x, io), D.apply(fake, io), fakePlay(nonSaturating)),
    );
    D.theta.assign(tensor(this.adamD.move(D.theta.dataSync() as Float32Array, first.gradient)));
    const own = fakeIO({}, 'generator').io;
    const z = tensor(zG, this.latents);
    const second = this.gradient(G, () =>
      nonSaturating.generatorLoss(D.apply(G.apply(z, own), own), undefined, fakePlay(nonSaturating)),
    );
    G.theta.assign(tensor(this.adamG.move(G.theta.dataSync() as Float32Array, second.gradient)));
    return { losses: [first.loss, second.loss], gradients: [first.gradient, second.gradient] };
  }

  private gradient(net: Network, loss: () => Scalar): { loss: number; gradient: Float32Array } {
    const { value, grads } = engine().gradients(loss as () => Tensor, net.weights() as Tensor[], undefined, true);
    const parts = grads.flatMap((grad) => [...reshape(grad, [-1]).dataSync()]);
    return { loss: value.dataSync()[0] as number, gradient: Float32Array.from(parts) };
  }
}

function put(step: LimitStep, net: Net, theta: Float32Array): void {
  let next = 0;
  for (const { shape, address } of net.weights) {
    step.arena.view(address, sizeOf(shape)).set(theta.subarray(next, next + sizeOf(shape)));
    next += sizeOf(shape);
  }
  expect(next).toBe(theta.length);
}

const read = (step: LimitStep, net: Net, distance = 0): number[] =>
  net.weights.flatMap(({ shape, address }) => [...step.arena.view(address + distance, sizeOf(shape))]);

/** Keeps a net's gradient as it stands when the net is about to move. */
function watch(step: LimitStep, net: Net): { gradient: number[] } {
  const seen = { gradient: [] as number[] };
  const move = net.move.bind(net);
  net.move = (settings) => {
    seen.gradient = read(step, net, net.gradients);
    move(settings);
  };
  return seen;
}

let binaries: LimitBinaries;
beforeAll(async () => {
  binaries = await buildLimit(root);
}, 120_000);

const start = (): Promise<Kernels> => startKernels(binaries.plain);

describe.each(Object.entries(CASES))('the hand-written step: %s', (_, one) => {
  it('has the losses, gradients and weights of TensorFlow.js over several steps', async () => {
    const reference = new Reference(one);
    const stream = new Stream(11, 'batches');
    const normal = (features: number) => stream.fillNormal(new Float32Array(one.batchSize * features));
    const pool = stream.fillNormal(new Float32Array(1024 * sizeOf(one.sample)));
    const step = new LimitStep(await start(), { ...one, adam: ADAM, pool, seed: 1 });
    const seen = { G: watch(step, step.G), D: watch(step, step.D) };
    const synchronise = () => {
      for (const name of ['G', 'D'] as const) {
        put(step, step[name], reference[name].theta.dataSync() as Float32Array);
      }
    };
    synchronise();
    const before = read(step, step.G);
    // A bias in front of a normalization has no gradient but rounding noise, which Adam turns into full steps.
    const normalized = one.head === 'convTranspose';
    for (let i = 0; i < STEPS; i++) {
      if (normalized) synchronise();
      const [real, zD, zG] = [normal(sizeOf(one.sample)), normal(one.latentSize), normal(one.latentSize)];
      const { losses, gradients } = reference.step(real, zD, zG);
      step.step({ real, noise: [zD, zG] });
      expect(Math.abs(step.lossD - losses[0])).toBeLessThan(2e-5 * Math.abs(losses[0]));
      expect(relativeError(seen.D.gradient, gradients[0] as Float32Array)).toBeLessThan(1e-4);
      expect(Math.abs(step.lossG - losses[1])).toBeLessThan(1e-4 * Math.abs(losses[1]));
      expect(relativeError(seen.G.gradient, gradients[1] as Float32Array)).toBeLessThan(1e-3);
    }
    expect(relativeError(before, read(step, step.G))).toBeGreaterThan(1e-3);
    if (normalized) return;
    for (const name of ['G', 'D'] as const) {
      expect(relativeError(read(step, step[name]), reference[name].theta.dataSync())).toBeLessThan(1e-4);
    }
  });
});

it('draws N(0, 1) for its noise', async () => {
  const kernels = await start();
  const state = 65_536;
  const count = 200_000;
  kernels.memory.grow(16);
  new Uint32Array(kernels.memory.buffer, state, 16).forEach((_, i, words) => {
    words[i] = new Stream(i, 'words').uint32();
  });
  kernels.normals(state + 64, count, state);
  const x = new Float32Array(kernels.memory.buffer, state + 64, count);
  const moment = (power: number) => x.reduce((sum, value) => sum + value ** power, 0) / count;
  expect(Math.abs(moment(1))).toBeLessThan(0.01);
  expect(Math.abs(moment(2) - 1)).toBeLessThan(0.02);
  expect(Math.abs(moment(3))).toBeLessThan(0.05);
  expect(Math.abs(moment(4) - 3)).toBeLessThan(0.15);
});

it('keeps the expected share of units in dropout', async () => {
  const layers = (rate: number): LayerSpec[] => [...dense([16]), { type: 'dropout', rate }];
  const stream = new Stream(3, 'dropout');
  const pool = stream.fillNormal(new Float32Array(2048));
  const setup = { ...points([16], 64), adam: ADAM, pool, seed: 2 };
  const step = new LimitStep(await start(), { ...setup, discriminator: layers(0.3) });
  step.initialise();
  for (let i = 0; i < 20; i++) step.step();
  expect(Number.isFinite(step.lossD)).toBe(true);
  expect(Number.isFinite(step.lossG)).toBe(true);
});
