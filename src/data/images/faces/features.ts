import type { Frame } from './frame';
import { mix, type Painter, type Rgb } from './painter';
import { curve, ellipse, type Path, type Point } from './raster';

const EYES = { brown: [0.36, 0.2, 0.1], blue: [0.22, 0.5, 0.85], green: [0.25, 0.58, 0.32] } as const;
const INK: Rgb = [0.14, 0.1, 0.12];
const WHITE: Rgb = [1, 1, 1];

/** Where the eyes are, in halves of the head. */
export const EYE = { u: 0.41, v: 0.06 };

/** Head, ears and what lies on the skin; the mouth comes later, over a beard. */
export function drawHead(frame: Frame, painter: Painter): void {
  const { skin, shade, by, w, on } = frame;
  for (const side of [-1, 1]) {
    // The ear on the side that the head turns to goes out of sight.
    const seen = w * (1 - 0.16 * Math.max(0, side * frame.face.turn)) * side;
    painter.fill(ellipse(by(seen, 0.08), 0.1, 0.14), mix(skin, shade, 0.45));
    painter.fill(ellipse(by(seen, 0.08), 0.05, 0.08), shade, { as: 'light' });
  }
  const head = frame.head();
  painter.fill(head, [mix(skin, WHITE, 0.06), mix(skin, shade, 0.3)]);
  painter.glow(by(-frame.face.turn * 0.1 - 0.2, -0.2), 0.5, 0.55, mix(skin, WHITE, 0.6), {
    inside: head,
    opacity: 0.4,
  });
  for (const side of [-1, 1]) {
    const blush = mix(skin, [0.93, 0.3, 0.3], 0.55);
    painter.glow(on(0.52 * side, 0.36), 0.2, 0.15, blush, { inside: head, opacity: 0.75 - 0.45 * frame.face.skin });
  }
  drawYears(frame, painter);
}

/** Wrinkles of the forehead, under the eyes and beside the mouth, which come with age. */
function drawYears({ old, on, shade, face }: Frame, painter: Painter): void {
  if (old <= 0) return;
  const opacity = 0.75 * Math.min(1, old * 1.3);
  for (const v of [-0.52, -0.38]) {
    painter.line(curve([on(-0.34, v), on(0, v - 0.03), on(0.34, v)]), 0.035, shade, { opacity, as: 'light' });
  }
  for (const side of [-1, 1]) {
    const bag = curve([on(side * 0.26, 0.25), on(side * EYE.u, 0.3), on(side * 0.58, 0.24)]);
    painter.line(bag, 0.035, shade, { opacity, as: 'light' });
    const fold = curve([on(side * 0.24, 0.4), on(side * 0.4, 0.52), on(side * (0.4 + 0.04 * face.smile), 0.66)]);
    painter.line(fold, 0.035, shade, { opacity, as: 'light' });
  }
}

/** Eyes with lashes, and brows. */
export function drawEyes(frame: Frame, painter: Painter): void {
  const { face, child, old, on, foreshortened } = frame;
  const woman = face.gender === 'woman';
  const squint = Math.max(0, face.smile) * 0.24 + old * 0.12;
  for (const side of [-1, 1]) {
    const u = side * EYE.u;
    const narrow = foreshortened(u);
    const centre = on(u, EYE.v);
    const rx = (0.125 + 0.02 * child) * narrow;
    const ry = (0.118 + 0.025 * child) * (1 - squint);
    const white = ellipse(centre, rx, ry);
    painter.fill(white, [1, 0.99, 0.97], { as: 'light' });
    const looks: Point = [centre[0] + 0.015 * face.turn, centre[1] + 0.005];
    const iris = EYES[face.eyeColour];
    painter.fill(ellipse(looks, 0.082 * narrow, 0.094), iris, { inside: white, as: 'light' });
    painter.fill(ellipse(looks, 0.045 * narrow, 0.052), INK, { inside: white, as: 'spot' });
    painter.fill(ellipse([looks[0] - 0.03, looks[1] - 0.035], 0.026, 0.026), WHITE, { inside: white, as: 'light' });
    const lid = curve([
      [centre[0] - side * rx * 1.02, centre[1] - ry * 0.1],
      [centre[0] - side * rx * 0.5, centre[1] - ry * 0.9],
      [centre[0] + side * rx * 0.4, centre[1] - ry * 0.98],
      [centre[0] + side * rx * (woman ? 1.3 : 1.05), centre[1] - ry * (woman ? 0.5 : 0.2)],
    ]);
    painter.line(lid, woman ? 0.06 : 0.042, INK, { ends: 0.7 });
    drawBrow(frame, side, painter);
  }
}

