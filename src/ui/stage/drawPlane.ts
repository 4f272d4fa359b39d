import type { ScoreMeaning } from '../../core/catalog';
import type { Stage2d } from '../../core/stage';
import type { DatasetInfo } from '../../worker/protocol';
import { linear, ticks, tickText } from './axis';
import { readScores } from './belief';
import { type Sheet, write } from './drawing';
import { surfaceColour } from './palette';

/** Layers of the 2-D view that can be switched. */
export const PLANE_LAYERS = ['real', 'fake', 'score'] as const;
export type PlaneLayer = (typeof PLANE_LAYERS)[number];

/** Real and generated points over D's surface. */
export function drawPlane(
  sheet: Sheet,
  stage: Stage2d,
  info: DatasetInfo,
  meaning: ScoreMeaning,
  shown: ReadonlySet<string>,
): void {
  const [rangeX, rangeY] = info.range as [readonly [number, number], readonly [number, number]];
  const margin = 2.2 * sheet.type;
  const side = Math.min(sheet.width - 2 * margin, sheet.height - 1.5 * margin);
  const left = (sheet.width - side) / 2;
  const bottom = (sheet.height + side) / 2 - margin / 3;
  const x = linear(rangeX, [left, left + side]);
  const y = linear(rangeY, [bottom, bottom - side]);
  const { context, palette } = sheet;
  context.save();
  context.beginPath();
  context.rect(left, bottom - side, side, side);
  context.clip();
  if (shown.has('score')) drawSurface(sheet, stage, meaning, left, bottom - side, side);
  const radius = Math.max(1.6, side / 260);
  if (shown.has('real')) {
    context.globalAlpha = 0.65;
    context.fillStyle = palette.data;
    dots(context, stage.real, x, y, radius);
  }
  if (shown.has('fake')) {
    context.globalAlpha = 0.8;
    context.fillStyle = palette.generated;
    diamonds(context, stage.fake, x, y, radius * 1.35);
  }
  context.restore();
  context.strokeStyle = palette.line;
  context.strokeRect(left, bottom - side, side, side);
  for (const value of ticks(rangeX[0], rangeX[1], 5)) {
    write(sheet, tickText(value), x(value), bottom + 6, palette.quiet, { align: 'center', base: 'top' });
  }
  for (const value of ticks(rangeY[0], rangeY[1], 5)) {
    write(sheet, tickText(value), left - 6, y(value), palette.quiet, { align: 'right', base: 'middle' });
  }
}

/** Shades of D's surface: enough that no step is seen. */
const SHADES = 256;
let surface: OffscreenCanvas | null = null;

function drawSurface(
  sheet: Sheet,
  stage: Stage2d,
  meaning: ScoreMeaning,
  left: number,
  top: number,
  side: number,
): void {
  const beliefs = readScores(meaning, stage.score);
  const shades = Array.from({ length: SHADES }, (_, i) => surfaceColour(sheet.palette.surface, i / (SHADES - 1)));
  const cells = stage.side;
  const image = new ImageData(cells, cells);
  const { data } = image;
  for (let row = 0; row < cells; row++) {
    // Scores begin at the lowest y, pictures at the top.
    let at = 4 * (cells - 1 - row) * cells;
    for (let column = 0; column < cells; column++, at += 4) {
      const belief = beliefs.of(stage.score[row * cells + column] as number);
      const shade = shades[Math.round(belief * (SHADES - 1))];
      if (!shade) continue;
      data[at] = shade[0];
      data[at + 1] = shade[1];
      data[at + 2] = shade[2];
      data[at + 3] = 255;
    }
  }
  if (surface?.width !== cells) surface = new OffscreenCanvas(cells, cells);
  surface.getContext('2d')?.putImageData(image, 0, 0);
  sheet.context.imageSmoothingEnabled = true;
  sheet.context.imageSmoothingQuality = 'high';
  sheet.context.drawImage(surface, left, top, side, side);
}

type Map1 = (value: number) => number;

function dots(context: CanvasRenderingContext2D, points: Float32Array, x: Map1, y: Map1, radius: number): void {
  context.beginPath();
  for (let i = 0; i + 1 < points.length; i += 2) {
    const [px, py] = [x(points[i] as number), y(points[i + 1] as number)];
    context.moveTo(px + radius, py);
    context.arc(px, py, radius, 0, 2 * Math.PI);
  }
  context.fill();
}

/**
 * Another shape than the real points, so that colour is not the only difference. Drawn as squares on a turned sheet: one
 * path of all of them takes browsers ten times as long.
 */
function diamonds(context: CanvasRenderingContext2D, points: Float32Array, x: Map1, y: Map1, radius: number): void {
  const side = radius * Math.SQRT2;
  context.save();
  context.rotate(Math.PI / 4);
  for (let i = 0; i + 1 < points.length; i += 2) {
    const [px, py] = [x(points[i] as number), y(points[i + 1] as number)];
    context.fillRect((px + py) * Math.SQRT1_2 - side / 2, (py - px) * Math.SQRT1_2 - side / 2, side, side);
  }
  context.restore();
}
