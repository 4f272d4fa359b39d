import { sizeOf } from '../../src/core/shape';
import '@tensorflow/tfjs-backend-cpu';
import {
  conv2d,
  conv2dTranspose,
  engine,
  gather,
  matMul,
  mean,
  memory,
  mul,
  setBackend,
  square,
  sum,
  type Tensor,
  type Tensor4D,
  tensor,
  tensor1d,
  tidy,
} from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { Stream } from '../../src/core/random';
import { startEngine } from '../../src/engine/start';
import { nodeEngines } from '../../src/headless/nodeEngines';
import { relativeError } from '../support/fakes';

beforeAll(async () => {
  await startEngine('wasm', nodeEngines);
});

type Program = (inputs: Tensor[]) => Tensor;

/** Value and gradients of Σ f(x)² with respect to every input, on one backend. */
async function run(backend: string, shapes: number[][], program: Program): Promise<number[][]> {
  await setBackend(backend);
  const stream = new Stream(3, 'kernels');
  return tidy(() => {
    const inputs = shapes.map((shape) => {
      const size = sizeOf(shape);
      return tensor(stream.fillNormal(new Float32Array(size)), shape);
    });
    const { value, grads } = engine().gradients(() => sum(square(program(inputs))) as Tensor<never>, inputs);
    return [value, ...grads].map((part) => [...(part as Tensor).dataSync()]);
  });
}

async function expectAgreement(shapes: number[][], program: Program): Promise<void> {
  const expected = await run('cpu', shapes, program);
  const found = await run('wasm', shapes, program);
  for (const [i, part] of expected.entries()) expect(relativeError(found[i] as number[], part)).toBeLessThan(1e-5);
}

const small = fc.integer({ min: 1, max: 4 });
const settings = { numRuns: 40 };

describe('our kernels of the WASM backend agree with the CPU backend, gradients included', () => {
  it('matrix products in all transposes', () =>
    fc.assert(
      fc.asyncProperty(small, small, small, fc.boolean(), fc.boolean(), (m, k, n, ta, tb) =>
        expectAgreement([ta ? [k, m] : [m, k], tb ? [n, k] : [k, n]], ([a, b]) =>
          matMul(a as Tensor, b as Tensor, ta, tb),
        ),
      ),
      settings,
    ));

  it('convolutions of any stride and padding', () =>
    fc.assert(
      fc.asyncProperty(
        fc.record({
          n: small,
          side: fc.integer({ min: 5, max: 9 }),
          c: small,
          f: small,
          kernel: small,
          stride: fc.integer({ min: 1, max: 3 }),
        }),
        fc.constantFrom('same' as const, 'valid' as const),
        ({ n, side, c, f, kernel, stride }, pad) =>
          expectAgreement(
            [
              [n, side, side + 1, c],
              [Math.max(kernel, stride), Math.max(kernel, stride), c, f],
            ],
            ([x, w]) => conv2d(x as Tensor4D, w as Tensor4D, stride, pad),
          ),
      ),
      settings,
    ));

  it('transposed convolutions', () =>
    fc.assert(
      fc.asyncProperty(
        fc.record({
          n: small,
          side: small,
          c: small,
          f: small,
          kernel: fc.integer({ min: 2, max: 5 }),
          stride: fc.integer({ min: 1, max: 2 }),
        }),
        ({ n, side, c, f, kernel, stride }) =>
          expectAgreement(
            [
              [n, side, side, c],
              [kernel, kernel, f, c],
            ],
            ([x, w]) =>
              conv2dTranspose(x as Tensor4D, w as Tensor4D, [n, side * stride, side * stride, f], stride, 'same'),
          ),
      ),
      settings,
    ));

  it('sums and means over leading axes, and rows picked by index', async () => {
    await expectAgreement([[3, 4, 2, 5]], ([x]) => mul(sum(x as Tensor, [0, 1, 2]), mean(x as Tensor, [0, 1, 2])));
    await expectAgreement([[3, 4, 5]], ([x]) => sum(x as Tensor, [1, 2], true));
    await expectAgreement([[6, 3]], ([x]) => gather(x as Tensor, tensor1d([1, 4, 1], 'int32')));
  });

  it('leave no memory behind', async () => {
    const program = () =>
      run(
        'wasm',
        [
          [2, 6, 6, 3],
          [3, 3, 3, 2],
        ],
        ([x, w]) => conv2d(x as Tensor4D, w as Tensor4D, 2, 'same'),
      );
    await program();
    const { numTensors, numBytes } = memory();
    for (let i = 0; i < 20; i++) await program();
    expect(memory()).toMatchObject({ numTensors, numBytes });
  });
});

describe('starting an engine', () => {
  it('says why one cannot be had, and keeps the one before', async () => {
    await setBackend('cpu');
    await expect(startEngine('webgl', nodeEngines)).rejects.toMatchObject({ code: 'engine.unavailable' });
    expect(engine().backendName).toBe('cpu');
  });
});
