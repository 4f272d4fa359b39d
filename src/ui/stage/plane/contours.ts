import { type Sheet, widthOf, write } from '../drawing';
import type { PlaneFrame } from './frame';

/** A line as x and y in turn, in cells of its field. */
type Line = number[];

/** The lines on which a field [side × side] has a value. Where it is NaN there is none. */
export function contour(field: Float32Array, side: number, level: number): Line[] {
  const pieces = new Pieces(field, side, level);
  for (let row = 0; row + 1 < side; row++) {
    for (let column = 0; column + 1 < side; column++) pieces.cross(row * side + column);
  }
  return pieces.lines();
}

/**
 * Pieces of lines from edge to edge of the cells, joined where they meet on an edge. An edge is twice the index of its first
 * corner, plus one for those that go up. Flat arrays, for this runs over every cell of every picture.
 */
class Pieces {
  /** The two edges that each is joined with; −1: none. */
  private readonly joined: Int32Array;
  private readonly crossed: number[] = [];

  constructor(
    private readonly field: Float32Array,
    private readonly side: number,
    private readonly level: number,
  ) {
    this.joined = new Int32Array(4 * side * side).fill(-1);
  }

  /** Joins the crossings of a cell's edges; corners go around it from the lower left, which has that index. */
  cross(at: number): void {
    const field = this.field;
    const side = this.side;
    const level = this.level;
    const a = field[at] as number;
    const b = field[at + 1] as number;
    const c = field[at + side + 1] as number;
    const d = field[at + side] as number;
    const above = (a > level ? 1 : 0) + (b > level ? 2 : 0) + (c > level ? 4 : 0) + (d > level ? 8 : 0);
    if (above === 0 || above === 15 || Number.isNaN(a + b + c + d)) return;
    const [bottom, right, top, left] = [2 * at, 2 * at + 3, 2 * (at + side), 2 * at + 1];
    const ends: number[] = [];
    if (((above ^ (above >> 1)) & 1) === 1) ends.push(bottom);
    if ((((above >> 1) ^ (above >> 2)) & 1) === 1) ends.push(right);
    if ((((above >> 2) ^ (above >> 3)) & 1) === 1) ends.push(top);
    if ((((above >> 3) ^ above) & 1) === 1) ends.push(left);
    // A saddle has four crossings, which pair in the order around the cell.
    for (let i = 0; i + 1 < ends.length; i += 2) {
      this.join(ends[i] as number, ends[i + 1] as number);
      this.join(ends[i + 1] as number, ends[i] as number);
    }
  }

  lines(): Line[] {
    const lines: Line[] = [];
    // Open lines first, from their ends; what is left then are rings.
    for (const edge of this.crossed) if (this.joined[2 * edge + 1] === -1) this.follow(edge, lines);
    for (const edge of this.crossed) this.follow(edge, lines);
    return lines;
  }

  /** One of an edge's two places is free: each of the two cells beside it joins it once. */
  private join(from: number, to: number): void {
    const { joined } = this;
    if (joined[2 * from] === -1) {
      joined[2 * from] = to;
      this.crossed.push(from);
    } else joined[2 * from + 1] = to;
  }

  /** Takes the line that goes on from an edge, if it was not taken yet. */
  private follow(start: number, lines: Line[]): void {
    const { joined } = this;
    if (joined[2 * start] === -1) return;
    const line: Line = [];
    let edge = start;
    while (edge !== -1) {
      this.place(edge, line);
      const next = (joined[2 * edge] === -1 ? joined[2 * edge + 1] : joined[2 * edge]) as number;
      if (next !== -1) {
        this.part(edge, next);
        this.part(next, edge);
      }
      edge = next;
    }
    lines.push(line);
  }

  private part(from: number, to: number): void {
    this.joined[2 * from + (this.joined[2 * from] === to ? 0 : 1)] = -1;
  }

  /** Adds where the level crosses an edge. */
  private place(edge: number, line: Line): void {
    const field = this.field;
    const side = this.side;
    const level = this.level;
    const at = edge >> 1;
    const up = edge % 2 === 1;
    const from = (field[at] as number) - level;
    const share = from / (from - ((field[at + (up ? side : 1)] as number) - level));
    const [column, row] = [at % side, Math.floor(at / side)];
    line.push(up ? column : column + share, up ? row + share : row);
  }
}

interface Lines {
  levels: readonly { value: number; text: string }[];
  colour: string;
  textColour: string;
  dash: readonly number[];
}

/** Places nearer to the one before, in CSS pixels, are left out: they cannot be seen, and cost as much as any. */
const NEAR = 4;

function trace(context: CanvasRenderingContext2D, line: Line, x: Scale, y: Scale): void {
  let [lastX, lastY] = [x(line[0] as number), y(line[1] as number)];
  context.moveTo(lastX, lastY);
  for (let at = 2; at < line.length; at += 2) {
    const [nextX, nextY] = [x(line[at] as number), y(line[at + 1] as number)];
    if (at + 2 < line.length && Math.abs(nextX - lastX) + Math.abs(nextY - lastY) < NEAR) continue;
    context.lineTo(nextX, nextY);
    [lastX, lastY] = [nextX, nextY];
  }
}

type Scale = (cell: number) => number;

/** Lines of a field over the frame's cells, each with its value written on it once. */
export function drawContours(
  sheet: Sheet,
  frame: PlaneFrame,
  field: Float32Array,
  side: number,
  { levels, colour, textColour, dash }: Lines,
): void {
  const { context } = sheet;
  const cell = frame.side / side;
  const x = (column: number) => frame.left + (column + 0.5) * cell;
  const y = (row: number) => frame.top + frame.side - (row + 0.5) * cell;
  context.strokeStyle = colour;
  context.lineWidth = 1.4;
  context.setLineDash([...dash]);
  const labels: [text: string, x: number, y: number][] = [];
  for (const [i, { value, text }] of levels.entries()) {
    const lines = contour(field, side, value);
    context.beginPath();
    for (const line of lines) {
      trace(context, line, x, y);
    }
    context.stroke();
    const longest = lines.reduce<Line>((best, line) => (line.length > best.length ? line : best), []);
    // At another share of each line, so that neighbours' labels keep apart.
    const at = 2 * Math.floor((longest.length / 2) * ((i + 1) / (levels.length + 1)));
    if (longest.length > 16) labels.push([text, x(longest[at] as number), y(longest[at + 1] as number)]);
  }
  context.setLineDash([]);
  for (const [text, left, top] of labels) {
    const width = widthOf(sheet, text) + 4;
    context.fillStyle = sheet.palette.panel;
    context.fillRect(left - width / 2, top - sheet.type / 2, width, sheet.type);
    write(sheet, text, left, top, textColour, { align: 'center', base: 'middle' });
  }
}
