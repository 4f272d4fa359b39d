import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BUILDS, distance, type KernelModule, numbersOf } from './kernelModule';

const SLOPE = Math.fround(0.2);
/** Numbers that a product needs beside its operands, at most. */
const SCRATCH = 384 * 8;

const side = fc.oneof(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 70 }));
const product = fc.record({
  m: fc.oneof({ weight: 9, arbitrary: side }, { weight: 1, arbitrary: fc.integer({ min: 250, max: 270 }) }),
  n: side,
  k: fc.oneof({ weight: 6, arbitrary: side }, { weight: 1, arbitrary: fc.integer({ min: 380, max: 800 }) }),
  turnedA: fc.boolean(),
  turnedB: fc.boolean(),
  accumulate: fc.boolean(),
  bias: fc.boolean(),
  activation: fc.constantFrom(0, 1, 2),
  mask: fc.boolean(),
  /** How much longer the rows stand in memory than they are. */
  gap: fc.constantFrom(0, 0, 3),
  shift: fc.constantFrom(0, 1),
  /** How many parts it is done in. */
  parts: fc.integer({ min: 1, max: 5 }),
  seed: fc.integer(),
});
type Product = typeof product extends fc.Arbitrary<infer T> ? T : never;

interface Operands {
  a: Float32Array;
  b: Float32Array;
  c: Float32Array;
  bias: Float32Array;
  mask: Float32Array;
  lda: number;
  ldb: number;
  ldc: number;
}

function operandsOf({ m, n, k, turnedA, turnedB, gap, seed }: Product): Operands {
  const lda = (turnedA ? m : k) + gap;
  const ldb = (turnedB ? k : n) + gap;
  const ldc = n + gap;
  return {
    a: numbersOf(seed, (turnedA ? k : m) * lda),
    b: numbersOf(seed + 1, (turnedB ? n : k) * ldb),
    c: numbersOf(seed + 2, m * ldc),
    bias: numbersOf(seed + 3, n),
    mask: numbersOf(seed + 4, m * ldc),
    lda,
    ldb,
    ldc,
  };
}

function expected(p: Product, { a, b, c, bias, mask, lda, ldb, ldc }: Operands): Float64Array {
  const out = Float64Array.from(c);
  for (let i = 0; i < p.m; i++) {
    for (let j = 0; j < p.n; j++) {
      const at = i * ldc + j;
      let sum = p.accumulate ? (c[at] as number) : 0;
      for (let k = 0; k < p.k; k++) {
        sum +=
          (a[p.turnedA ? k * lda + i : i * lda + k] as number) * (b[p.turnedB ? j * ldb + k : k * ldb + j] as number);
      }
      if (p.bias) sum += bias[j] as number;
      if (p.activation === 1) sum = Math.max(sum, 0);
      if (p.activation === 2) sum = sum > 0 ? sum : SLOPE * sum;
      if (p.mask) sum *= (mask[at] as number) > 0 ? 1 : SLOPE;
      out[at] = sum;
    }
  }
  return out;
}

function run(module: KernelModule, p: Product, operands: Operands): Float32Array {
  module.clear();
  const [a, b, c] = [operands.a, operands.b, operands.c].map((one) => module.place(one, p.shift));
  const bias = module.place(operands.bias);
  const mask = module.place(operands.mask);
  const scratch = module.scratch(SCRATCH);
  const flags = (p.turnedA ? 1 : 0) | (p.turnedB ? 2 : 0) | (p.accumulate ? 4 : 0);
  const { lda, ldb, ldc } = operands;
  if (!a || !b || !c) throw new Error('no operands');
  const end = [
    p.bias ? bias.address : 0,
    p.activation,
    [SLOPE] as const,
    p.mask ? mask.address : 0,
    scratch,
    0,
    p.parts,
  ];
  module.run([1, 19, flags, p.m, p.n, p.k, a.address, lda, b.address, ldb, c.address, ldc, ...end]);
  return c.numbers;
}

describe.each(BUILDS)('matrix products, $name', (module) => {
  it('agree with sums in double precision, whatever the shapes, transposes and endings', () => {
    fc.assert(
      fc.property(product, (p) => {
        const operands = operandsOf(p);
        expect(distance(run(module, p, operands), expected(p, operands))).toBeLessThan(2e-6 * Math.sqrt(p.k));
      }),
      { numRuns: 300 },
    );
  });

  it('let NaN and infinity through', () => {
    const ends = { accumulate: false, bias: false, activation: 2, mask: true } as const;
    const p: Product = {
      m: 5,
      n: 3,
      k: 6,
      turnedA: false,
      turnedB: false,
      ...ends,
      gap: 0,
      shift: 0,
      parts: 1,
      seed: 3,
    };
    const operands = operandsOf(p);
    operands.a[7] = Number.NaN; // row 1
    operands.a[13] = Number.POSITIVE_INFINITY; // row 2
    operands.mask[0] = Number.NaN;
    const found = run(module, p, operands);
    expect([...found.subarray(3, 6)]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
    expect([...found.subarray(6, 9)].every((one) => Math.abs(one) === Number.POSITIVE_INFINITY)).toBe(true);
    expect(found[0]).toBeNaN();
    expect(found.subarray(9).every(Number.isFinite)).toBe(true);
  });
});
