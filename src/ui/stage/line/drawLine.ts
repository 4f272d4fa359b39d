import type { ScoreMeaning } from '../../../core/catalog';
import type { Stage1d } from '../../../core/stage';
import type { DatasetInfo } from '../../../worker/protocol';
import { histogram, ticks, tickText } from '../axis';
import { type Beliefs, readScores } from '../belief';
import { polyline, type Sheet, widthOf, write } from '../drawing';
import { apart } from '../labels';
import { drawArea, drawQuestion, drawTolerance, drawTransport } from './extras';
import { type Band, transportPlan } from './figures';
import { type LineFrame, lineFrame } from './frame';

/** Words on the picture. */
export interface LineWords {
  real: string;
  fake: string;
  score: string;
  optimal: string;
  hand: string;
  tolerance: string;
  unit: string;
}

const BINS = 120;

/** What is chosen about the 1-D picture. */
export interface LineView {
  shown: ReadonlySet<string>;
  band: Band;
  /** Samples of the machine that is set by hand; null where it is not shown. */
  hand: Float32Array | null;
  /** The sample that is to be judged blind; nothing but the real ones is shown beside it. */
  asked: number | null;
  /** Time of moving things in ms; null where nothing may move. */
  now: number | null;
}

/** The histograms of both belts over one axis, D(x) as a curve above them, the optimal D*, and what else is shown. */
export function drawLine(
  sheet: Sheet,
  stage: Stage1d,
  info: DatasetInfo,
  meaning: ScoreMeaning,
  view: LineView,
  words: LineWords,
): void {
  const range = info.range[0] as readonly [number, number];
  const { palette } = sheet;
  // Whoever judges blind sees what real ones look like, and no more.
  const shows = (layer: string) => view.shown.has(layer) && (view.asked === null || layer === 'real');
  const belts = [
    { samples: stage.real, layer: 'real', name: words.real, colour: palette.data, text: palette.dataText },
    { samples: stage.fake, layer: 'fake', name: words.fake, colour: palette.generated, text: palette.generatedText },
    { samples: view.hand, layer: 'hand', name: words.hand, colour: palette.generator, text: palette.generatorText },
  ].flatMap(({ samples, ...belt }) =>
    samples ? [{ ...belt, density: histogram(samples, range[0], range[1], BINS) }] : [],
  );
  // The data sets the scale: a generator that piles everything on one spot must not flatten the truth.
  const frame = lineFrame(sheet, range, 1.5 * Math.max(...(belts[0]?.density ?? [])));
  const beliefs = readScores(meaning, stage.score);
  axes(sheet, frame, range, words.unit, beliefs);
  if (shows('tolerance')) drawTolerance(sheet, frame, view.band, words.tolerance);
  const seen = belts.filter(({ layer }) => shows(layer));
  for (const { density, colour } of seen) bars(sheet, frame, density, range, colour);
  nameBars(
    sheet,
    frame,
    range,
    seen.map(({ density, name, text }) => ({ density, name, colour: text })),
  );
  drawBeliefs(
    sheet,
    frame,
    stage,
    stage.score.map((score) => beliefs.of(score)),
    shows,
    words,
  );
  if (shows('transport')) drawTransport(sheet, frame, transportPlan(stage.fake, stage.real), view.now);
  if (view.asked !== null) drawQuestion(sheet, frame, view.asked);
}

/** D and D*, each with its name, and the area between them. */
function drawBeliefs(
  sheet: Sheet,
  frame: LineFrame,
  { grid, optimal: known }: Stage1d,
  belief: Float32Array,
  shows: (layer: string) => boolean,
  words: LineWords,
): void {
  const { palette } = sheet;
  const optimal = shows('optimal') ? known : null;
  if (known && shows('area')) drawArea(sheet, frame, grid, belief, known);
  if (optimal) curve(sheet, frame, grid, optimal, { colour: palette.theory, width: 1.75, dash: [6, 4] });
  if (shows('score')) curve(sheet, frame, grid, belief, { colour: palette.discriminator, width: 2.5 });
  // At opposite ends, so that the two names never meet.
  if (optimal) lineName(sheet, frame, grid, optimal, words.optimal, palette.theoryText, 'left');
  if (shows('score')) lineName(sheet, frame, grid, belief, words.score, palette.discriminatorText, 'right');
}

