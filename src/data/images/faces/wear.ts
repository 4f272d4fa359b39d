import type { Face } from './factors';
import { EYE } from './features';
import type { Frame } from './frame';
import { mix, type Painter, type Rgb } from './painter';
import { circle, curve, ellipse, type Path } from './raster';

const WHITE: Rgb = [1, 1, 1];
const INK: Rgb = [0.12, 0.11, 0.15];

/** Colours of what lies behind, and of the clothes before it. */
const SCENES: Record<Face['background'], { ground: Rgb; cloth: Rgb }> = {
  rose: { ground: [0.97, 0.78, 0.78], cloth: [0.25, 0.42, 0.55] },
  sand: { ground: [0.97, 0.88, 0.68], cloth: [0.55, 0.3, 0.42] },
  mint: { ground: [0.74, 0.91, 0.8], cloth: [0.9, 0.5, 0.35] },
  sky: { ground: [0.7, 0.86, 0.97], cloth: [0.88, 0.72, 0.3] },
  lilac: { ground: [0.85, 0.79, 0.95], cloth: [0.3, 0.55, 0.45] },
  slate: { ground: [0.5, 0.58, 0.68], cloth: [0.93, 0.9, 0.85] },
};

/** The colour behind a face. */
export const groundOf = (face: Face): Rgb => SCENES[face.background].ground;

/** Neck and clothes. */
export function drawBody({ face, skin, shade, by, child }: Frame, painter: Painter): void {
  const man = face.gender === 'man';
  const half = (man ? 0.3 : 0.22) - 0.05 * child;
  const neck: Path = [by(-half, 0.3), by(half, 0.3), [half + 0.04, 1.1], [-half - 0.04, 1.1]];
  const { cloth } = SCENES[face.background];
  const broad = (man ? 1 : 0.86) - 0.1 * child;
  const shoulders = curve(
    [
      [-broad - 0.1, 1.4],
      [-broad + 0.05, 0.98],
      [-0.42, 0.84],
      [0.42, 0.84],
      [broad - 0.05, 0.98],
      [broad + 0.1, 1.4],
    ],
    true,
  );
  painter.fill(shoulders, cloth);
  painter.fill(neck, [mix(skin, shade, 1), mix(skin, shade, 0.35)], { outside: collar(man) });
  painter.line(
    curve([
      [-half - 0.12, 0.82],
      [0, man ? 0.98 : 0.99],
      [half + 0.12, 0.82],
    ]),
    0.07,
    mix(cloth, WHITE, 0.35),
  );
}

const collar = (man: boolean): Path =>
  curve(
    [
      [-0.7, 0.8],
      [-0.3, 0.86],
      [0, man ? 0.98 : 1],
      [0.3, 0.86],
      [0.7, 0.8],
      [0.7, 1.3],
      [-0.7, 1.3],
    ],
    true,
  );

/** Moustache or full beard; the mouth is drawn over it. */
export function drawBeard(frame: Frame, painter: Painter): void {
  const { face, hair, on } = frame;
  if (face.beard === 'none') return;
  const colour = mix(hair, INK, 0.12);
  if (face.beard === 'full') {
    const cheeks = [
      on(-0.97, 0.1),
      on(-0.8, 0.34),
      on(-0.45, 0.46),
      on(0, 0.4),
      on(0.45, 0.46),
      on(0.8, 0.34),
      on(0.97, 0.1),
      on(1.2, 0.8),
      on(0, 1.5),
      on(-1.2, 0.8),
    ];
    painter.fill(curve(cheeks, true), [colour, mix(colour, INK, 0.25)], { inside: frame.head(0.045) });
    painter.fill(ellipse(on(0, 0.62), 0.2, 0.1), mix(frame.skin, frame.shade, 0.5), { as: 'light', opacity: 0.65 });
  }
  const lip = [
    on(0, 0.44),
    on(0.3, 0.46),
    on(0.46, 0.64),
    on(0.24, 0.56),
    on(0, 0.54),
    on(-0.24, 0.56),
    on(-0.46, 0.64),
    on(-0.3, 0.46),
  ];
  painter.fill(curve(lip, true), colour);
}

