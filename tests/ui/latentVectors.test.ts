import { describe, expect, it } from 'vitest';
import { toggled } from '../../src/ui/latent/slots';
import { dimensionsOf } from '../../src/ui/latent/useDirections';
import {
  along,
  arithmetic,
  average,
  axisOf,
  coordinate,
  crossFade,
  latentGrid,
  linear,
  pack,
  randomLatents,
  spherical,
  withClass,
} from '../../src/ui/latent/vectors';

const z = (...values: number[]): Float32Array => new Float32Array(values);
const length = (vector: Float32Array): number => Math.hypot(...vector);

describe('latents', () => {
  it('are the same for the same seed, and normal', () => {
    const latents = randomLatents(3, 200, 10);
    expect(randomLatents(3, 200, 10)).toEqual(latents);
    expect(randomLatents(4, 1, 10)).not.toEqual(latents.slice(0, 1));
    const all = pack(latents);
    expect(all).toHaveLength(2000);
    expect(all.subarray(10, 20)).toEqual(latents[1]);
    expect(all.reduce((sum, value) => sum + value ** 2, 0) / 2000).toBeCloseTo(1, 1);
  });

  it('lie between two others on the straight line or on the great circle', () => {
    const [a, b] = [z(3, 0), z(0, 3)];
    expect([...linear(a, b, 0.5)]).toEqual([1.5, 1.5]);
    const middle = spherical(a, b, 0.5);
    expect(length(middle)).toBeCloseTo(3, 5);
    expect(middle[0]).toBeCloseTo(middle[1] as number, 5);
    for (const way of [linear, spherical]) {
      expect(Math.hypot(...way(a, b, 0).map((value, i) => value - (a[i] as number)))).toBeLessThan(1e-6);
      expect(Math.hypot(...way(a, b, 1).map((value, i) => value - (b[i] as number)))).toBeLessThan(1e-6);
    }
    // No great circle is named by one direction, or by two opposite ones.
    expect([...spherical(a, z(6, 0), 0.5)]).toEqual([4.5, 0]);
    expect([...spherical(a, z(-3, 0), 0.25)]).toEqual([1.5, 0]);
  });

  it('keep to the straight line where the prior is not normal', () => {
    const prior = [
      { kind: 'normal', size: 2 },
      { kind: 'classes', size: 2 },
    ] as const;
    const middle = spherical(z(3, 0, 1, 0), z(0, 3, 0, 1), 0.5, prior);
    expect(length(middle.subarray(0, 2))).toBeCloseTo(3, 5);
    expect([...middle.subarray(2)]).toEqual([0.5, 0.5]);
  });

  it('take another class where the prior has classes', () => {
    const prior = [
      { kind: 'normal', size: 1 },
      { kind: 'classes', size: 3 },
    ] as const;
    expect([...withClass(z(7, 0, 1, 0), 2, prior)]).toEqual([7, 0, 0, 1]);
    expect([...withClass(z(7, 0, 1, 0), 3, prior)]).toEqual([7, 0, 1, 0]);
    expect(dimensionsOf(4, prior).map(({ kind, number }) => `${kind} ${number}`)).toEqual([
      'dimension 1',
      'class 1',
      'class 2',
      'class 3',
    ]);
  });

  it('can be averaged, added and subtracted', () => {
    expect([...average([z(1, 2), z(3, 6)])]).toEqual([2, 4]);
    expect([...arithmetic(z(5, 1), z(2, 1), z(1, 7))]).toEqual([4, 7]);
  });

  it('move along a direction to a place, and nowhere else', () => {
    const direction = z(0.6, 0.8);
    const moved = along(z(1, 1), direction, -2);
    expect(coordinate(moved, direction)).toBeCloseTo(-2, 5);
    expect(coordinate(moved, z(-0.8, 0.6))).toBeCloseTo(coordinate(z(1, 1), z(-0.8, 0.6)), 5);
  });

  it('fill a map in equal parts of the prior, the first direction to the right, the second upwards', () => {
    const axis = (i: number) => ({ vector: axisOf(3, i), even: null });
    const grid = latentGrid(z(9, 9, 5), axis(0), axis(1), 3);
    // Quantiles 1/6, 1/2, 5/6 of N(0, 1).
    const places = [-0.9674, 0, 0.9674];
    for (const [i, point] of grid.entries()) {
      expect(point[0]).toBeCloseTo(places[i % 3] as number, 3);
      expect(point[1]).toBeCloseTo(places[2 - Math.floor(i / 3)] as number, 3);
      expect(point[2]).toBe(5);
    }
    const even = latentGrid(z(9, 9, 5), { vector: axisOf(3, 0), even: [-1, 1] }, axis(1), 3);
    expect(even.slice(0, 3).map(([x]) => x)).toEqual([-1, 0, 1]);
  });
});

it('a fade mixes pixels', () => {
  expect([...crossFade(new Uint8Array([0, 200]), new Uint8Array([100, 0]), 3)]).toEqual([0, 200, 50, 100, 100, 0]);
});

it('a slot takes samples and gives them back, but for the last', () => {
  expect(toggled([1], 4)).toEqual([1, 4]);
  expect(toggled([1, 4], 1)).toEqual([4]);
  expect(toggled([4], 4)).toEqual([4]);
});
