import { sinCos } from './maths';
import { Problem } from './problem';

/** A point of a drawing, both coordinates in [−1, 1], y upwards. */
export type DrawnPoint = readonly [x: number, y: number];

/** More points than this are thinned: the drawing lives in the link. */
export const MAX_DRAWN_POINTS = 1500;
/** Length of the text of the largest drawing: two bytes a point, four characters for three bytes. */
export const MAX_DRAWING_LENGTH = (MAX_DRAWN_POINTS * 2 * 4) / 3;

const LEVELS = 255;

/** The drawing as compact text (base64url, two bytes a point on a 256 × 256 grid); too many points are thinned evenly. */
export function encodeDrawing(points: readonly DrawnPoint[]): string {
  const count = Math.min(points.length, MAX_DRAWN_POINTS);
  let binary = '';
  for (let i = 0; i < count; i++) {
    const point = points[Math.floor((i * points.length) / count)] as DrawnPoint;
    for (const value of point) binary += String.fromCharCode(quantise(value));
  }
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

const quantise = (value: number): number => Math.round(Math.min(1, Math.max(0, (value + 1) / 2)) * LEVELS);

/** The points of a drawing's text. Throws `drawing.text` for anything that {@link encodeDrawing} did not write. */
export function decodeDrawing(text: string): DrawnPoint[] {
  if (!/^[\w-]*$/.test(text) || text.length % 4 === 1 || text.length > MAX_DRAWING_LENGTH) {
    throw new Problem('drawing.text');
  }
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  if (binary.length % 2 !== 0) throw new Problem('drawing.text');
  const value = (i: number): number => (2 * binary.charCodeAt(i)) / LEVELS - 1;
  return Array.from({ length: binary.length / 2 }, (_, i) => [value(2 * i), value(2 * i + 1)] as const);
}

/** What stands where nothing was drawn yet: a heart. */
export function defaultDrawing(): DrawnPoint[] {
  return Array.from({ length: 240 }, (_, i) => {
    const t = (2 * Math.PI * i) / 240;
    const [sin, cos] = sinCos(t);
    const y = 13 * cos - 5 * sinCos(2 * t)[1] - 2 * sinCos(3 * t)[1] - sinCos(4 * t)[1];
    return [(16 * sin ** 3) / 20, (y + 2.5) / 20] as const;
  });
}
