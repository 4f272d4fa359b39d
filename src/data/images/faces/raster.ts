import { sinCos } from '../../../core/maths';

/** A point of the picture: x to the right and y down, both from −1 to 1. */
export type Point = readonly [x: number, y: number];
/** Corners of a polygon, or of a line. */
export type Path = readonly Point[];

/** Places of a circle's 28 corners. */
const CIRCLE: Path = Array.from({ length: 28 }, (_, i) => {
  const [sin, cos] = sinCos((2 * Math.PI * i) / 28);
  return [cos, sin];
});

/** Closed path around an ellipse. */
export function ellipse([x, y]: Point, rx: number, ry: number): Path {
  return CIRCLE.map(([u, v]) => [x + rx * u, y + ry * v]);
}

/** The unit circle's points, for outlines that are bent circles. */
export const circle = (bend: (u: number, v: number) => Point): Path => CIRCLE.map(([u, v]) => bend(u, v));

const STEPS = 5;

/** A smooth curve (Catmull–Rom) through the points; closed where asked for. */
export function curve(points: Path, closed = false): Path {
  const n = points.length;
  const out: Point[] = [];
  const place = (k: number): number => (closed ? (k + n) % n : Math.min(n - 1, Math.max(0, k)));
  for (let i = 0; i < (closed ? n : n - 1); i++) {
    const [a, b, c, d] = [points[place(i - 1)], points[i], points[place(i + 1)], points[place(i + 2)]] as Point[];
    for (let step = 0; step < STEPS; step++) {
      const t = step / STEPS;
      out.push([between(a![0], b![0], c![0], d![0], t), between(a![1], b![1], c![1], d![1], t)]);
    }
  }
  return closed ? out : [...out, points[n - 1] as Point];
}

/** Catmull–Rom between b and c. */
const between = (a: number, b: number, c: number, d: number, t: number): number =>
  b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));

/** The outline of a soft pen's line along the points: `width` at its middle, tapered to `ends` times that. */
export function stroke(points: Path, width: number, ends = 1): Path {
  const n = points.length;
  const left: Point[] = [];
  const right: Point[] = [];
  for (let i = 0; i < n; i++) {
    const [px, py] = points[Math.max(0, i - 1)] as Point;
    const [qx, qy] = points[Math.min(n - 1, i + 1)] as Point;
    const [x, y] = points[i] as Point;
    const length = Math.sqrt((qx - px) ** 2 + (qy - py) ** 2) || 1;
    const middle = n > 1 ? 1 - Math.abs((2 * i) / (n - 1) - 1) : 1;
    const half = (width / 2) * (ends + (1 - ends) * middle);
    const [nx, ny] = [(-(qy - py) / length) * half, ((qx - px) / length) * half];
    // Half a pen's width longer at both ends, as a round pen is.
    const cap = i === 0 ? -0.7 : i === n - 1 ? 0.7 : 0;
    const [ex, ey] = [ny * cap, -nx * cap];
    left.push([x + nx + ex, y + ny + ey]);
    right.push([x - nx + ex, y - ny + ey]);
  }
  return [...left, ...right.reverse()];
}

/** The line of a pen around a closed path: its outer border, and back along its inner one. */
export function ring(path: Path, width: number): Path {
  const n = path.length;
  const outer: Point[] = [];
  const inner: Point[] = [];
  for (let i = 0; i <= n; i++) {
    const [px, py] = path[(i + n - 1) % n] as Point;
    const [qx, qy] = path[(i + 1) % n] as Point;
    const [x, y] = path[i % n] as Point;
    const length = Math.sqrt((qx - px) ** 2 + (qy - py) ** 2) || 1;
    const [nx, ny] = [((qy - py) / length) * (width / 2), (-(qx - px) / length) * (width / 2)];
    outer.push([x + nx, y + ny]);
    inner.push([x - nx, y - ny]);
  }
  return [...outer, ...inner.reverse()];
}

/** Some rows and columns of a picture: from `top` to before `bottom`, from `left` to before `right`. */
export interface Part {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** Heads and hats as large as the picture allows. */
const ZOOM = 1.07;

/** How much of each pixel lies inside a path, exactly: areas of a polygon, added up line by line. */
export class Raster {
  private readonly sums: Float64Array;

