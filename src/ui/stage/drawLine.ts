import type { ScoreMeaning } from '../../core/catalog';
import type { Stage1d } from '../../core/stage';
import type { DatasetInfo } from '../../worker/protocol';
import { histogram, linear, ticks } from './axis';
import { readScores } from './belief';
import { polyline, type Sheet, write } from './drawing';

/** Layers of the 1-D view that can be switched. */
export const LINE_LAYERS = ['real', 'fake', 'score', 'optimal'] as const;
export type LineLayer = (typeof LINE_LAYERS)[number];

/** Words on the picture. */
export interface LineWords {
  real: string;
  fake: string;
  score: string;
  optimal: string;
  unit: string;
}

const BINS = 120;

interface Frame {
  x(value: number): number;
  y(density: number): number;
  belief(value: number): number;
  bottom: number;
  left: number;
  right: number;
  top: number;
}

/** Two histograms over one axis, D(x) as a curve above them, and the optimal D*. */
export function drawLine(
  sheet: Sheet,
  stage: Stage1d,
  info: DatasetInfo,
  meaning: ScoreMeaning,
  shown: ReadonlySet<string>,
  words: LineWords,
): void {
  const range = info.range[0] as readonly [number, number];
  const real = histogram(stage.real, range[0], range[1], BINS);
  const fake = histogram(stage.fake, range[0], range[1], BINS);
  // The data sets the scale: a generator that piles everything on one spot must not flatten the truth.
  const top = 1.5 * Math.max(...real);
  const frame = makeFrame(sheet, range, top);
  axes(sheet, frame, range, words.unit);
  const { palette } = sheet;
  if (shown.has('real')) bars(sheet, frame, real, range, palette.data, palette.dataText, words.real, 1);
  if (shown.has('fake')) bars(sheet, frame, fake, range, palette.generated, palette.generatedText, words.fake, 0);
  if (shown.has('optimal') && stage.optimal) {
    const { optimal } = stage;
    const style = { colour: palette.theory, width: 1.75, dash: [6, 4] };
    curve(sheet, frame, stage.grid, (i) => optimal[i] as number, style);
    lineName(sheet, frame, stage.grid, optimal, words.optimal, palette.theoryText, -6);
  }
  if (shown.has('score')) {
    const beliefs = readScores(meaning, stage.score);
    const belief = stage.score.map((score) => beliefs.of(score));
    curve(sheet, frame, stage.grid, (i) => belief[i] as number, { colour: palette.discriminator, width: 2.5 });
    lineName(sheet, frame, stage.grid, belief, words.score, palette.discriminatorText, 14);
  }
}

function makeFrame(sheet: Sheet, range: readonly [number, number], top: number): Frame {
  const left = 14;
  const right = sheet.width - 40;
  const bottom = sheet.height - 2.6 * sheet.type;
  const roof = 26;
  return {
    x: linear(range, [left, right]),
    y: linear([0, top], [bottom, roof]),
    belief: linear([0, 1], [bottom, roof]),
    bottom,
    left,
    right,
    top: roof,
  };
}

function axes(sheet: Sheet, frame: Frame, range: readonly [number, number], unit: string): void {
  const { context, palette } = sheet;
  context.strokeStyle = palette.line;
  context.lineWidth = 1;
  for (const value of [0, 0.5, 1]) {
    const y = frame.belief(value);
    context.beginPath();
    context.setLineDash(value === 0.5 ? [2, 4] : []);
    context.moveTo(frame.left, y);
    context.lineTo(frame.right, y);
    context.stroke();
    write(sheet, value === 0.5 ? '½' : String(value), frame.right + 8, y, palette.discriminatorText, {
      base: 'middle',
    });
  }
  context.setLineDash([]);
  const marks = ticks(range[0], range[1], Math.max(3, Math.floor(sheet.width / 90)));
  for (const [i, value] of marks.entries()) {
    const text = i === marks.length - 1 && unit ? `${value} ${unit}` : String(value);
    write(sheet, text, frame.x(value), frame.bottom + 8, palette.quiet, { align: 'center', base: 'top' });
  }
}

function bars(
  sheet: Sheet,
  frame: Frame,
  density: Float32Array,
  range: readonly [number, number],
  colour: string,
  textColour: string,
  name: string,
  row: number,
): void {
  const { context } = sheet;
  const width = (range[1] - range[0]) / density.length;
  context.beginPath();
  context.moveTo(frame.left, frame.bottom);
  for (const [i, value] of density.entries()) {
    const y = Math.max(frame.y(value), frame.top - 8);
    context.lineTo(frame.x(range[0] + i * width), y);
    context.lineTo(frame.x(range[0] + (i + 1) * width), y);
  }
  context.lineTo(frame.right, frame.bottom);
  context.globalAlpha = 0.35;
  context.fillStyle = colour;
  context.fill();
  context.globalAlpha = 1;
  context.strokeStyle = colour;
  context.lineWidth = 1.5;
  context.stroke();
  const peak = density.indexOf(Math.max(...density));
  const x = Math.min(Math.max(frame.x(range[0] + (peak + 0.5) * width), frame.left + 40), frame.right - 40);
  write(sheet, name, x, frame.top - 8 + row * 0, textColour, { align: row === 1 ? 'right' : 'left', bold: true });
}

function curve(
  sheet: Sheet,
  frame: Frame,
  grid: Float32Array,
  value: (i: number) => number,
  style: { colour: string; width: number; dash?: number[] },
): void {
  polyline(sheet, grid.length, (i) => [frame.x(grid[i] as number), frame.belief(value(i))], style);
}

/** Puts a line's name where the line ends. */
function lineName(
  sheet: Sheet,
  frame: Frame,
  grid: Float32Array,
  values: ArrayLike<number>,
  name: string,
  colour: string,
  below: number,
): void {
  let last = grid.length - 1;
  while (last > 0 && !Number.isFinite(values[last])) last -= 1;
  const y = Math.min(Math.max(frame.belief(values[last] as number), frame.top + 12), frame.bottom - 4);
  const x = Math.min(frame.x(grid[last] as number), frame.right) - 4;
  const above = y + below > frame.bottom - 4 ? -8 : below;
  write(sheet, name, x, y + above, colour, { align: 'right', bold: true });
}
