import type { DrawnPoint } from '../../core/drawing';
import type { Stroke } from './strokes';

/** An arc around a centre, angles in degrees, as a path. */
function arc([x, y]: DrawnPoint, radius: number, from: number, to: number): DrawnPoint[] {
  const steps = 40;
  return Array.from({ length: steps + 1 }, (_, i) => {
    const angle = ((from + ((to - from) * i) / steps) * Math.PI) / 180;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)] as const;
  });
}

const bar = (x: number): DrawnPoint[] => [
  [x, -0.65],
  [x, 0.65],
];

/** Ready-made drawings, for who has no pointer or no patience: paths by the name of the shape. */
const SHAPES: Readonly<Record<string, readonly (readonly DrawnPoint[])[]>> = {
  ring: [arc([0, 0], 0.7, 90, 450)],
  s: [[...arc([0, 0.36], 0.36, 20, 270), ...arc([0, -0.36], 0.36, 90, -160)]],
  bars: [bar(-0.5), bar(0.5)],
};

/** Names of the ready-made shapes. */
export const SHAPE_NAMES = Object.keys(SHAPES);

/** The strokes of a ready-made shape, drawn with that brush. */
export const shapeStrokes = (name: string, radius: number): Stroke[] =>
  (SHAPES[name] ?? []).map((path) => ({ path, radius }));
