import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../../src/core/statistics';
import { kernelDensity, optimalDiscriminator, pushforwardDensity } from '../../src/training/density';

const grid = Float32Array.from({ length: 241 }, (_, i) => -3 + (6 * i) / 240);
const normal = (x: number, sd = 1) => Math.exp(-0.5 * (x / sd) ** 2) / (sd * Math.sqrt(2 * Math.PI));
const quantiles = Float32Array.from({ length: 1000 }, (_, i) => normalQuantile((i + 0.5) / 1000));

describe('density of the generated distribution', () => {
  it('is the normal density for the identity, to a hundredth', () => {
    const q = pushforwardDensity(quantiles, grid);
    const worst = Math.max(...q.map((value, i) => Math.abs(value - normal(grid[i] as number))));
    expect(worst).toBeLessThan(0.01);
  });

  it('integrates to the mass inside the grid, for a folded map too', () => {
    const folded = quantiles.map((z) => Math.abs(z) / 2);
    const mass = pushforwardDensity(folded, grid).reduce((sum, value) => sum + value, 0) * (6 / 240);
    expect(mass).toBeCloseTo(1, 2);
  });

  it('puts all mass of a constant map into one cell', () => {
    const q = pushforwardDensity(
      quantiles.map(() => 1),
      grid,
    );
    expect(q.filter((value) => value > 0)).toHaveLength(1);
    expect(q.reduce((sum, value) => sum + value, 0) * (6 / 240)).toBeCloseTo(1, 3);
  });

  it('is close for the kernel estimate', () => {
    const q = kernelDensity(quantiles, 1, grid);
    expect(q[120]).toBeCloseTo(normal(0), 1);
  });
});

describe('the optimal discriminator', () => {
  it('is p / (p + q), and unknown where both are negligible', () => {
    const d = optimalDiscriminator(Float32Array.of(1, 0.5, 0, 1e-9), Float32Array.of(1, 1.5, 2, 1e-9), 1e-6);
    expect([...d]).toEqual([0.5, 0.25, 0, Number.NaN]);
  });
});
