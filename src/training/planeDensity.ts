/** Least and greatest x, and least and greatest y. */
export type PlaneRange = readonly [readonly [number, number], readonly [number, number]];

/** Centres [side × side × 2] of the equal cells of a range, row by row from the lowest y. */
export function cellCentres([[x0, x1], [y0, y1]]: PlaneRange, side: number): Float32Array {
  const centres = new Float32Array(side * side * 2);
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      const at = 2 * (row * side + column);
      centres[at] = x0 + ((x1 - x0) * (column + 0.5)) / side;
      centres[at + 1] = y0 + ((y1 - y0) * (row + 0.5)) / side;
    }
  }
  return centres;
}

/**
 * Shares an amount at a place, in cells from the lower left corner, among the four cells around it by their nearness, so
 * that a lattice of places leaves no pattern. All densities here are therefore blurred alike, by a triangle of one cell.
 */
function deposit(cells: Float32Array, side: number, x: number, y: number, amount: number): void {
  const column = Math.floor(x - 0.5);
  const row = Math.floor(y - 0.5);
  const right = (x - 0.5 - column) * amount;
  const left = amount - right;
  const up = y - 0.5 - row;
  const at = row * side + column;
  // Written out: this runs some hundred thousand times for a picture.
  const inLeft = column >= 0 && column < side;
  const inRight = column >= -1 && column + 1 < side;
  if (row >= 0 && row < side) {
    if (inLeft) cells[at] = (cells[at] as number) + left * (1 - up);
    if (inRight) cells[at + 1] = (cells[at + 1] as number) + right * (1 - up);
  }
  if (row >= -1 && row + 1 < side) {
    if (inLeft) cells[at + side] = (cells[at + side] as number) + left * up;
    if (inRight) cells[at + side + 1] = (cells[at + side + 1] as number) + right * up;
  }
}

/** A density in each cell, [side × side], read in `fine` × `fine` places of it. */
export function cellDensity(
  density: (x: readonly number[]) => number,
  range: PlaneRange,
  side: number,
  fine: number,
): Float32Array {
  const cells = new Float32Array(side * side);
  const places = cellCentres(range, side * fine);
  for (let i = 0; i < places.length / 2; i++) {
    const [x, y] = [((i % (side * fine)) + 0.5) / fine, (Math.floor(i / (side * fine)) + 0.5) / fine];
    deposit(cells, side, x, y, density([places[2 * i] as number, places[2 * i + 1] as number]) / (fine * fine));
  }
  return cells;
}

/** A regular grid over two normal latents: its vertices, and how much of the prior each of its cells holds. */
export interface NoiseGrid {
  /** Vertices on a side; latents from −reach to reach. */
  side: number;
  reach: number;
  /** [side × side × 2] row by row from the lowest second latent. */
  vertices: Float32Array;
  /** [(side − 1) × (side − 1)] shares of N(0, I), by the midpoint rule; their sum is 1. */
  mass: Float32Array;
}

/** The grid of that many vertices over [−reach, reach]². */
export function noiseGrid(side: number, reach: number): NoiseGrid {
  const step = (2 * reach) / (side - 1);
  const vertices = Float32Array.from({ length: 2 * side * side }, (_, i) => {
    const vertex = i >> 1;
    return (i % 2 === 0 ? vertex % side : Math.floor(vertex / side)) * step - reach;
  });
  const bell = Array.from({ length: side - 1 }, (_, i) => Math.exp(-0.5 * ((i + 0.5) * step - reach) ** 2));
  const total = bell.reduce((sum, value) => sum + value, 0) ** 2;
  const mass = Float32Array.from({ length: bell.length ** 2 }, (_, i) => {
    return ((bell[i % bell.length] as number) * (bell[Math.floor(i / bell.length)] as number)) / total;
  });
  return { side, reach, vertices, mass };
}

/** Most places into which a cell of noise is divided along a side. */
const FINEST = 12;

/**
 * Density of G's output over the cells of a range, [side × side], for two latents: each cell of a noise grid carries its
 * mass to where G maps it, linear between the vertices; exact up to that and to the cells. Folds add up by themselves.
 *
 * @param images [grid.side × grid.side × 2] G of the grid's vertices, data units
 */
