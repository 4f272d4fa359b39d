import { sinCos } from '../../../core/maths';
import type { Face } from './factors';
import type { Frame } from './frame';
import { mix, type Painter, type Rgb } from './painter';
import { circle, curve, ellipse, type Path, type Point } from './raster';

const WHITE: Rgb = [1, 1, 1];
const DARK: Rgb = [0.08, 0.05, 0.1];

/**
 * Hair that falls behind the head: its right half from the crown down, as places beside the head. x is
 * counted from the head's side. What is near the crown stays behind when the head turns.
 */
const FALLS: Partial<Record<Face['hairStyle'], Path>> = {
  long: [
    [-0.03, -0.5],
    [0.16, 0.1],
    [0.2, 0.75],
    [-0.12, 0.98],
  ],
  bob: [
    [0.02, -0.45],
    [0.17, 0.1],
    [0.13, 0.5],
    [-0.3, 0.56],
  ],
};

/** Hair that falls behind head and shoulders; drawn before them. */
export function drawHairBehind(frame: Frame, painter: Painter): void {
  const { face, hair, by, w } = frame;
  const back = mix(hair, DARK, 0.3);
  const sway = -0.06 * face.turn;
  const fall = FALLS[face.hairStyle];
  if (fall) {
    const side = (sign: number) => fall.map(([x, y]) => by(sign * (w + x) + (y < 0.3 ? sway : 0), y));
    painter.fill(curve([by(sway, -0.76), ...side(1), ...side(-1).reverse()], true), back);
  } else if (face.hairStyle === 'curly') {
    painter.fill(cloud(frame, 0.19, 0.035), back);
  } else if (face.hairStyle === 'bun') {
    painter.fill(ellipse(by(sway, -0.78), 0.24, 0.2), hair);
    painter.glow(by(sway - 0.06, -0.84), 0.12, 0.09, WHITE, { opacity: 0.3 });
  } else if (face.hairStyle === 'pigtails') {
    drawPigtails(frame, painter);
  }
}

function drawPigtails({ hair, by, w }: Frame, painter: Painter): void {
  for (const side of [-1, 1]) {
    const tail = [
      by(side * (w - 0.02), -0.12),
      by(side * (w + 0.2), -0.2),
      by(side * (w + 0.3), 0.2),
      by(side * (w + 0.14), 0.62),
      by(side * (w + 0.06), 0.2),
    ];
    painter.fill(curve(tail, true), side < 0 ? hair : mix(hair, DARK, 0.3));
    painter.fill(ellipse(by(side * (w + 0.05), -0.1), 0.07, 0.07), [0.9, 0.3, 0.4]);
  }
}

const CURLS = 11;

/** Outline of curls around the head: every second point lies out. */
function cloud({ by, w, h }: Frame, more: number, bump: number): Path {
  const points = Array.from({ length: 2 * CURLS }, (_, i): Point => {
    const [v, u] = sinCos(Math.PI * (0.5 + i / CURLS));
    const reach = more + (i % 2 === 0 ? bump : -bump);
    const low = v > 0.35 ? 0.35 + (v - 0.35) * 0.4 : v;
    return by(u * (w + reach), low * (h + reach));
  });
  return curve(points, true);
}

/** Where the hair leaves the face free, for each style: the hairline from the left temple over the forehead to the right. */
const HAIRLINES: Partial<Record<Face['hairStyle'], Path>> = {
  short: [
    [-0.93, -0.12],
    [-0.8, -0.42],
    [-0.45, -0.5],
    [0.1, -0.55],
    [0.62, -0.5],
    [0.86, -0.38],
    [0.94, -0.12],
  ],
  spiky: [
    [-0.93, -0.2],
    [-0.72, -0.46],
    [-0.5, -0.36],
    [-0.26, -0.52],
    [0.02, -0.38],
    [0.28, -0.54],
    [0.52, -0.38],
    [0.74, -0.48],
    [0.94, -0.2],
  ],
  curly: [
    [-0.92, 0],
    [-0.8, -0.34],
    [-0.5, -0.42],
    [-0.2, -0.5],
    [0.2, -0.46],
    [0.5, -0.44],
    [0.8, -0.34],
    [0.92, 0],
  ],
  bob: [
    [-0.82, 0.3],
    [-0.78, -0.2],
    [-0.6, -0.3],
    [-0.2, -0.27],
    [0.2, -0.27],
    [0.6, -0.3],
    [0.78, -0.2],
    [0.82, 0.3],
  ],
  long: [
    [-0.84, 0.3],
    [-0.8, -0.2],
    [-0.5, -0.46],
    [-0.16, -0.66],
    [0.1, -0.72],
    [0.5, -0.5],
    [0.8, -0.22],
    [0.84, 0.3],
  ],
  bun: [
    [-0.95, -0.16],
    [-0.78, -0.46],
    [-0.4, -0.64],
    [0, -0.68],
    [0.4, -0.64],
    [0.78, -0.46],
    [0.95, -0.16],
  ],
  pigtails: [
    [-0.93, -0.08],
    [-0.74, -0.4],
    [-0.3, -0.52],
    [0, -0.72],
    [0.3, -0.52],
    [0.74, -0.4],
    [0.93, -0.08],
  ],
};

