import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BUILDS, distance, type KernelModule, numbersOf } from './kernelModule';

const convolution = fc.record({
  pictures: fc.integer({ min: 1, max: 9 }),
  height: fc.integer({ min: 1, max: 11 }),
  width: fc.integer({ min: 1, max: 11 }),
  channels: fc.oneof(fc.integer({ min: 1, max: 9 }), fc.constantFrom(8, 16)),
  filterHeight: fc.integer({ min: 1, max: 5 }),
  filterWidth: fc.integer({ min: 1, max: 5 }),
  strideHeight: fc.integer({ min: 1, max: 3 }),
  strideWidth: fc.integer({ min: 1, max: 3 }),
  out: fc.integer({ min: 1, max: 11 }),
  same: fc.boolean(),
  /** Pictures whose patches are laid out at once; 0: none, where that can be. */
  chunk: fc.integer({ min: 0, max: 3 }),
  shift: fc.constantFrom(0, 1),
  /** How many parts it is done in. */
  parts: fc.integer({ min: 1, max: 5 }),
  seed: fc.integer(),
});
type Convolution = typeof convolution extends fc.Arbitrary<infer T> ? T : never;

interface Sizes {
  top: number;
  left: number;
  outHeight: number;
  outWidth: number;
}

/** TensorFlow's rule for SAME and VALID. */
function axisOf(size: number, filter: number, stride: number, same: boolean): [length: number, before: number] {
  if (!same) return [Math.ceil((size - filter + 1) / stride), 0];
  const length = Math.ceil(size / stride);
  return [length, Math.floor(Math.max(0, (length - 1) * stride + filter - size) / 2)];
}

function sizesOf(p: Convolution): Sizes {
  const [outHeight, top] = axisOf(p.height, p.filterHeight, p.strideHeight, p.same);
  const [outWidth, left] = axisOf(p.width, p.filterWidth, p.strideWidth, p.same);
  return { top, left, outHeight, outWidth };
}

/** Calls `visit` with the places in x, filter and y of every product that a convolution sums. */
function forEachProduct(p: Convolution, s: Sizes, visit: (x: number, filter: number, y: number) => void): void {
  const total = p.pictures * s.outHeight * s.outWidth * p.filterHeight * p.filterWidth;
  for (let i = 0; i < total; i++) {
    const fx = i % p.filterWidth;
    const fy = Math.floor(i / p.filterWidth) % p.filterHeight;
    const cell = Math.floor(i / (p.filterWidth * p.filterHeight));
    const ix = (cell % s.outWidth) * p.strideWidth - s.left + fx;
    const iy = (Math.floor(cell / s.outWidth) % s.outHeight) * p.strideHeight - s.top + fy;
    if (ix < 0 || ix >= p.width || iy < 0 || iy >= p.height) continue;
    const picture = Math.floor(cell / (s.outWidth * s.outHeight));
    for (let c = 0; c < p.channels; c++) {
      for (let o = 0; o < p.out; o++) {
        const x = ((picture * p.height + iy) * p.width + ix) * p.channels + c;
        visit(x, ((fy * p.filterWidth + fx) * p.channels + c) * p.out + o, cell * p.out + o);
      }
    }
  }
}

const KINDS = ['y', 'x', 'filter'] as const;

function check(module: KernelModule, p: Convolution): void {
  const s = sizesOf(p);
  if (s.outHeight < 1 || s.outWidth < 1) return;
  const taps = p.filterHeight * p.filterWidth * p.channels;
  const arrays = {
    x: numbersOf(p.seed, p.pictures * p.height * p.width * p.channels),
    filter: numbersOf(p.seed + 1, taps * p.out),
    y: numbersOf(p.seed + 2, p.pictures * s.outHeight * s.outWidth * p.out),
  };
  for (const [kind, target] of KINDS.entries()) {
    const expected = new Float64Array(arrays[target].length);
    forEachProduct(p, s, (x, filter, y) => {
      const at = { x, filter, y };
      const [a, b] = KINDS.filter((name) => name !== target) as [(typeof KINDS)[number], (typeof KINDS)[number]];
      expected[at[target]] =
        (expected[at[target]] as number) + (arrays[a][at[a]] as number) * (arrays[b][at[b]] as number);
    });
    module.clear();
    const x = module.place(arrays.x, p.shift);
    const filter = module.place(arrays.filter, p.shift);
    const y = module.place(arrays.y, p.shift);
    const chunk = p.channels % 8 === 0 ? p.chunk : Math.max(1, p.chunk);
    const patches = module.scratch(Math.max(chunk * s.outHeight * s.outWidth, p.pictures) * taps);
    // The packed filter, turned or not, or y of one cell; or one panel.
    const scratch = module.scratch(Math.max(384 * 8, (taps + 8) * (p.out + 8)));
    const picture = [p.pictures, p.height, p.width, p.channels, p.filterHeight, p.filterWidth];
    const steps = [p.strideHeight, p.strideWidth, s.top, s.left, s.outHeight, s.outWidth, p.out];
    // The filter's gradient through patches is not shared.
    const parts = kind === 2 && chunk > 0 ? 1 : p.parts;
    const places = [x.address, filter.address, y.address, patches, scratch, chunk, 0, 0, parts];
    module.run([5, 25, kind, ...picture, ...steps, ...places]);
    expect(distance({ x, filter, y }[target].numbers, expected)).toBeLessThan(3e-6);
  }
}

describe.each(BUILDS)('convolutions, $name', (module) => {
  it('and both gradients agree with plain sums in double precision', () => {
    fc.assert(
      fc.property(convolution, (p) => check(module, p)),
      { numRuns: 150 },
    );
  });
});
