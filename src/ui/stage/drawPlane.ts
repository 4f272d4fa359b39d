import type { ScoreMeaning } from '../../core/catalog';
import type { Stage2d } from '../../core/stage';
import type { DatasetInfo } from '../../worker/protocol';
import { linear, ticks } from './axis';
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
  if (shown.has('real')) dots(context, stage.real, x, y, radius, palette.data);
  if (shown.has('fake')) diamonds(context, stage.fake, x, y, radius * 1.35, palette.generated);
  context.restore();
  context.strokeStyle = palette.line;
  context.strokeRect(left, bottom - side, side, side);
  for (const value of ticks(rangeX[0], rangeX[1], 5)) {
    write(sheet, String(value), x(value), bottom + 6, palette.quiet, { align: 'center', base: 'top' });
  }
  for (const value of ticks(rangeY[0], rangeY[1], 5)) {
    write(sheet, String(value), left - 6, y(value), palette.quiet, { align: 'right', base: 'middle' });
  }
}

function drawSurface(
  sheet: Sheet,
  stage: Stage2d,
  meaning: ScoreMeaning,
  left: number,
  top: number,
  side: number,
): void {
  const beliefs = readScores(meaning, stage.score);
  const cells = stage.side;
  const image = new ImageData(cells, cells);
  for (let row = 0; row < cells; row++) {
    for (let column = 0; column < cells; column++) {
      const belief = beliefs.of(stage.score[row * cells + column] as number);
      const [r, g, b] = surfaceColour(sheet.palette.surface, belief);
      // Scores begin at the lowest y, pictures at the top.
      image.data.set([r, g, b, 255], 4 * ((cells - 1 - row) * cells + column));
    }
  }
  const small = new OffscreenCanvas(cells, cells);
  small.getContext('2d')?.putImageData(image, 0, 0);
  sheet.context.imageSmoothingEnabled = true;
  sheet.context.imageSmoothingQuality = 'high';
  sheet.context.drawImage(small, left, top, side, side);
}

type Map1 = (value: number) => number;

function dots(
  context: CanvasRenderingContext2D,
  points: Float32Array,
  x: Map1,
  y: Map1,
  radius: number,
  colour: string,
) {
  context.beginPath();
  for (let i = 0; i + 1 < points.length; i += 2) {
    const [px, py] = [x(points[i] as number), y(points[i + 1] as number)];
    context.moveTo(px + radius, py);
    context.arc(px, py, radius, 0, 2 * Math.PI);
  }
  context.globalAlpha = 0.55;
  context.fillStyle = colour;
  context.fill();
  context.globalAlpha = 1;
}

/** Another shape than the real points, so that colour is not the only difference. */
function diamonds(
  context: CanvasRenderingContext2D,
  points: Float32Array,
  x: Map1,
  y: Map1,
  r: number,
  colour: string,
) {
  context.beginPath();
  for (let i = 0; i + 1 < points.length; i += 2) {
    const [px, py] = [x(points[i] as number), y(points[i + 1] as number)];
    context.moveTo(px, py - r);
    context.lineTo(px + r, py);
    context.lineTo(px, py + r);
    context.lineTo(px - r, py);
    context.closePath();
  }
  context.globalAlpha = 0.8;
  context.fillStyle = colour;
  context.fill();
  context.globalAlpha = 1;
}