/** Below the hairline the window to the face is as wide as the head. */
const BELOW: Path = [
  [1.05, 0.6],
  [0.6, 1.3],
  [-0.6, 1.3],
  [-1.05, 0.6],
];

/** Hair on the head, around the window to the face; drawn over the skin. */
export function drawHair(frame: Frame, painter: Painter): void {
  const { face, hair, on, by, w } = frame;
  const hairline = HAIRLINES[face.hairStyle];
  if (!hairline) {
    drawBald(frame, painter);
    return;
  }
  const window = curve(
    [...hairline, ...BELOW].map(([u, v]) => on(u, v)),
    true,
  );
  const top = outer(frame);
  painter.fill(top, [mix(hair, WHITE, 0.08), mix(hair, DARK, 0.18)], { outside: window });
  // A band of light where the head is round, and strands that end in the hairline.
  const shine = curve([by(-w * 0.72, -0.5), by(-w * 0.3, -0.62), by(w * 0.2, -0.64)]);
  const limits = { inside: top, outside: window, as: 'light' } as const;
  painter.line(shine, 0.07, mix(hair, WHITE, 0.45), { ...limits, opacity: 0.55, ends: 0.3 });
  for (const t of strandsOf(face.hairStyle)) {
    const strand = curve([by(t * 0.35, -0.8), on(t * 0.7, -0.62), on(t, -0.3)]);
    painter.line(strand, 0.035, mix(hair, DARK, 0.4), { ...limits, opacity: 0.6 });
  }
}

const strandsOf = (style: string): readonly number[] =>
  style === 'bob' ? [-0.5, -0.15, 0.25, 0.55] : style === 'curly' ? [] : [-0.7, 0.35, 0.75];

/** The outline of the hair on the head; it ends at the height of the ears, or falls to the shoulders. */
function outer(frame: Frame): Path {
  const { face, by, w, h } = frame;
  const sway = -0.04 * face.turn;
  const cap = (more: number, low: number): Path =>
    circle((u, v) => by(u * (w + more * 0.7) + sway, v > 0 ? v * low : v * (h + more)));
  switch (face.hairStyle) {
    case 'curly':
      return cloud(frame, 0.15, 0.035);
    case 'spiky':
      return spikes(frame);
    case 'bob':
      return cap(0.13, 0.56);
    case 'long':
      return cap(0.12, 0.86);
    case 'bun':
    case 'pigtails':
      return cap(0.07, 0.02);
    default:
      return cap(0.09, 0.04);
  }
}

const SPIKES = 8;

/** Hair that stands up in points, which lean to one side. */
function spikes({ by, w, h, face }: Frame): Path {
  const points: Point[] = [by(-w - 0.04, 0)];
  for (let i = 0; i <= 2 * SPIKES; i++) {
    const [v, u] = sinCos(Math.PI * (1.06 + (0.88 * (i + (i % 2) * 0.5)) / (2 * SPIKES)));
    const reach = i % 2 === 0 ? 0.05 : 0.22 + 0.05 * v * v;
    points.push(by(u * (w + reach * 0.8) - 0.04 * face.turn, v * (h + reach)));
  }
  return [...points, by(w + 0.04, 0)];
}

/** A bald head: a shine, and for the old a wreath of hair. */
function drawBald(frame: Frame, painter: Painter): void {
  const { by, skin, face, old, hair, w } = frame;
  painter.glow(by(-0.14 - 0.1 * face.turn, -0.42), 0.2, 0.12, mix(skin, WHITE, 0.75), { opacity: 0.7 });
  if (old < 0.15) return;
  for (const side of [-1, 1]) {
    const tuft: Point[] = [
      by(side * (w - 0.05), -0.3),
      by(side * (w + 0.07), -0.16),
      by(side * (w + 0.06), 0.1),
      by(side * (w - 0.04), 0),
    ];
    painter.fill(curve(tuft, true), hair);
  }
}
