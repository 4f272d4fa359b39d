import { checkNetwork, type LayerRow, type LayerSpec, type NetworkEnds, type Shape } from '../../../src/core/layers';
import { Stream } from '../../../src/core/random';
import { sizeOf } from '../../../src/core/shape';
import { Arena, type Kernels } from './kernels';
import { type AdamSettings, Net } from './network';

/** What the hand-written step trains: a GAN with the non-saturating loss on logits. */
export interface LimitSetup {
  latentSize: number;
  batchSize: number;
  sample: Shape;
  generator: readonly LayerSpec[];
  discriminator: readonly LayerSpec[];
  head: NetworkEnds['head'];
  adam: AdamSettings;
  /** Real samples, [pool, ...sample], of which every step takes as many as the batch in a row. */
  pool: Float32Array;
  seed: number;
}

/** Where a test puts its own numbers in: [m, features] each. */
export interface Given {
  real: Float32Array;
  noise: readonly [forD: Float32Array, forG: Float32Array];
}

function rowsOf(role: NetworkEnds['role'], layers: readonly LayerSpec[], setup: LimitSetup): LayerRow[] {
  const head = role === 'generator' ? setup.head : 'dense';
  const report = checkNetwork(layers, { role, head, latentSize: setup.latentSize, sample: setup.sample });
  if (report.problem) throw report.problem;
  return report.rows;
}

/** Samples that go through the nets together: enough to fill registers, few enough to stay in the cache. */
function columnsFor({ batchSize, generator, discriminator }: LimitSetup): number {
  const whole = [...generator, ...discriminator].some(({ type }) => type === 'batchNorm');
  if (whole && batchSize % 8 !== 0) throw new Error('batch normalization needs a batch divisible by 8 here');
  if (!whole && batchSize > 64 && batchSize % 64 === 0) return 64;
  return Math.ceil(batchSize / 8) * 8;
}

/**
 * One move of D and one of G as fast as we can write them by hand: every kernel fused with its neighbours, memory laid
 * out once, samples side by side in the vectors. It is what a general engine is measured against. Real and generated
 * samples are one batch of D: their gradients are gathered before D moves once.
 */
export class LimitStep {
  readonly G: Net;
  readonly D: Net;
  readonly arena: Arena;
  lossD = 0;
  lossG = 0;
  private readonly columns: number;
  private readonly chunks: number;
  private readonly random: number;
  private readonly noise: number;
  private readonly real: number;
  private readonly pool: number;
  private readonly poolSize: number;
  private readonly passed: number;
  private readonly stream: Stream;

  constructor(
    private readonly kernels: Kernels,
    private readonly setup: LimitSetup,
  ) {
    const { latentSize, batchSize, sample, pool, seed } = setup;
    this.arena = new Arena(kernels.memory);
    const { arena } = this;
    this.stream = new Stream(seed, 'limit');
    this.columns = columnsFor(setup);
    this.chunks = Math.ceil(batchSize / this.columns);
    this.random = arena.floats(16);
    new Uint32Array(kernels.memory.buffer, this.random, 16).forEach((_, i, words) => {
      words[i] = this.stream.uint32();
    });
    const { columns, random } = this;
    this.noise = arena.floats(latentSize * columns);
    this.real = arena.floats(sizeOf(sample) * columns);
    this.passed = arena.floats(sizeOf(sample) * columns);
    this.G = new Net(kernels, arena, {
      rows: rowsOf('generator', setup.generator, setup),
      input: [latentSize],
      columns,
      random,
    });
    this.D = new Net(kernels, arena, {
      rows: rowsOf('discriminator', setup.discriminator, setup),
      input: sample,
      columns,
      random,
    });
    this.poolSize = pool.length / sizeOf(sample);
    this.pool = arena.floats(pool.length);
    this.putTurned(this.pool, pool, this.poolSize, this.poolSize);
  }

  /** Bytes of memory in use. */
  get bytes(): number {
    return this.arena.used;
  }

  /** Draws the starting weights N(0, 2 / fan in), biases 0, scales 1. */
  initialise(): void {
    for (const { weights } of [this.G, this.D]) {
      weights.forEach(({ shape, address }, i) => {
        const view = this.arena.view(address, sizeOf(shape));
        // A vector that follows a matrix is its bias; the first of two in a row is a normalization's scale.
        const follows = shape.length === 1 ? (weights[i - 1]?.shape.length ?? 0) : 0;
        if (shape.length > 1) {
          const spread = Math.sqrt((2 * (shape.at(-1) as number)) / sizeOf(shape));
          for (let k = 0; k < view.length; k++) view[k] = spread * this.stream.normal();
        } else view.fill(follows === 1 && weights[i + 1]?.shape.length === 1 ? 1 : 0);
      });
    }
  }

  /** One step; the losses stand in `lossD` and `lossG`. */
  step(given?: Given): void {
    this.lossD = 0;
    for (let chunk = 0; chunk < this.chunks; chunk++) this.discriminate(chunk, given);
    this.D.move(this.setup.adam);
    this.lossG = 0;
    for (let chunk = 0; chunk < this.chunks; chunk++) this.generate(chunk, given);
    this.G.move(this.setup.adam);
  }

  private discriminate(chunk: number, given?: Given): void {
    const { G, D, real, noise } = this;
    this.drawReal(chunk, given?.real);
    D.forward(real, true);
    this.lossD += this.score(-1);
    D.backward(real, D.outputGradient, 0, true);
    this.drawNoise(chunk, given?.noise[0]);
    G.forward(noise, false);
    D.forward(G.output, true);
    this.lossD += this.score(1);
    D.backward(G.output, D.outputGradient, 0, true);
  }

  private generate(chunk: number, given?: Given): void {
    const { G, D, noise } = this;
    this.drawNoise(chunk, given?.noise[1]);
    G.forward(noise, true);
    D.forward(G.output, false);
    this.lossG += this.score(-1);
    D.backward(G.output, D.outputGradient, this.passed, false);
    G.backward(noise, this.passed, 0, true);
  }

  /** Loss of the logits that D gave, softplus(sign · logit), and its gradient. */
  private score(sign: number): number {
    const { kernels, D, columns, setup } = this;
    const count = this.chunks === 1 ? setup.batchSize : columns;
    return kernels.logistic(D.outputGradient, D.output, count, columns, sign, 1 / setup.batchSize);
  }

  private drawNoise(chunk: number, given?: Float32Array): void {
    const { latentSize } = this.setup;
    if (given) this.putChunk(this.noise, given, latentSize, chunk);
    else this.kernels.normals(this.noise, latentSize * this.columns, this.random);
  }

  private drawReal(chunk: number, given?: Float32Array): void {
    const features = sizeOf(this.setup.sample);
    if (given) {
      this.putChunk(this.real, given, features, chunk);
      return;
    }
    const first = this.stream.below(this.poolSize - this.columns);
    this.kernels.copyColumns(this.real, this.pool + 4 * first, features, this.columns, 4 * this.poolSize);
  }

  private putChunk(to: number, numbers: Float32Array, features: number, chunk: number): void {
    const first = chunk * this.columns * features;
    const part = numbers.subarray(first, first + this.columns * features);
    this.putTurned(to, part, part.length / features, this.columns);
  }

  /** [count, features] as given → [features, columns] in the module's memory. */
  private putTurned(to: number, numbers: Float32Array, count: number, columns: number): void {
    const features = numbers.length / count;
    const out = this.arena.view(to, features * columns);
    for (let i = 0; i < count; i++) {
      for (let f = 0; f < features; f++) out[f * columns + i] = numbers[i * features + f] as number;
    }
  }
}
