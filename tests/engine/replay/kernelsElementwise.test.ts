import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BUILDS, distance, type KernelModule, numbersOf, type Placed } from './kernelModule';

const NUMBER = Math.fround(0.3);
const SELU = [1.7580993408473768, 1.0507009873554805] as const;

/** Reference in double precision of what a code of one number computes. */
const UNARY: Readonly<Record<number, (x: number) => number>> = {
  0: (x) => x,
  5: (x) => x * x,
  6: Math.sqrt,
  7: (x) => (x > 0 ? x : x * NUMBER),
  8: (x) => (Number.isNaN(x) ? x : x > 0 ? 1 : NUMBER),
  64: (x) => -x,
  65: Math.abs,
  66: (x) => 1 / Math.sqrt(x),
  67: (x) => 1 / x,
  68: Math.exp,
  69: Math.expm1,
  70: Math.log,
  71: Math.log1p,
  72: (x) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))),
  73: (x) => 1 / (1 + Math.exp(-x)),
  74: Math.tanh,
  76: (x) => Math.max(x, 0),
  77: Math.floor,
  78: Math.ceil,
  80: Math.trunc,
  81: Math.sign,
  82: (x) => (x === 0 ? 1 : 0),
  83: (x) => (Number.isNaN(x) ? 1 : 0),
  84: (x) => (x >= 0 ? x : Math.expm1(x)),
  85: (x) => (x >= 0 ? SELU[1] * x : SELU[0] * Math.expm1(x)),
  86: (x) => Math.min(x, NUMBER),
  87: (x) => Math.max(x, NUMBER),
  88: (x) => x + NUMBER,
  89: (x) => x * NUMBER,
  90: (x) => (x === 0 ? 0 : 1),
  96: Math.sin,
  97: Math.cos,
  98: Math.tan,
  99: Math.atan,
  100: Math.asin,
  101: Math.acos,
  102: Math.sinh,
  103: Math.cosh,
};

const truth = (yes: boolean): number => (yes ? 1 : 0);
const BINARY: Readonly<Record<number, (a: number, b: number) => number>> = {
  1: (a, b) => a + b,
  2: (a, b) => a - b,
  3: (a, b) => a * b,
  4: (a, b) => a / b,
  10: Math.max,
  11: Math.min,
  12: (a, b) => (a - b) ** 2,
  13: (a, b) => truth(a > b),
  14: (a, b) => truth(a >= b),
  15: (a, b) => truth(a < b),
  16: (a, b) => truth(a <= b),
  17: (a, b) => truth(a === b),
  18: (a, b) => truth(a !== b),
  19: (a, b) => truth(a !== 0 && b !== 0),
  20: (a, b) => truth(a !== 0 || b !== 0),
  21: (a, b) => Math.floor(Math.fround(a / b)),
  23: (a, b) => (b === 0 ? 0 : a / b),
  24: (a, b) => (a >= 0 ? a : a * b),
  26: (a, b) => a ** b,
  27: Math.atan2,
};

const SPECIAL = [0, -0, 1, -1, 1e-7, -1e-7, 1e-38, 0.5, 2.5, 10, -10, 30, -30, 87, -87, 100, -100, 1e4, -1e4, 3e38];
const AT_THE_ENDS = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];

/** Numbers of every size and sign, the remarkable ones first. */
function samples(): Float32Array {
  const random = numbersOf(7, 900);
  const spread = random.map((x, i) => Math.sign(x) * 10 ** (((i % 30) - 20) / 4) * Math.abs(x));
  return Float32Array.from([...SPECIAL, ...AT_THE_ENDS, ...spread, ...random]);
}

type Word = number | readonly [number];
interface Slot {
  words: readonly Word[];
}
const HEAD = 7;
const whole = ({ address }: Placed): Slot => ({ words: [1, address, 0, 0, 0, 0] });