/** Spectacles: they follow the head's turn, and hide eyes only where they are dark. */
export function drawGlasses(frame: Frame, painter: Painter): void {
  const { face, on, foreshortened } = frame;
  if (face.glasses === 'none') return;
  const dark = face.glasses === 'dark';
  const head = frame.head();
  const rim: Rgb = face.glasses === 'round' ? [0.5, 0.28, 0.12] : INK;
  for (const side of [-1, 1]) {
    const u = side * (EYE.u + 0.015);
    const centre = on(u, EYE.v + 0.02, 0.05);
    const rx = 0.2 * foreshortened(u) * (face.glasses === 'round' ? 0.95 : 1.08);
    const ry = face.glasses === 'round' ? 0.19 : 0.15;
    const lens = face.glasses === 'round' ? ellipse(centre, rx, ry) : rounded(centre, rx, ry);
    if (dark) {
      painter.fill(lens, [
        [0.1, 0.1, 0.14],
        [0.28, 0.26, 0.34],
      ]);
      const [x, y] = centre;
      painter.line(
        [
          [x - rx * 0.5, y + ry * 0.1],
          [x - rx * 0.1, y - ry * 0.55],
        ],
        0.045,
        [0.75, 0.8, 0.9],
        { as: 'light', opacity: 0.8 },
      );
    } else {
      painter.fill(lens, [0.9, 0.96, 1], { as: 'light', opacity: 0.22 });
      painter.ring(lens, 0.052, rim);
    }
    const [hingeX, hingeY] = centre;
    painter.line([[hingeX + side * rx, hingeY - 0.03], on(side, EYE.v - 0.04)], 0.045, rim, { inside: head });
  }
  painter.line(curve([on(-0.13, EYE.v, 0.08), on(0, EYE.v - 0.05, 0.12), on(0.13, EYE.v, 0.08)]), 0.05, rim);
}

/** A square with round corners around a centre. */
const rounded = ([x, y]: readonly [number, number], rx: number, ry: number): Path =>
  circle((u, v) => {
    const square = (t: number) => t * (1.55 - 0.55 * t * t);
    return [x + rx * square(u), y + ry * square(v)];
  });

/** A hat over the hair. */
export function drawHat(frame: Frame, painter: Painter): void {
  const { face, by, w } = frame;
  const lean = -0.04 * face.turn;
  const dome = (top: number, wide: number, brim: number) =>
    curve(
      [
        by(-w - wide + lean, brim),
        by(-w * 0.86 - wide + lean, brim - 0.36),
        by(lean, top),
        by(w * 0.86 + wide + lean, brim - 0.36),
        by(w + wide + lean, brim),
        by(lean, brim - 0.06),
      ],
      true,
    );
  if (face.hat === 'beanie') {
    const wool: Rgb = [0.85, 0.3, 0.32];
    painter.fill(ellipse(by(lean, -0.9), 0.13, 0.11), [0.98, 0.93, 0.88]);
    painter.fill(dome(-0.9, 0.1, -0.36), [mix(wool, WHITE, 0.12), wool]);
    const band = curve(
      [
        by(-w - 0.12 + lean, -0.42),
        by(lean, -0.54),
        by(w + 0.12 + lean, -0.42),
        by(w + 0.11 + lean, -0.24),
        by(lean, -0.34),
        by(-w - 0.11 + lean, -0.24),
      ],
      true,
    );
    painter.fill(band, [0.98, 0.93, 0.88]);
  }
  if (face.hat === 'cap') {
    const blue: Rgb = [0.16, 0.36, 0.66];
    painter.fill(dome(-0.86, 0.09, -0.34), [mix(blue, WHITE, 0.2), blue]);
    const to = 0.34 * face.turn;
    const peak = curve(
      [
        by(-w * 0.8 + to, -0.4),
        by(to, -0.5),
        by(w * 0.8 + to, -0.4),
        by(w * 0.72 + to * 1.5, -0.24),
        by(to * 1.5, -0.2),
        by(-w * 0.72 + to * 1.5, -0.24),
      ],
      true,
    );
    painter.fill(peak, mix(blue, INK, 0.45));
    painter.fill(ellipse(by(to * 0.6, -0.62), 0.1, 0.08), WHITE, { as: 'light' });
  }
  if (face.hat === 'straw') {
    const straw: Rgb = [0.93, 0.78, 0.42];
    painter.fill(ellipse(by(lean, -0.4), w + 0.38, 0.13), mix(straw, INK, 0.2));
    painter.fill(dome(-0.92, 0.02, -0.4), [mix(straw, WHITE, 0.3), straw]);
    painter.fill(
      curve(
        [
          by(-w - 0.01 + lean, -0.52),
          by(lean, -0.6),
          by(w + 0.01 + lean, -0.52),
          by(w + 0.02 + lean, -0.38),
          by(lean, -0.44),
          by(-w - 0.02 + lean, -0.38),
        ],
        true,
      ),
      [0.75, 0.25, 0.3],
    );
  }
}
