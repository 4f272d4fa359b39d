import { sinCos } from '../../core/maths';
import type { Stream } from '../../core/random';
import type { Stroke } from './glyphs';

/** How a hand's writing varies: standard deviations, in the units named. */
export interface Hand {
  /** Mean radius of the pen, in pixels. */
  pen: number;
  /** Spread of the slant, as a tangent. */
  slant: number;
  /** Strength of the smooth distortion; 1 is an ordinary hand. */
  warp: number;
}

/** Steps of the curve between two control points. */
const STEPS = 5;
const WARP_TERMS = 5;

/** A smooth map of the unit box to pixels that differs for every digit written. */
export interface Warp {
  /** Writes x and y in pixels of the point to `out` at index `at`. */
  place(x: number, y: number, out: Float64Array, at: number): void;
}

/**
 * Draws the map of one written digit: a quadratic distortion of the box, then size, slant and turn, into the middle 20
 * pixels of a picture of the given side (as MNIST places its digits).
 */
export function drawWarp(stream: Stream, { slant, warp }: Hand, side: number): Warp {
  const bend = Float64Array.from({ length: 2 * WARP_TERMS }, () => 0.045 * warp * stream.normal());
  const lean = 0.16 + slant * stream.normal();
  const [sin, cos] = sinCos(0.07 * warp * stream.normal());
  const height = side * (0.63 + 0.03 * bounded(stream));
  const width = height * (1 + 0.13 * bounded(stream));
  const shiftX = side / 2 + 0.6 * bounded(stream);
  const shiftY = side / 2 + 0.6 * bounded(stream);
  return {
    place(x, y, out, at) {
      const u = 2 * x - 1;
      const v = 2 * y - 1;
      const terms = [u * v, u * u - 0.5, v * v - 0.5, u * v * v, v * (v * v - 0.7)];
      let [p, q] = [u, v];
      for (let k = 0; k < WARP_TERMS; k++) {
        p += 1.6 * (bend[2 * k] as number) * (terms[k] as number);
        q += (bend[2 * k + 1] as number) * (terms[k] as number);
      }
      p = ((p - lean * q) * width) / 2;
      q = (q * height) / 2;
      out[at] = shiftX + cos * p - sin * q;
      out[at + 1] = shiftY + sin * p + cos * q;
    },
  };
}

/** Normal, but never beyond two standard deviations, so that digits stay inside the picture. */
const bounded = (stream: Stream): number => Math.min(2, Math.max(-2, stream.normal()));

/**
 * The stroke as a fine chain of points in pixels, `[x, y, x, y, …]`: control points shaken a little, placed, and joined
 * by a Catmull–Rom curve.
 */
export function chainOf(stroke: Stroke, shake: number, stream: Stream, warp: Warp): Float64Array {
  const n = stroke.length;
  const control = new Float64Array(2 * n);
  for (const [i, [x, y]] of stroke.entries()) {
    const before = stroke[i - 1];
    if (before && before[0] === x && before[1] === y) {
      control.copyWithin(2 * i, 2 * i - 2, 2 * i);
      continue;
    }
    warp.place(x + shake * stream.normal(), y + shake * stream.normal(), control, 2 * i);
  }
  const chain = new Float64Array(2 * ((n - 1) * STEPS + 1));
  for (let i = 0; i + 1 < n; i++) {
    for (let step = 0; step < STEPS; step++) {
      for (const axis of [0, 1]) {
        chain[2 * (i * STEPS + step) + axis] = between(control, i, axis, step / STEPS);
      }
    }
  }
  chain.set(control.subarray(2 * n - 2), chain.length - 2);
  return chain;
}

/** Catmull–Rom interpolation between control points i and i + 1. */
function between(control: Float64Array, i: number, axis: number, t: number): number {
  const last = control.length / 2 - 1;
  const at = (k: number): number => control[2 * Math.min(last, Math.max(0, k)) + axis] as number;
  const [a, b, c, d] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
  return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
}

/** Ink fades from full to none over this many pixels at the pen's edge. */
const EDGE = 1.1;

/**
 * Draws a chain of points with a soft round pen into `picture` [side × side], keeping the darker of old and new ink.
 * `radius` in pixels grows along the chain from its first to its second value.
 */
export function ink(picture: Float32Array, side: number, chain: Float64Array, radius: readonly [number, number]): void {
  const segments = chain.length / 2 - 1;
  for (let i = 0; i < segments; i++) {
    const pen = radius[0] + ((radius[1] - radius[0]) * i) / segments;
    inkSegment(picture, side, chain.subarray(2 * i, 2 * i + 4), pen);
  }
}

function inkSegment(picture: Float32Array, side: number, ends: Float64Array, radius: number): void {
  const [ax, ay, bx, by] = ends as unknown as readonly [number, number, number, number];
  const reach = radius + EDGE / 2;
  const left = Math.max(0, Math.ceil(Math.min(ax, bx) - reach - 0.5));
  const right = Math.min(side - 1, Math.floor(Math.max(ax, bx) + reach - 0.5));
  const top = Math.max(0, Math.ceil(Math.min(ay, by) - reach - 0.5));
  const bottom = Math.min(side - 1, Math.floor(Math.max(ay, by) + reach - 0.5));
  const dx = bx - ax;
  const dy = by - ay;
  const squared = dx * dx + dy * dy;
  for (let row = top; row <= bottom; row++) {
    for (let column = left; column <= right; column++) {
      const px = column + 0.5 - ax;
      const py = row + 0.5 - ay;
      const along = squared > 0 ? Math.min(1, Math.max(0, (px * dx + py * dy) / squared)) : 0;
      const gapX = px - along * dx;
      const gapY = py - along * dy;
      const darkness = Math.min(1, (reach - Math.sqrt(gapX * gapX + gapY * gapY)) / EDGE);
      const at = row * side + column;
      if (darkness > (picture[at] as number)) picture[at] = darkness;
    }
  }
}
