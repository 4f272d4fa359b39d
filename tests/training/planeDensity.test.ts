import { describe, expect, it } from 'vitest';
import {
  blurredDensity,
  cellCentres,
  cellDensity,
  noiseGrid,
  type PlaneRange,
  warpedDensity,
} from '../../src/training/planeDensity';

const SIDE = 40;
const range: PlaneRange = [
  [-3, 3],
  [-3, 3],
];
const grid = noiseGrid(61, 4);
const cell = (6 / SIDE) ** 2;
const normal = (x: number, sd = 1) => Math.exp(-0.5 * (x / sd) ** 2) / (sd * Math.sqrt(2 * Math.PI));
const mass = (density: Float32Array) => density.reduce((sum, value) => sum + value, 0) * cell;
const warp = (map: (x: number, y: number) => [number, number]) => {
  const images = new Float32Array(grid.vertices.length);
  for (let i = 0; i < images.length; i += 2) {
    images.set(map(grid.vertices[i] as number, grid.vertices[i + 1] as number), i);
  }
  return warpedDensity(grid, images, range, SIDE);
};
const worst = (density: Float32Array, truth: (x: readonly number[]) => number) => {
  const exact = cellDensity(truth, range, SIDE, 6);
  return Math.max(...density.map((value, i) => Math.abs(value - (exact[i] as number))));
};

describe('density of a warped noise grid', () => {
  it('is the normal density for the identity, to three hundredths of its peak', () => {
    expect(
      worst(
        warp((x, y) => [x, y]),
        ([x, y]) => normal(x as number) * normal(y as number),
      ),
    ).toBeLessThan(0.0048);
  });

  it('follows stretching, turning and shifting', () => {
    const [c, s] = [Math.cos(0.7), Math.sin(0.7)];
    const density = warp((x, y) => [c * 0.8 * x - s * 0.3 * y + 0.5, s * 0.8 * x + c * 0.3 * y]);
    const truth = ([x, y]: readonly number[]) => {
      const [u, v] = [c * ((x as number) - 0.5) + s * (y as number), -s * ((x as number) - 0.5) + c * (y as number)];
      return normal(u, 0.8) * normal(v, 0.3);
    };
    expect(worst(density, truth)).toBeLessThan(0.03 * truth([0.5, 0]));
    expect(mass(density)).toBeCloseTo(1, 2);
  });

  it('adds up where the map folds', () => {
    const truth = ([x, y]: readonly number[]) =>
      ((x as number) > 0 ? 2 : 0) * normal(x as number) * normal(y as number);
    // The fold runs along an edge of cells on either side.
    expect(
      worst(
        warp((x, y) => [Math.abs(x), y]),
        truth,
      ),
    ).toBeLessThan(0.01);
  });

  it('puts all mass of a constant map into the cells around it', () => {
    const density = warp(() => [0.1, 0.1]);
    expect(density.filter((value) => value > 0)).toHaveLength(4);
    expect(mass(density)).toBeCloseTo(1, 4);
  });
});

it('estimates a density from points, mass kept', () => {
  const points = cellCentres(range, 30).map((value) => value / 3); // uniform on [-1, 1]²
  const density = blurredDensity(points, range, SIDE);
  expect(mass(density)).toBeCloseTo(1, 3);
  expect(density[(SIDE / 2) * SIDE + SIDE / 2]).toBeCloseTo(0.25, 1);
});
