import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BUILDS, distance, numbersOf } from './kernelModule';

type Fold = (a: number, b: number) => number;
const FOLDS: readonly Fold[] = [(a, b) => a + b, (a, b) => Math.max(a, b), (a, b) => Math.min(a, b), (a, b) => a * b];

const reduction = fc.record({
  kind: fc.integer({ min: 0, max: 3 }),
  outer: fc.integer({ min: 1, max: 7 }),
  count: fc.oneof(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 60, max: 700 })),
  inner: fc.integer({ min: 1, max: 19 }),
  shift: fc.constantFrom(0, 1),
  seed: fc.integer(),
});

describe.each(BUILDS)('reductions, $name', (module) => {
  it('agree with double precision over leading, middle and trailing axes', () => {
    fc.assert(
      fc.property(reduction, ({ kind, outer, count, inner, shift, seed }) => {
        module.clear();
        const x = module.place(numbersOf(seed, outer * count * inner), shift);
        const y = module.place(new Float32Array(outer * inner), shift);
        const divisor = kind === 0 ? count : 1;
        module.run([3, 9, kind, x.address, y.address, outer, count, inner, [divisor]]);
        const expected = new Float64Array(outer * inner);
        for (const [at] of expected.entries()) {
          const start = Math.floor(at / inner) * count * inner + (at % inner);
          const row = Array.from({ length: count }, (_, c) => x.numbers[start + c * inner] as number);
          expected[at] = row.reduce(FOLDS[kind] as Fold) / divisor;
        }
        expect(distance(y.numbers, expected)).toBeLessThan(1e-6);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    [0, Number.NaN],
    [1, Number.NaN],
    [2, Number.NaN],
    [3, Number.NaN],
    [0, Number.POSITIVE_INFINITY],
    [1, Number.POSITIVE_INFINITY],
  ])('let kind %i see %d wherever it stands', (kind, value) => {
    for (const inner of [1, 5]) {
      for (let place = 0; place < 9 * inner; place++) {
        module.clear();
        const numbers = new Float32Array(9 * inner).fill(1);
        numbers[place] = value;
        const x = module.place(numbers);
        const y = module.place(new Float32Array(inner));
        module.run([3, 9, kind, x.address, y.address, 1, 9, inner, [1]]);
        expect(y.numbers[place % inner]).toBe(value);
      }
    }
  });
});

const rearrangement = fc
  .record({
    sizes: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 5 }),
    order: fc.integer(),
    reversed: fc.boolean(),
    tiled: fc.boolean(),
    shift: fc.constantFrom(0, 1),
    seed: fc.integer(),
  })
  .map((one) => ({ ...one, order: one.order >>> 0 }));

/** Row-major strides of a shape, in numbers. */
function stridesOf(sizes: readonly number[]): number[] {
  const strides = new Array<number>(sizes.length).fill(1);
  for (let axis = sizes.length - 2; axis >= 0; axis--) {
    strides[axis] = (strides[axis + 1] as number) * (sizes[axis + 1] as number);
  }
  return strides;
}

describe.each(BUILDS)('rearrangement, $name', (module) => {
  it('copies by strides: any order of axes, backwards, repeated, a part of a larger array', () => {
    fc.assert(
      fc.property(rearrangement, ({ sizes, order, reversed, tiled, shift, seed }) => {
        module.clear();
        const rank = sizes.length;
        const axes = sizes.map((_, axis) => axis).sort((a, b) => ((order >> a) & 7) - ((order >> b) & 7) || a - b);
        const total = sizes.reduce((product, size) => product * size, 1);
        const own = stridesOf(sizes);
        const from = axes.map((axis) => (tiled && axis === 0 ? 0 : (own[axis] as number)));
        const counts = axes.map((axis) => sizes[axis] as number);
        const to = stridesOf(counts);
        const x = module.place(numbersOf(seed, total), shift);
        const y = module.place(new Float32Array(total), shift);
        const start = reversed ? ((counts[0] as number) - 1) * (from[0] as number) : 0;
        if (reversed) from[0] = -(from[0] as number);
        module.run([4, 5 + 3 * rank, x.address + 4 * start, y.address, rank, ...counts, ...from, ...to]);
        const expected = new Float32Array(total);
        for (const [i] of expected.entries()) {
          const place = to.map((stride, axis) => Math.floor(i / stride) % (counts[axis] as number));
          expected[i] = x.numbers[place.reduce((sum, p, axis) => sum + p * (from[axis] as number), start)] as number;
        }
        expect([...y.numbers]).toEqual([...expected]);
      }),
      { numRuns: 300 },
    );
  });
});