  /** `down`: how far the picture is moved down before it is enlarged. */
  constructor(
    readonly side: number,
    private readonly down: number,
  ) {
    this.sums = new Float64Array((side + 1) * (side + 2));
  }

  /** Place of x along a row, in pixels. */
  column(x: number): number {
    return ((ZOOM * x + 1) * this.side) / 2;
  }

  /** Place of y down a column, in pixels. */
  row(y: number): number {
    return ((ZOOM * (y + this.down) + 1) * this.side) / 2;
  }

  /**
   * Writes the coverage of the path, 0 to 1, to the part of `out` [side × side] that it may touch, or to that given; gives
   * this part.
   */
  cover(path: Path, out: Float32Array, given?: Part): Part {
    const { side } = this;
    const sums = this.sums;
    const part = given ?? this.partOf(path);
    const { top, bottom, left, right } = part;
    if (top >= bottom || left >= right) return part;
    sums.fill(0, top * (side + 2), bottom * (side + 2));
    let [fromX, fromY] = path.at(-1) as Point;
    for (const [x, y] of path) {
      this.edge(this.column(fromX), this.row(fromY), this.column(x), this.row(y), top, bottom);
      fromX = x;
      fromY = y;
    }
    for (let row = top; row < bottom; row++) {
      let sum = 0;
      for (let column = 0; column < right; column++) {
        sum += sums[row * (side + 2) + column] as number;
        out[row * side + column] = Math.min(1, Math.abs(sum));
      }
    }
    return part;
  }

  private partOf(path: Path): Part {
    const { side } = this;
    const part = { top: side, bottom: 0, left: side, right: 0 };
    for (const [x, y] of path) {
      const [column, row] = [this.column(x), this.row(y)];
      if (row < part.top) part.top = row;
      if (row > part.bottom) part.bottom = row;
      if (column < part.left) part.left = column;
      if (column > part.right) part.right = column;
    }
    return {
      top: Math.max(0, Math.floor(part.top)),
      bottom: Math.min(side, Math.ceil(part.bottom)),
      left: Math.max(0, Math.floor(part.left)),
      right: Math.min(side, Math.ceil(part.right)),
    };
  }

  /** Enters what one edge, in pixels, adds to the areas to its right, in the rows from `top` to `bottom`. */
  private edge(x0: number, y0: number, x1: number, y1: number, top: number, bottom: number): void {
    if (y0 === y1) return;
    const sign = y0 < y1 ? 1 : -1;
    const slope = (x1 - x0) / (y1 - y0);
    const upper = Math.min(y0, y1);
    const lower = Math.max(y0, y1);
    const { side } = this;
    const last = Math.min(bottom, Math.ceil(lower));
    for (let row = Math.max(top, Math.floor(upper)); row < last; row++) {
      const from = Math.max(upper, row);
      const to = Math.min(lower, row + 1);
      if (to <= from) continue;
      const a = Math.min(side, Math.max(0, x0 + (from - y0) * slope));
      const b = Math.min(side, Math.max(0, x0 + (to - y0) * slope));
      this.span(row, Math.min(a, b), Math.max(a, b), sign * (to - from));
    }
  }

  /** One edge within one row: it goes from `left` to `right` and has that signed height. */
  private span(row: number, left: number, right: number, height: number): void {
    const sums = this.sums;
    const start = row * (this.side + 2);
    const first = Math.floor(left);
    const end = Math.ceil(right);
    if (end <= first + 1) {
      const middle = (left + right) / 2 - first;
      sums[start + first] = (sums[start + first] as number) + height * (1 - middle);
      sums[start + first + 1] = (sums[start + first + 1] as number) + height * middle;
      return;
    }
    // Area to the right of the edge within each pixel it crosses; each pixel enters the difference to the one before.
    let before = 0;
    for (let column = first; column < end; column++) {
      const enter = Math.max(left, column);
      const leave = Math.min(right, column + 1);
      const share = (leave - enter) / (right - left);
      const done = (enter - left) / (right - left);
      const covered = height * (done + share * (column + 1 - (enter + leave) / 2));
      sums[start + column] = (sums[start + column] as number) + covered - before;
      before = covered;
    }
    sums[start + end] = (sums[start + end] as number) + height - before;
  }
}
