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
  const u = x - 0.5 - column;
  const v = y - 0.5 - row;
  for (let corner = 0; corner < 4; corner++) {
    const [i, j] = [column + (corner & 1), row + (corner >> 1)];
    if (i < 0 || j < 0 || i >= side || j >= side) continue;
    const share = (corner & 1 ? u : 1 - u) * (corner >> 1 ? v : 1 - v);
    cells[j * side + i] = (cells[j * side + i] as number) + amount * share;
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

/** Least and most places into which a cell of noise is divided along a side. */
const FINEST = 14;

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
  const at = (vertex: number, axis: 0 | 1): number =>
    axis === 0 ? ((images[2 * vertex] as number) - x0) * perX : ((images[2 * vertex + 1] as number) - y0) * perY;
  for (const [cell, share] of mass.entries()) {
    const corner = Math.floor(cell / (vertices - 1)) * vertices + (cell % (vertices - 1));
    const corners = [corner, corner + 1, corner + vertices, corner + vertices + 1];
    const xs = corners.map((vertex) => at(vertex, 0)) as Corners;
    const ys = corners.map((vertex) => at(vertex, 1)) as Corners;
    spreadOver(density, side, xs, ys, share * perX * perY);
  }
  return density;
}

type Corners = [number, number, number, number];

/** Adds `amount` evenly over the image of one cell, whose corners are given in cells of the raster. */
function spreadOver(density: Float32Array, side: number, xs: Corners, ys: Corners, amount: number): void {
  const extent = Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys));
  const parts = Math.min(FINEST, 2 + Math.ceil(1.5 * extent));
  const share = amount / (parts * parts);
  for (let i = 0; i < parts; i++) {
    const v = (i + 0.5) / parts;
    const [leftX, rightX] = [xs[0] + (xs[2] - xs[0]) * v, xs[1] + (xs[3] - xs[1]) * v];
    const [leftY, rightY] = [ys[0] + (ys[2] - ys[0]) * v, ys[1] + (ys[3] - ys[1]) * v];
    for (let j = 0; j < parts; j++) {
      const u = (j + 0.5) / parts;
      deposit(density, side, leftX + (rightX - leftX) * u, leftY + (rightY - leftY) * u, share);
    }
  }
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
