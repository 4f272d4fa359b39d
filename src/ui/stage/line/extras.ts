import { polyline, type Sheet, widthOf, write } from '../drawing';
import type { Band, TransportPlan } from './figures';
import type { LineFrame } from './frame';

/** Screws that are seen on their way, and the time that the way takes them, in ms. */
const SCREWS = 24;
const WAY_MS = 2600;
/** Where the screws are drawn when nothing may move. */
const STILL = 0.6;

/** Shades what lies between two curves; NaN of either leaves a gap. */
export function drawArea(
  { context, palette }: Sheet,
  frame: LineFrame,
  grid: Float32Array,
  upper: ArrayLike<number>,
  lower: ArrayLike<number>,
): void {
  context.fillStyle = palette.discriminator;
  context.globalAlpha = 0.22;
  context.beginPath();
  for (let i = 0; i + 1 < grid.length; i++) {
    const corners = [upper[i], upper[i + 1], lower[i + 1], lower[i]] as number[];
    if (!corners.every(Number.isFinite)) continue;
    const [x0, x1] = [frame.x(grid[i] as number), frame.x(grid[i + 1] as number)];
    for (const [corner, value] of corners.entries()) {
      const [x, y] = [corner === 0 || corner === 3 ? x0 : x1, frame.belief(value)];
      if (corner === 0) context.moveTo(x, y);
      else context.lineTo(x, y);
    }
  }
  context.fill();
  context.globalAlpha = 1;
}

/** The limits within which screws are accepted: what lies outside is hatched. */
export function drawTolerance(sheet: Sheet, frame: LineFrame, band: Band, name: string): void {
  const { context, palette } = sheet;
  const [low, high] = band.map((x) => Math.min(frame.right, Math.max(frame.left, frame.x(x)))) as [number, number];
  context.fillStyle = palette.text;
  context.globalAlpha = 0.07;
  context.fillRect(frame.left, frame.top, low - frame.left, frame.bottom - frame.top);
  context.fillRect(high, frame.top, frame.right - high, frame.bottom - frame.top);
  context.globalAlpha = 1;
  for (const x of [low, high]) {
    polyline(sheet, 2, (i) => [x, i === 0 ? frame.top : frame.bottom], {
      colour: palette.quiet,
      width: 1.5,
      dash: [2, 3],
    });
  }
  const inside = high + widthOf(sheet, name) + 8 < frame.right;
  write(sheet, name, inside ? high + 6 : high - 6, frame.bottom - 8, palette.quiet, {
    align: inside ? 'left' : 'right',
    rim: true,
  });
}

/** Screws on their way from where the machine makes them to where the plan puts them. `now`: ms, null where all is still. */
export function drawTransport(sheet: Sheet, frame: LineFrame, { from, to }: TransportPlan, now: number | null): void {
  const { context, palette } = sheet;
  context.lineWidth = 1.2;
  for (let i = 0; i < SCREWS; i++) {
    const at = Math.floor(((i + 0.5) / SCREWS) * from.length);
    const [x0, x1] = [frame.x(from[at] as number), frame.x(to[at] as number)];
    const height = Math.min(0.6 * (frame.bottom - frame.top), 14 + 0.35 * Math.abs(x1 - x0) + 2.5 * i);
    context.strokeStyle = palette.theory;
    context.globalAlpha = 0.45;
    context.beginPath();
    context.moveTo(x0, frame.bottom);
    context.quadraticCurveTo((x0 + x1) / 2, frame.bottom - 2 * height, x1, frame.bottom);
    context.stroke();
    context.globalAlpha = 1;
    const t = now === null ? STILL : way((now / WAY_MS + i / SCREWS) % 1);
    const y = frame.bottom - 4 * height * t * (1 - t);
    drawScrew(sheet, x0 + (x1 - x0) * t, y, t);
  }
}

/** The way there with a rest at either end. */
function way(phase: number): number {
  const t = Math.min(1, Math.max(0, (phase - 0.1) / 0.75));
  return t * t * (3 - 2 * t);
}

/** A screw's head with its slot, which turns as it goes, in the colour of where it belongs. */
function drawScrew({ context, palette }: Sheet, x: number, y: number, t: number): void {
  const radius = 5;
  const angle = 4 * Math.PI * t;
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fillStyle = t < 1 ? palette.generated : palette.data;
  context.fill();
  context.strokeStyle = palette.panel;
  context.lineWidth = 1.5;
  context.beginPath();
  context.moveTo(x - 0.7 * radius * Math.cos(angle), y - 0.7 * radius * Math.sin(angle));
  context.lineTo(x + 0.7 * radius * Math.cos(angle), y + 0.7 * radius * Math.sin(angle));
  context.stroke();
}

/** A sample that is to be judged: where it lies, and a question mark. */
export function drawQuestion(sheet: Sheet, frame: LineFrame, x: number): void {
  const { palette, type } = sheet;
  const place = Math.min(frame.right, Math.max(frame.left, frame.x(x)));
  polyline(sheet, 2, (i) => [place, i === 0 ? frame.top + 2 * type : frame.bottom], {
    colour: palette.text,
    width: 2,
  });
  write(sheet, '?', place, frame.top + 1.6 * type, palette.text, { align: 'center', bold: true, rim: true });
}
