import { Stream } from '../core/random';
import { mean, standardDeviation } from '../core/statistics';
import type { Dataset, DatasetInfo } from './types';

/** Writes one sample to `out` from index `at` on. */
export type Draw = (stream: Stream, out: Float32Array, at: number) => void;

/** A procedural set of numbers or points: `draw` makes one sample after the other. */
export function drawnSet(info: DatasetInfo, draw: Draw, density?: Dataset['density']): Dataset {
  const dims = info.shape[0] as number;
  return {
    info,
    sample(stream, count) {
      const x = new Float32Array(count * dims);
      for (let i = 0; i < count; i++) draw(stream, x, i * dims);
      return { x };
    },
    ...(density && { density }),
  };
}

const MEASURED = 4096;
/** Part of the extent that the stage shows around the points on each side. */
const MARGIN = 0.15;

/**
 * A set of points in the plane without closed-form moments: centre, scale and range are measured once on points of a
 * fixed stream, so they depend on nothing but the parameters. Both axes share one scale, which keeps the shape.
 */
export function measuredSet(id: string, draw: Draw, density?: Dataset['density']): Dataset {
  const stream = new Stream(0, 'measure');
  const points = new Float32Array(2 * MEASURED);
  for (let i = 0; i < MEASURED; i++) draw(stream, points, 2 * i);
  const axes = [0, 1].map((axis) => points.filter((_, i) => i % 2 === axis));
  const [spreadX = 1, spreadY = 1] = axes.map(standardDeviation);
  const scale = Math.max(1e-3, Math.sqrt((spreadX ** 2 + spreadY ** 2) / 2));
  const info: DatasetInfo = {
    id,
    kind: '2d',
    shape: [2],
    shift: axes.map(mean),
    scale: [scale, scale],
    range: squareRange(axes),
  };
  return drawnSet(info, draw, density);
}

/** One square that holds all values of both axes with a margin, so that circles stay circles on the stage. */
function squareRange(axes: readonly Float32Array[]): [number, number][] {
  const ends = axes.map((values) => {
    let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const value of values) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    return [low, high] as const;
  });
  const half = Math.max(1e-2, ...ends.map(([low, high]) => (high - low) / 2)) * (1 + 2 * MARGIN);
  return ends.map(([low, high]) => [(low + high) / 2 - half, (low + high) / 2 + half]);
}
