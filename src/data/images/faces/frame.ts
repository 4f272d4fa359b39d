import { cos, sin } from '../../../core/maths';
import type { Face } from './factors';
import { mix, type Rgb } from './painter';
import { circle, type Path, type Point } from './raster';

/** Half the width of a round head and of a long one; half their heights. In halves of the picture's side. */
const WIDTH = { long: 0.46, round: 0.58 };
const HEIGHT = { long: 0.66, round: 0.6 };

const SKIN: readonly Rgb[] = [
  [1, 0.87, 0.78],
  [0.95, 0.76, 0.62],
  [0.8, 0.57, 0.41],
  [0.56, 0.37, 0.26],
  [0.36, 0.23, 0.17],
];

const HAIR: Record<Face['hairColour'], Rgb> = {
  black: [0.13, 0.11, 0.13],
  brown: [0.4, 0.24, 0.14],
  blond: [0.93, 0.76, 0.36],
  red: [0.78, 0.31, 0.12],
  grey: [0.72, 0.72, 0.74],
  blue: [0.25, 0.45, 0.85],
};

/** Head and colours of one face: what its parts are drawn in and on. */
export interface Frame {
  face: Face;
  /** Half width and half height of the head. */
  w: number;
  h: number;
  /** 0 young … 1 old, beyond what is only small. */
  old: number;
  child: number;
  skin: Rgb;
  shade: Rgb;
  hair: Rgb;
  /** Head's outline, widened by `more` on every side. */
  head(more?: number): Path;
  /** A place on the head's surface, in halves of its width and height, `lift` above it; turned and tilted with it. */
  on(u: number, v: number, lift?: number): Point;
  /** A place beside the head in halves of the picture's side from its centre: tilted, not turned. */
  by(x: number, y: number): Point;
  /** How wide a thing at u appears, as a share of its width in front. */
  foreshortened(u: number): number;
}

/** The frame of a face. */
export function frameOf(face: Face): Frame {
  const child = Math.max(0, 1 - face.age / 0.25);
  const old = Math.max(0, (face.age - 0.5) / 0.5);
  const w = WIDTH.long + (WIDTH.round - WIDTH.long) * face.shape;
  const h = HEIGHT.long + (HEIGHT.round - HEIGHT.long) * face.shape - 0.03 * child;
  const yaw = 0.5 * face.turn;
  const roll = 0.2 * face.tilt;
  const [s, c] = [sin(yaw), cos(yaw)];
  const [rs, rc] = [sin(roll), cos(roll)];
  const by = (x: number, y: number): Point => [x * rc - (y - 0.6) * rs, 0.6 + x * rs + (y - 0.6) * rc];
  const jaw = face.gender === 'man' ? 0.1 : 0.2;
  const at = 4 * face.skin;
  const tone = Math.min(3, Math.floor(at));
  const skin = mix(SKIN[tone] as Rgb, SKIN[tone + 1] as Rgb, at - tone);
  return {
    face,
    w,
    h,
    old,
    child,
    skin,
    shade: mix(skin, [0.45, 0.15, 0.12], 0.26),
    hair: mix(HAIR[face.hairColour], HAIR.grey, 0.5 * old * (face.hairColour === 'blue' ? 0 : 1)),
    by,
    head: (more = 0) =>
      circle((u, v) => {
        const low = Math.max(0, v);
        // The chin points where the face does.
        return by(u * (w + more) * (1 - jaw * low * low) + 0.07 * s * low * low, v * (h + more));
      }),
    on(u, v, lift = 0) {
      const low = Math.max(0, v);
      const depth = Math.sqrt(Math.max(0.04, 1 - u * u - 0.4 * v * v)) + lift;
      return by((u * c + depth * s) * w * (1 - jaw * 0.5 * low * low), v * h);
    },
    foreshortened: (u) => Math.max(0.45, c - (u * s) / Math.sqrt(Math.max(0.2, 1 - u * u))),
  };
}