function drawBrow({ face, hair, on, old }: Frame, side: number, painter: Painter): void {
  const woman = face.gender === 'woman';
  const v = EYE.v - 0.26 - 0.05 * Math.max(0, face.smile);
  // The sad lift the inner ends of their brows.
  const sorrow = 0.1 * Math.max(0, -face.smile);
  const brow = curve([
    on(side * 0.2, v + 0.02 - sorrow),
    on(side * 0.42, v - 0.06 - sorrow * 0.3),
    on(side * 0.64, v + 0.03 + sorrow * 0.5),
  ]);
  painter.line(brow, woman ? 0.05 : 0.085, mix(hair, [0.15, 0.1, 0.1], 0.35 - 0.3 * old), { ends: 0.6 });
}

/** The nose: its tip leads where the head turns. */
export function drawNose({ face, on, shade, child }: Frame, painter: Painter): void {
  const wide = (face.gender === 'man' ? 0.13 : 0.1) - 0.03 * child;
  const tip = on(0, 0.33, 0.16);
  const nose = curve([
    on(-wide, 0.3, 0.06),
    [tip[0] - wide * 0.25, tip[1] + 0.05],
    [tip[0] + wide * 0.3, tip[1] + 0.05],
    on(wide, 0.3, 0.06),
  ]);
  painter.line(nose, 0.05, shade, { ends: 0.6 });
  painter.glow([tip[0] - 0.01, tip[1] - 0.07], 0.06, 0.1, WHITE, { opacity: 0.3 });
}

/** The mouth, from a frown over a smile to an open laugh. */
export function drawMouth({ face, on, skin, child }: Frame, painter: Painter): void {
  const woman = face.gender === 'woman';
  const lips: Rgb = woman ? mix(skin, [0.8, 0.12, 0.2], 0.62) : mix(skin, [0.6, 0.2, 0.18], 0.5);
  const { smile } = face;
  const half = 0.27 + 0.1 * Math.abs(smile) - 0.04 * child;
  const lift = 0.1 * smile;
  const v = 0.6;
  const corner = (side: number): Point => on(side * half, v - lift);
  const open = Math.max(0, smile - 0.3) / 0.7;
  if (open > 0) {
    const upper: Path = [corner(-1), on(-half * 0.5, v + 0.01), on(0, v + 0.03), on(half * 0.5, v + 0.01), corner(1)];
    const low = 0.05 + 0.2 * open;
    const lower: Path = [on(half * 0.62, v + low * 0.72), on(0, v + 0.03 + low), on(-half * 0.62, v + low * 0.72)];
    const mouth = curve([...upper, ...lower], true);
    painter.fill(mouth, [0.45, 0.08, 0.1]);
    const teeth = curve(
      [...upper, on(half * 0.7, v + low * 0.35), on(0, v + 0.03 + low * 0.5), on(-half * 0.7, v + low * 0.35)],
      true,
    );
    painter.fill(teeth, [1, 0.99, 0.96], { inside: mouth, as: 'light' });
    painter.line([...lower].reverse(), woman ? 0.055 : 0.035, lips, { ends: 0.7, as: 'light' });
    painter.line(upper, woman ? 0.05 : 0.035, lips, { ends: 0.7, as: 'light' });
    return;
  }
  const middle = on(0, v + 0.05 * smile + 0.02);
  const line = curve([
    corner(-1),
    on(-half * 0.5, v + 0.02 + 0.02 * smile),
    middle,
    on(half * 0.5, v + 0.02 + 0.02 * smile),
    corner(1),
  ]);
  if (woman)
    painter.line(
      curve([on(-half * 0.5, v + 0.08), on(0, v + 0.1), on(half * 0.5, v + 0.08)]),
      0.06,
      mix(lips, WHITE, 0.12),
      { ends: 0.5, as: 'light' },
    );
  painter.line(line, woman ? 0.062 : 0.055, mix(lips, [0.4, 0.05, 0.08], 0.3), { ends: 0.6 });
}
