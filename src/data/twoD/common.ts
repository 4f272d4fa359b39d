import type { ParamSpecs } from '../../core/params';
import type { Stream } from '../../core/random';
import { normalDensity } from '../oneD/common';
import type { Batch, Dataset, DatasetInfo } from '../types';

/** x and y. */
export type Point = readonly [number, number];

/** n draws of a point in the plane, x and y in turn. */
export function samplePoints(count: number, draw: (index: number) => Point): Batch {
  const x = new Float32Array(2 * count);
  for (let i = 0; i < count; i++) x.set(draw(i), 2 * i);
  return { x };
}

/** Facts of a set in the plane: both axes have the same unit, and model units have a spread near one. */
export function planeInfo(id: string, scale: number, half: number, more: Partial<DatasetInfo> = {}): DatasetInfo {
  return {
    id,
    kind: '2d',
    shape: [2],
    shift: [0, 0],
    scale: [scale, scale],
    range: [
      [-half, half],
      [-half, half],
    ],
    ...more,
  };
}

/** A mixture of equal round Gaussians; its classes are the modes. */
export function mixtureOf(id: string, centres: readonly Point[], sigma: number, half: number): Dataset {
  const square = centres.reduce((sum, [x, y]) => sum + x * x + y * y, 0) / (2 * centres.length);
  return {
    info: planeInfo(id, Math.sqrt(square + sigma * sigma), half, {
      modes: { centres, sigma },
      classes: centres.map((_, mode) => String(mode + 1)),
    }),
    sample(stream: Stream, count) {
      const labels = new Int32Array(count);
      const { x } = samplePoints(count, (i) => {
        labels[i] = stream.below(centres.length);
        const [x, y] = centres[labels[i] as number] as Point;
        return [x + sigma * stream.normal(), y + sigma * stream.normal()];
      });
      return { x, labels };
    },
    density: ([x, y]) =>
      centres.reduce(
        (sum, [cx, cy]) => sum + normalDensity(x as number, cx, sigma) * normalDensity(y as number, cy, sigma),
        0,
      ) / centres.length,
  };
}

/** Width of the blur on a curve, as a parameter. */
export const noiseParam = (value: number, max = 0.5) =>
  ({ kind: 'float', default: value, min: 0, max, group: 'data' }) as const satisfies ParamSpecs[string];