/** A chain's instruction: block length, slots, operations `[code, d, a, b, c, number]`, and words after them. */
function chain(module: KernelModule, n: number, block: number, slots: readonly Slot[], operations: readonly Word[][]) {
  const length = HEAD + 6 * (slots.length + operations.length);
  const table = module.scratch(slots.length * 2);
  const head = [2, length, n, block, slots.length, operations.length, table];
  return [...head, ...slots.flatMap(({ words }) => words), ...operations.flat()];
}

/** Units in the last place, relative to the true value; tiny results are held against the smallest normal number. */
function ulps(found: number, x: number): number {
  const expected = Math.fround(x);
  if (Object.is(found, expected) || found === expected) return 0;
  const gap = Math.abs(found - x) / (Math.max(Math.abs(x), 1.2e-38) * 2 ** -23);
  return Number.isNaN(gap) ? Number.POSITIVE_INFINITY : gap;
}

describe.each(BUILDS)('elementwise chains, $name', (module) => {
  it.each(Object.entries(UNARY))('compute one number’s function %s to a few units in the last place', (code, f) => {
    module.clear();
    const x = module.place(samples());
    const y = module.place(new Float32Array(x.numbers.length));
    const slots = [whole(y), whole(x)];
    module.run(chain(module, x.numbers.length, 64, slots, [[Number(code), 0, 1, 1, 1, [NUMBER]]]), [y]);
    // Mathf's own functions are less exact for great arguments.
    const bound = Number(code) >= 96 ? 4 : 3;
    for (const [i, a] of x.numbers.entries()) {
      if (Number(code) >= 96 && Math.abs(a) > 1e5 && Number.isFinite(a)) continue;
      expect(ulps(y.numbers[i] as number, f(a)), `f${code}(${a}) = ${y.numbers[i]}, not ${f(a)}`).toBeLessThan(bound);
    }
  });

  it('rounds half to even, and computes erf to 2e-7', () => {
    module.clear();
    const x = module.place([0.5, 1.5, 2.5, -0.5, 0, 1, -2, 0.1]);
    const y = module.place(new Float32Array(8));
    module.run(chain(module, 8, 64, [whole(y), whole(x)], [[79, 0, 1, 1, 1, 0]]));
    expect([...y.numbers.subarray(0, 4)]).toEqual([0, 2, 2, -0]);
    module.run(chain(module, 8, 64, [whole(y), whole(x)], [[75, 0, 1, 1, 1, 0]]));
    const erf = [0.5204998778, 0.9661051465, 0.9995930479, -0.5204998778, 0, 0.8427007929, -0.995322265, 0.112462916];
    expect(distance(y.numbers, erf)).toBeLessThan(3e-7);
  });

  it.each(Object.entries(BINARY))('compute two numbers’ function %s', (code, f) => {
    module.clear();
    const all = [...SPECIAL, ...AT_THE_ENDS, 3, 4.25];
    const a = module.place(all.flatMap((x) => all.map(() => x)));
    const b = module.place(all.flatMap(() => all));
    const y = module.place(new Float32Array(a.numbers.length));
    const slots = [whole(y), whole(a), whole(b)];
    module.run(chain(module, y.numbers.length, 128, slots, [[Number(code), 0, 1, 2, 2, 0]]), [y]);
    for (const [i, p] of a.numbers.entries()) {
      const q = b.numbers[i] as number;
      const value = f(p, q);
      expect(ulps(y.numbers[i] as number, value), `f${code}(${p}, ${q}) = ${y.numbers[i]}, not ${value}`).toBeLessThan(
        2,
      );
    }
  });

  it('take remainders with the divisor’s sign, choose, and differentiate ELU', () => {
    module.clear();
    const a = module.place([7, -7, 7, -7, 0, 1, 2, Number.NaN]);
    const b = module.place([3, 3, -3, -3, -0.5, 0.25, 0, 1]);
    const c = module.place([1, 2, 3, 4, 5, 6, 7, 8]);
    const y = module.place(new Float32Array(8));
    const slots = [whole(y), whole(a), whole(b), whole(c)];
    module.run(chain(module, 8, 64, slots, [[22, 0, 1, 2, 2, 0]]));
    expect([...y.numbers.subarray(0, 4)]).toEqual([1, 2, -2, -1]);
    module.run(chain(module, 8, 64, slots, [[9, 0, 1, 2, 3, 0]]));
    expect([...y.numbers]).toEqual([3, 3, -3, -3, 5, 0.25, 0, 1]);
    module.run(chain(module, 8, 64, slots, [[25, 0, 3, 2, 2, 0]]));
    expect([...y.numbers]).toEqual([1, 2, -6, -8, 2.5, 6, 7, 8]);
  });
});

