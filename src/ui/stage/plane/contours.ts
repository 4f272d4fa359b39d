import { type Sheet, widthOf, write } from '../drawing';
import type { PlaneFrame } from './frame';

/** A line as x and y in turn, in cells of its field. */
type Line = number[];

/** The lines on which a field [side × side] has a value. Where it is NaN there is none. */
export function contour(field: Float32Array, side: number, level: number): Line[] {
  const pieces = new Pieces();
  for (let row = 0; row + 1 < side; row++) {
    for (let column = 0; column + 1 < side; column++) {
      const at = row * side + column;
      const a = (field[at] as number) - level;
      const b = (field[at + 1] as number) - level;
      const c = (field[at + side + 1] as number) - level;
      const d = (field[at + side] as number) - level;
      const above = (a > 0 ? 1 : 0) + (b > 0 ? 1 : 0) + (c > 0 ? 1 : 0) + (d > 0 ? 1 : 0);
      if (above === 0 || above === 4 || Number.isNaN(a + b + c + d)) continue;
      pieces.cross(column, row, side, [a, b, c, d]);
    }
  }
  return pieces.lines();
}

/** Pieces of lines from edge to edge of the cells, joined where they meet on an edge. */
class Pieces {
  /** Edge: twice the index of its first corner, plus one for those that go up. To the edges it is joined with. */
  private readonly joined = new Map<number, number[]>();
  private readonly place = new Map<number, readonly [number, number]>();

  /** Joins the crossings of a cell's edges; corners go around it from the lower left. */
  cross(column: number, row: number, side: number, [a, b, c, d]: readonly [number, number, number, number]): void {
    const at = row * side + column;
    const ends: number[] = [];
    const end = (edge: number, x: number, y: number) => {
      this.place.set(edge, [x, y]);
      ends.push(edge);
    };
    if (a > 0 !== b > 0) end(2 * at, column + a / (a - b), row);
    if (b > 0 !== c > 0) end(2 * (at + 1) + 1, column + 1, row + b / (b - c));
    if (c > 0 !== d > 0) end(2 * (at + side), column + d / (d - c), row + 1);
    if (d > 0 !== a > 0) end(2 * at + 1, column, row + a / (a - d));
    // A saddle has four crossings, which pair in the order around the cell.
    for (let i = 0; i + 1 < ends.length; i += 2) this.join(ends[i] as number, ends[i + 1] as number);
  }

  lines(): Line[] {
    const lines: Line[] = [];
    // Open lines first, from their ends; what is left then are rings.
    const starts = [...this.joined.keys()].sort((p, q) => this.degree(p) - this.degree(q));
    for (const start of starts) if (this.degree(start) > 0) lines.push(this.follow(start));
    return lines;
  }

  private degree(edge: number): number {
    return this.joined.get(edge)?.length ?? 0;
  }

  private join(from: number, to: number): void {
    for (const [one, other] of [
      [from, to],
      [to, from],
    ] as const) {
      const known = this.joined.get(one);
      if (known) known.push(other);
      else this.joined.set(one, [other]);
    }
  }

  private follow(start: number): Line {
    const line: Line = [];
    let edge: number | undefined = start;
    while (edge !== undefined) {
      line.push(...(this.place.get(edge) as readonly [number, number]));
      const next: number | undefined = this.joined.get(edge)?.pop();
      if (next !== undefined) {
        const back = this.joined.get(next) as number[];
        back.splice(back.indexOf(edge), 1);
      }
      edge = next;
    }
    return line;
  }
}

interface Lines {
  levels: readonly { value: number; text: string }[];
  colour: string;
  textColour: string;
  dash: readonly number[];
}

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
      context.moveTo(x(line[0] as number), y(line[1] as number));
      for (let at = 2; at < line.length; at += 2) context.lineTo(x(line[at] as number), y(line[at + 1] as number));
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
