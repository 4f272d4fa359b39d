import type { Manifold } from '../../../core/stage';
import type { DatasetInfo } from '../../../worker/protocol';
import type { Sheet } from '../drawing';
import type { PlaneFrame } from './frame';

/** Vertices from one drawn line to the next; those between keep it smooth. */
const EVERY = 2;
/** Shades of the density. */
const SHADES = 8;
/** Share of the range's half that the untouched noise grid takes. */
const NOISE_SIZE = 0.9;

/** Places of the vertices on the way from the regular noise grid (0) to the manifold (1), in data units. */
export function morphed({ columns, rows, places }: Manifold, { range }: DatasetInfo, morph: number): Float32Array {
  if (morph >= 1) return places;
  const [[x0, x1], [y0, y1]] = range as [readonly [number, number], readonly [number, number]];
  const noise = (i: number, count: number, low: number, high: number) =>
    (low + high) / 2 + (count > 1 ? ((2 * i) / (count - 1) - 1) * NOISE_SIZE * ((high - low) / 2) : 0);
  return places.map((place, i) => {
    const vertex = i >> 1;
    const from =
      i % 2 === 0 ? noise(vertex % columns, columns, x0, x1) : noise(Math.floor(vertex / columns), rows, y0, y1);
    return from + (place - from) * morph;
  });
}

/** The warped noise grid: its lines, and its density in the strength of the colour. */
export function drawManifold(
  sheet: Sheet,
  frame: PlaneFrame,
  manifold: Manifold,
  info: DatasetInfo,
  morph: number,
): void {
  const { columns, rows } = manifold;
  const places = morphed(manifold, info, morph);
  const pixels = places.map((place, i) => (i % 2 === 0 ? frame.x(place) : frame.y(place)));
  if (manifold.latentSize === 2) shade(sheet, manifold, pixels);
  const { context, palette } = sheet;
  context.beginPath();
  for (let row = 0; row < rows; row += EVERY) {
    for (let column = 0; column < columns; column++) line(context, pixels, row * columns + column, column === 0);
  }
  if (rows > 1) {
    for (let column = 0; column < columns; column += EVERY) {
      for (let row = 0; row < rows; row++) line(context, pixels, row * columns + column, row === 0);
    }
  }
  context.globalAlpha = rows > 1 ? 0.75 : 1;
  context.strokeStyle = palette.generator;
  context.lineWidth = rows > 1 ? 0.8 : 2;
  context.stroke();
  context.globalAlpha = 1;
}

function line(context: CanvasRenderingContext2D, pixels: Float32Array, vertex: number, first: boolean): void {
  const [x, y] = [pixels[2 * vertex] as number, pixels[2 * vertex + 1] as number];
  if (first) context.moveTo(x, y);
  else context.lineTo(x, y);
}

/** Fills the cells: the root of their density in a few strengths, of the prior's mass over the area it now covers. */
function shade({ context, palette }: Sheet, { columns, rows, reach }: Manifold, pixels: Float32Array): void {
  const cells: { vertex: number; density: number }[] = [];
  const bell = (i: number, count: number) => Math.exp(-0.5 * (reach * ((2 * i) / (count - 1) - 1)) ** 2);
  for (let row = 0; row + EVERY < rows; row += EVERY) {
    for (let column = 0; column + EVERY < columns; column += EVERY) {
      const vertex = row * columns + column;
      const mass = bell(column + EVERY / 2, columns) * bell(row + EVERY / 2, rows);
      cells.push({ vertex, density: mass / Math.max(1, areaOf(around(vertex, columns), pixels)) });
    }
  }
  const sorted = cells.map(({ density }) => density).sort((a, b) => a - b);
  const strong = sorted[Math.floor(0.95 * sorted.length)] as number;
  const shades = Array.from({ length: SHADES + 1 }, (): number[] => []);
  for (const { vertex, density } of cells) {
    shades[Math.round(SHADES * Math.min(1, Math.sqrt(density / strong)))]?.push(vertex);
  }
  context.fillStyle = palette.generator;
  for (const [i, vertices] of shades.entries()) {
    if (i === 0 || vertices.length === 0) continue;
    context.globalAlpha = (0.6 * i) / SHADES;
    context.beginPath();
    for (const vertex of vertices) {
      for (const [corner, at] of around(vertex, columns).entries()) line(context, pixels, at, corner === 0);
    }
    context.fill();
  }
  context.globalAlpha = 1;
}

const around = (vertex: number, columns: number): readonly number[] => [
  vertex,
  vertex + EVERY,
  vertex + EVERY + EVERY * columns,
  vertex + EVERY * columns,
];

/** Area of a polygon, in square pixels, whichever way it goes round. */
function areaOf(corners: readonly number[], pixels: Float32Array): number {
  let twice = 0;
  for (const [i, corner] of corners.entries()) {
    const next = corners[(i + 1) % corners.length] as number;
    twice += (pixels[2 * corner] as number) * (pixels[2 * next + 1] as number);
    twice -= (pixels[2 * next] as number) * (pixels[2 * corner + 1] as number);
  }
  return Math.abs(twice) / 2;
}