function axes(
  sheet: Sheet,
  frame: LineFrame,
  range: readonly [number, number],
  unit: string,
  { range: ownScale }: Beliefs,
): void {
  const { context, palette } = sheet;
  context.strokeStyle = palette.line;
  context.lineWidth = 1;
  const marks: [number, string][] = ownScale
    ? [
        [0, tickText(Number(ownScale[0].toPrecision(2)))],
        [1, tickText(Number(ownScale[1].toPrecision(2)))],
      ]
    : [
        [0, '0'],
        [0.5, '½'],
        [1, '1'],
      ];
  for (const [value, text] of marks) {
    const y = frame.belief(value);
    context.beginPath();
    context.setLineDash(value === 0.5 ? [2, 4] : []);
    context.moveTo(frame.left, y);
    context.lineTo(frame.right, y);
    context.stroke();
    write(sheet, text, frame.right + 8, y, palette.discriminatorText, { base: 'middle' });
  }
  context.setLineDash([]);
  const places = ticks(range[0], range[1], Math.max(3, Math.floor(sheet.width / 90)));
  for (const [i, value] of places.entries()) {
    const text = i === places.length - 1 && unit ? `${tickText(value)} ${unit}` : tickText(value);
    write(sheet, text, frame.x(value), frame.bottom + 8, palette.quiet, { align: 'center', base: 'top' });
  }
}

function bars(
  sheet: Sheet,
  frame: LineFrame,
  density: Float32Array,
  range: readonly [number, number],
  colour: string,
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
}

interface NamedBars {
  density: Float32Array;
  name: string;
  colour: string;
}

/** Writes each histogram's name above the middle of its mass, side by side where they would meet. */
function nameBars(sheet: Sheet, frame: LineFrame, range: readonly [number, number], all: readonly NamedBars[]): void {
  const width = (range[1] - range[0]) / BINS;
  const labels = all.map(({ density, name, colour }) => {
    const middle = centreOf(density);
    return { name, colour, width: widthOf(sheet, name), x: frame.x(range[0] + (middle + 0.5) * width) };
  });
  for (const { name, colour, left } of apart(labels, frame.left, frame.right)) {
    write(sheet, name, left, frame.top - 10, colour, { bold: true, rim: true });
  }
}

/** Index of the middle of the mass; the middle of the axis where there is none. */
function centreOf(density: Float32Array): number {
  const total = density.reduce((sum, value) => sum + value, 0);
  if (total === 0) return density.length / 2;
  return density.reduce((sum, value, i) => sum + value * i, 0) / total;
}

function curve(
  sheet: Sheet,
  frame: LineFrame,
  grid: Float32Array,
  values: Float32Array,
  style: { colour: string; width: number; dash?: number[] },
): void {
  polyline(sheet, grid.length, (i) => [frame.x(grid[i] as number), frame.belief(values[i] as number)], style);
}

/** Puts a line's name where the line begins or ends. */
function lineName(
  sheet: Sheet,
  frame: LineFrame,
  grid: Float32Array,
  values: Float32Array,
  name: string,
  colour: string,
  side: 'left' | 'right',
): void {
  const at = side === 'left' ? values.findIndex(Number.isFinite) : values.findLastIndex(Number.isFinite);
  if (at < 0) return;
  const y = Math.min(Math.max(frame.belief(values[at] as number), frame.top), frame.bottom);
  const below = y + 2 * sheet.type < frame.bottom;
  const x = Math.min(Math.max(frame.x(grid[at] as number), frame.left), frame.right);
  const inward = side === 'left' ? 4 : -4;
  write(sheet, name, x + inward, below ? y + 1.2 * sheet.type : y - 8, colour, { align: side, bold: true, rim: true });
}
