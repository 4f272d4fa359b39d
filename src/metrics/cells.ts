import type { Dataset, DatasetInfo } from '../data/types';
import { once } from './input';
import type { MetricInput } from './types';

/** Cells of a line over the data's shown range, and as many again on either side, where a bad generator may be. */
const LINE_CELLS = 240;
/** Cells of each axis of the plane, over the shown range. */
const PLANE_CELLS = 30;
/** Positions in a cell at which a density is read. */
const READINGS = 8;

/**
 * Both sets as shares of the same cells; whatever lies outside all cells counts in one of its own, so nothing is lost
 * and both sum to one. On a line whose density is known, p is exact (the density's integral over each cell).
 */
export const cellShares = once(({ real, fake, count, dims, info, density }: MetricInput) => {
  if (dims === 1) {
    const p = density ? massesOf(density, info) : histogram(real, count, 1, lineAxes(info));
    return { p, q: histogram(fake, count, 1, lineAxes(info)) };
  }
  const axes = info.range.map(([low, high]) => ({ low, width: (high - low) / PLANE_CELLS, cells: PLANE_CELLS }));
  return { p: histogram(real, count, dims, axes), q: histogram(fake, count, dims, axes) };
});

interface Axis {
  low: number;
  width: number;
  cells: number;
}

function lineAxes(info: DatasetInfo): [Axis] {
  const [low, high] = info.range[0] as readonly [number, number];
  return [{ low: 2 * low - high, width: (high - low) / LINE_CELLS, cells: 3 * LINE_CELLS }];
}

/** Shares of rows [count × dims] by cell; the last one is that of rows outside, or not numbers. */
function histogram(values: Float32Array, count: number, dims: number, axes: readonly Axis[]): Float64Array {
  const cells = axes.reduce((product, axis) => product * axis.cells, 1);
  const out = new Float64Array(cells + 1);
  for (let i = 0; i < count; i++) {
    let at = 0;
    for (const [d, { low, width, cells: n }] of axes.entries()) {
      const cell = Math.floor(((values[i * dims + d] as number) - low) / width);
      at = cell >= 0 && cell < n ? at * n + cell : Number.NaN;
    }
    const place = Number.isNaN(at) ? cells : at;
    out[place] = (out[place] as number) + 1 / count;
  }
  return out;
}

/** The density's mass in every cell of the line, and what is left outside. */
function massesOf(density: NonNullable<Dataset['density']>, info: DatasetInfo): Float64Array {
  const [{ low, width, cells }] = lineAxes(info);
  const out = new Float64Array(cells + 1);
  let total = 0;
  for (let cell = 0; cell < cells; cell++) {
    let sum = 0;
    for (let i = 0; i < READINGS; i++) sum += density([low + width * (cell + (i + 0.5) / READINGS)]);
    out[cell] = (sum * width) / READINGS;
    total += out[cell] as number;
  }
  out[cells] = Math.max(0, 1 - total);
  return out;
}
