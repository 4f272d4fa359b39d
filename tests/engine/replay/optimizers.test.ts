import '../../support/tf';
import { add, mul, reshape, type Scalar, sum, type Tensor, tensor1d, tidy, type Variable } from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Stream } from '../../../src/core/random';
import { simplify } from '../../../src/engine/replay/passes';
import { record } from '../../../src/engine/replay/recording';
import { Network } from '../../../src/nn/network';
import { Optimizer, RULES } from '../../../src/nn/optimizers';
import type { StepIO } from '../../../src/nn/step';
import { RecordingIO } from '../../../src/training/recordingIO';
import { fakeIO, relativeError } from '../../support/fakes';
import { OPTIMIZER_REFERENCES } from '../../support/optimizerReferences';
import { plainKernels } from '../../support/replay/kernels';

const STEPS = 50;
const fraction = fc.integer({ min: 0, max: 999 }).map((n) => n / 1000);
const runs = fc.record({
  numbers: fc.record({
    rate: fc.integer({ min: -40, max: -25 }).map((n) => 10 ** (n / 10)),
    beta1: fraction,
    beta2: fraction,
    decay: fraction,
    momentum: fraction,
  }),
  units: fc.integer({ min: 1, max: 9 }),
  /** Size of the gradients, a power of ten. */
  scale: fc.integer({ min: -4, max: 4 }),
  seed: fc.nat(),
});

type Run = typeof runs extends fc.Arbitrary<infer T> ? T : never;

const nameOf = (short: string) => `generator${(short[0] as string).toUpperCase()}${short.slice(1)}`;

/** A network under a rule, whose loss is linear in the weights: its gradient is what it is given, exactly. */
function setUp(id: string, { units, seed }: Run) {
  const network = new Network({
    player: 'generator',
    layers: [{ type: 'dense', units }],
    ends: { role: 'generator', head: 'dense', latentSize: 2, sample: [2] },
    init: 'he',
    stream: new Stream(seed, 'init'),
  });
  const optimizer = new Optimizer(RULES[id] as never, 'generator', network);
  const state: [string, Variable][] = [['theta', network.theta], ...Object.entries(optimizer.state())];
  const move = (io: StepIO, gradient: (i: number, size: number) => Tensor): Scalar =>
    optimizer.minimize(io, () =>
      network
        .weights()
        .map((w, i) => sum(mul(reshape(w, [-1]), gradient(i, w.size))) as Scalar)
        .reduce((a, b) => add(a, b) as Scalar),
    );
  const dispose = () => {
    optimizer.dispose();
    network.dispose();
  };
  return { network, state, move, dispose };
}

/** Random gradients, some of which are zero. */
function gradientsOf(network: Network, { scale, seed }: Run): Float32Array[][] {
  const stream = new Stream(seed, 'gradients');
  return Array.from({ length: STEPS }, (_, step) =>
    network
      .weights()
      .map(({ size }) =>
        stream.fillNormal(new Float32Array(size)).map((x, i) => ((i + step) % 7 === 0 ? 0 : x * 10 ** scale)),
      ),
  );
}

function eagerly(id: string, run: Run): { theta: number[]; gradients: Float32Array[][]; start: number[] } {
  const { network, move, dispose } = setUp(id, run);
  const gradients = gradientsOf(network, run);
  const start = [...network.theta.dataSync()];
  const live = Object.fromEntries(Object.entries(run.numbers).map(([short, value]) => [nameOf(short), value]));
  for (const parts of gradients) {
    tidy(() => {
      const { io, writes } = fakeIO(live, 'generator');
      move(io, (i) => tensor1d(parts[i] as Float32Array));
      for (const { variable, value } of writes) (variable as Variable).assign(value as Tensor<never>);
    });
  }
  const theta = [...network.theta.dataSync()];
  dispose();
  return { theta, gradients, start };
}

function replayed(id: string, run: Run, gradients: readonly Float32Array[][]): number[] {
  const { state, move, dispose } = setUp(id, run);
  const names = new Map(state.map(([name, variable]) => [variable, name]));
  const graph = record(names, (recording) => {
    const io = new RecordingIO(
      'generator',
      recording,
      { batchSize: 1, latentSize: 2, sample: [2] },
      names,
      () => false,
    );
    move(io, (i, size) => recording.input(`g${i}`, [size]));
  });
  const executor = plainKernels(Object.fromEntries(state.map(([name, { shape }]) => [name, shape])));
  const [program] = executor.compile([simplify(graph)]);
  for (const [name, variable] of state) executor.state(name).set(variable.dataSync());
  for (const { source } of graph.values) {
    const short = Object.keys(run.numbers).find(
      (one) => source.from === 'input' && source.name === `live:${nameOf(one)}`,
    );
    if (short) program?.input(`live:${nameOf(short)}`).set([run.numbers[short as keyof Run['numbers']]]);
  }
  for (const parts of gradients) {
    for (const [i, part] of parts.entries()) program?.input(`g${i}`).set(part);
    program?.run();
  }
  const theta = [...executor.state('theta')];
  executor.dispose();
  dispose();
  return theta;
}

describe.each(Object.keys(RULES))('%s on its own, over fixed gradients', (id) => {
  it('moves on replay as it does eagerly and as its formula says, to 1e-6', () => {
    fc.assert(
      fc.property(runs, (run) => {
        const { theta, gradients, start } = eagerly(id, run);
        const own = replayed(id, run, gradients);
        // Live numbers are single precision in every engine.
        const numbers = Object.fromEntries(
          Object.entries(run.numbers).map(([name, value]) => [name, Math.fround(value)]),
        );
        const step = OPTIMIZER_REFERENCES[id]?.(numbers) as (theta: number[], g: number[]) => number[];
        const expected = gradients.reduce(
          (w, parts) =>
            step(
              w,
              parts.flatMap((part) => [...part]),
            ),
          start,
        );
        expect(relativeError(own, theta)).toBeLessThan(1e-6);
        expect(relativeError(own, expected)).toBeLessThan(1e-6);
      }),
      { numRuns: 30, seed: 2014 },
    );
  });
});