export function warpedDensity(
  { side: vertices, mass }: NoiseGrid,
  images: Float32Array,
  range: PlaneRange,
  side: number,
): Float32Array {
  const [[x0, x1], [y0, y1]] = range;
  const [perX, perY] = [side / (x1 - x0), side / (y1 - y0)];
  const density = new Float32Array(side * side);
  const places = images.map((value, i) => (i % 2 === 0 ? (value - x0) * perX : (value - y0) * perY));
  for (let cell = 0; cell < mass.length; cell++) {
    const corner = Math.floor(cell / (vertices - 1)) * vertices + (cell % (vertices - 1));
    spreadOver(density, side, places, corner, vertices, (mass[cell] as number) * perX * perY);
  }
  return density;
}

/** Adds `amount` evenly over the image of one cell of noise, whose corners lie at `places`, in cells of the raster. */
function spreadOver(
  density: Float32Array,
  side: number,
  places: Float32Array,
  corner: number,
  vertices: number,
  amount: number,
): void {
  const [a, b] = [2 * corner, 2 * (corner + vertices)];
  const [x0, y0, x1, y1] = [places[a], places[a + 1], places[a + 2], places[a + 3]] as unknown as Quad;
  const [x2, y2, x3, y3] = [places[b], places[b + 1], places[b + 2], places[b + 3]] as unknown as Quad;
  // As many places as leave no gaps: each is shared among the cells around it.
  const across = partsFor(x1 - x0, y1 - y0, x3 - x2, y3 - y2);
  const along = partsFor(x2 - x0, y2 - y0, x3 - x1, y3 - y1);
  const share = amount / (across * along);
  for (let i = 0; i < along; i++) {
    const v = (i + 0.5) / along;
    const [x, y] = [x0 + (x2 - x0) * v, y0 + (y2 - y0) * v];
    const [dx, dy] = [(x1 + (x3 - x1) * v - x) / across, (y1 + (y3 - y1) * v - y) / across];
    for (let j = 0; j < across; j++) deposit(density, side, x + dx * (j + 0.5), y + dy * (j + 0.5), share);
  }
}

type Quad = readonly [number, number, number, number];

/** Parts of a cell along a side, from the images of that side and of the opposite one. */
function partsFor(dx: number, dy: number, ex: number, ey: number): number {
  const length = Math.max(Math.abs(dx), Math.abs(dy), Math.abs(ex), Math.abs(ey));
  return Math.min(FINEST, 1 + Math.floor(1.5 * length));
}

/**
 * Kernel estimate of a density over the cells of a range, [side × side], for other sizes of the noise: the points' counts
 * blurred by a Gaussian of Silverman's width sd n^(−1/6) along each axis.
 *
 * @param points [n × 2] data units
 */
export function blurredDensity(points: Float32Array, range: PlaneRange, side: number): Float32Array {
  const [[x0, x1], [y0, y1]] = range;
  const [perX, perY] = [side / (x1 - x0), side / (y1 - y0)];
  const n = points.length / 2;
  const counts = new Float32Array(side * side);
  const sums = [0, 0, 0, 0] as [number, number, number, number];
  for (let i = 0; i < n; i++) {
    const x = ((points[2 * i] as number) - x0) * perX;
    const y = ((points[2 * i + 1] as number) - y0) * perY;
    sums[0] += x / n;
    sums[1] += (x * x) / n;
    sums[2] += y / n;
    sums[3] += (y * y) / n;
    deposit(counts, side, x, y, (perX * perY) / n);
  }
  const width = (square: number, mean: number) => Math.sqrt(Math.max(0, square - mean * mean)) * n ** (-1 / 6);
  const alongX = blur(counts, side, 1, side, width(sums[1], sums[0]));
  return blur(alongX, side, side, 1, width(sums[3], sums[2]));
}

/** Blurs each of `side` lines of `side` values by a Gaussian of that width, in cells; at least half a cell. */
function blur(values: Float32Array, side: number, step: number, line: number, width: number): Float32Array {
  const sd = Math.max(0.5, width);
  const reach = Math.ceil(3 * sd);
  const kernel = Float32Array.from({ length: 2 * reach + 1 }, (_, i) => Math.exp(-0.5 * ((i - reach) / sd) ** 2));
  const total = kernel.reduce((sum, value) => sum + value, 0);
  const blurred = new Float32Array(values.length);
  for (let i = 0; i < side; i++) {
    for (let from = 0; from < side; from++) {
      const value = (values[i * line + from * step] as number) / total;
      if (value === 0) continue;
      for (let to = Math.max(0, from - reach); to <= Math.min(side - 1, from + reach); to++) {
        const at = i * line + to * step;
        blurred[at] = (blurred[at] as number) + value * (kernel[to - from + reach] as number);
      }
    }
  }
  return blurred;
}