const blocks = fc.record({
  n: fc.integer({ min: 1, max: 700 }),
  block: fc.constantFrom(4, 64, 256),
  inner: fc.integer({ min: 1, max: 40 }),
  count: fc.integer({ min: 1, max: 40 }),
  strides: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 3, maxLength: 3 }),
  sizes: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 2 }),
  shift: fc.constantFrom(0, 1, 2),
  seed: fc.integer(),
});

describe.each(BUILDS)('broadcasting, $name', (module) => {
  it('reads whole arrays, single numbers, periods and strides, writes next to neighbours, adds up', () => {
    fc.assert(
      fc.property(blocks, ({ n, block, inner, count, strides, sizes, shift, seed }) => {
        module.clear();
        const x = module.place(numbersOf(seed, n), shift);
        const one = module.place(numbersOf(seed + 1, 1), shift);
        const period = module.place(numbersOf(seed + 2, count), shift);
        const field = module.place(numbersOf(seed + 3, 1000));
        const y = module.place(new Float32Array(n), shift);
        const sum = module.place([0]);
        const [p, q] = sizes as [number, number];
        const outer = Math.ceil(n / (p * q));
        const [s0, s1, s2] = strides as [number, number, number];
        const step0 = outer * s0 > 500 ? 0 : s0;
        const at = (i: number) => Math.floor(i / (p * q)) * step0 + (Math.floor(i / q) % p) * s1 + (i % q) * s2;
        const temporary = (count: number) => module.scratch(count);
        const tail = HEAD + 6 * (7 + 5);
        const slots: Slot[] = [
          { words: [2, y.address, temporary(block), 0, 0, 0] },
          whole(x),
          { words: [3, one.address, temporary(4), 0, 0, 0] },
          { words: [4, period.address, temporary(block), inner, count, 1] },
          { words: [5, field.address, temporary(block), tail, 0, 0] },
          { words: [0, 0, temporary(block), 0, 0, 0] },
          { words: [6, sum.address, temporary(4), 0, 0, 0] },
        ];
        const operations: Word[][] = [
          [3, 5, 1, 2, 2, 0], // x · one
          [1, 5, 5, 3, 3, 0], // + period
          [2, 0, 5, 4, 4, 0], // − field → y
          [5, 5, 0, 0, 0, 0], // y²
          [120, 6, 5, 5, 5, [2]], // half the sum
        ];
        const words = chain(module, n, block, slots, operations);
        words.push(3, outer, p, q, step0, s1, s2);
        words[1] = words.length;
        module.run(words);
        const expected = Float64Array.from(
          x.numbers,
          (value, i) =>
            value * (one.numbers[0] as number) +
            (period.numbers[Math.floor(i / inner) % count] as number) -
            (field.numbers[at(i)] as number),
        );
        expect(distance(y.numbers, expected)).toBeLessThan(4e-7);
        const total = expected.reduce((acc, value) => acc + value * value, 0) / 2;
        expect(distance(sum.numbers, [total])).toBeLessThan(1e-6);
      }),
      { numRuns: 300 },
    );
  });
});
