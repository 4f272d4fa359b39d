import { keep, scalar, type Tensor, type Tensor2D, tensor, zeros } from '@tensorflow/tfjs-core';
import { Stream } from '../../src/core/random';
import { sizeOf } from '../../src/core/shape';
import type { StepIO } from '../../src/nn/step';
import type { Objective, Play } from '../../src/objectives/types';

/** A `StepIO` with live values from a record, uniform numbers from a seeded stream, and writes kept for inspection. */
export function fakeIO(live: Record<string, number> = {}, player = 'discriminator') {
  const stream = new Stream(7, 'fake');
  const writes: { variable: unknown; value: Tensor }[] = [];
  const seen: Record<string, Tensor> = {};
  const io: StepIO = {
    player,
    real: () => zeros([1]),
    among: () => zeros([1]),
    labelled: () => ({ x: zeros([1]), y: zeros([1, 1]) as Tensor2D }),
    captioned: () => ({ x: zeros([1]), words: zeros([1, 1]) as Tensor2D }),
    kept: () => ({ x: zeros([1]), which: zeros([1, 1]) as Tensor2D }),
    noise: () => zeros([1, 1]) as Tensor2D,
    uniform: (shape) => tensor(stream.fillUniform(new Float32Array(sizeOf(shape))), [...shape]),
    normal: (shape) => tensor(stream.fillNormal(new Float32Array(sizeOf(shape))), [...shape]),
    live: (name) => scalar(live[name] ?? Number.NaN),
    iteration: () => scalar(1),
    see: (name, value) => {
      seen[name] = value();
    },
    // As in a real move, what is written outlives the scope in which it was made.
    write: (variable, value) => void writes.push({ variable, value: keep(value) }),
    advance: (variable, next) => {
      const earlier = writes.findLast((one) => one.variable === variable);
      writes.push({ variable, value: keep(next(earlier?.value ?? variable)) });
    },
  };
  return { io, writes, seen };
}

/** What an objective's losses get, with the defaults of its parameters, and its memory as it starts, unless others are given. */
export function fakePlay({ params, memory }: Objective, given: Record<string, number | string> = {}): Play {
  const value = (name: string) => given[name] ?? params[name]?.default;
  return {
    live: (name) => scalar(Number(value(name))),
    choice: (name) => String(value(name)),
    memory: Object.fromEntries(
      Object.entries(memory ?? {}).map(([name, start]) => [name, scalar(Number(given[name] ?? start))]),
    ),
  };
}

/** ‖a − b‖ / ‖b‖ */
export function relativeError(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let difference = 0;
  let norm = 0;
  for (let i = 0; i < b.length; i++) {
    difference += ((a[i] as number) - (b[i] as number)) ** 2;
    norm += (b[i] as number) ** 2;
  }
  return Math.sqrt(difference / Math.max(norm, 1e-30));
}

/** Central differences of a scalar function at x. */
export function numericalGradient(f: (x: Float32Array) => number, x: Float32Array, step = 1e-2): Float64Array {
  return Float64Array.from(x, (value, i) => {
    const at = (shift: number) => {
      const moved = x.slice();
      moved[i] = value + shift;
      return f(moved);
    };
    // Richardson's rule cancels the third-order term, so the step may be large enough for float32.
    const wide = (at(2 * step) - at(-2 * step)) / (4 * step);
    const narrow = (at(step) - at(-step)) / (2 * step);
    return (4 * narrow - wide) / 3;
  });
}
