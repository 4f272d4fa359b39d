/**
 * Density of G's output along `grid` for a one-dimensional latent: G's images of equally likely quantiles of the prior
 * bound segments that carry equal mass, so the result is exact up to the grid and to straight lines between quantiles.
 *
 * @param images [n] G(z) at increasing quantiles of z, data units
 * @param grid [g] equally spaced positions
 * @returns [g] density at each position: mass that falls into its cell over the cell's width
 */
export function pushforwardDensity(images: Float32Array, grid: Float32Array): Float32Array {
  const width = (grid[1] as number) - (grid[0] as number);
  const left = (grid[0] as number) - width / 2;
  const density = new Float32Array(grid.length);
  const mass = 1 / (images.length - 1);
  for (let i = 0; i + 1 < images.length; i++) {
    const low = Math.min(images[i] as number, images[i + 1] as number);
    const high = Math.max(images[i] as number, images[i + 1] as number);
    spreadMass(density, (low - left) / width, (high - left) / width, mass / width);
  }
  return density;
}

/** Adds `amount`, spread evenly over [from, to] in cell units. */
function spreadMass(cells: Float32Array, from: number, to: number, amount: number): void {
  const first = Math.max(0, Math.floor(from));
  const last = Math.min(cells.length - 1, Math.floor(to));
  for (let cell = first; cell <= last; cell++) {
    const overlap = to > from ? (Math.min(to, cell + 1) - Math.max(from, cell)) / (to - from) : 1;
    cells[cell] = (cells[cell] as number) + amount * overlap;
  }
}

/**
 * Kernel estimate of a density along `grid`, for latents of more than one dimension: Gaussian kernels with Silverman's
 * width 1.06 sd n^(−1/5).
 */
export function kernelDensity(sample: Float32Array, sd: number, grid: Float32Array): Float32Array {
  const width = Math.max(1.06 * sd * sample.length ** -0.2, ((grid[1] as number) - (grid[0] as number)) / 2);
  const scale = 1 / (sample.length * width * Math.sqrt(2 * Math.PI));
  return grid.map((x) => {
    let sum = 0;
    for (const value of sample) sum += Math.exp(-0.5 * ((x - value) / width) ** 2);
    return sum * scale;
  });
}

/**
 * The optimal discriminator D* = p / (p + q) of Goodfellow et al., Proposition 1; NaN where neither density holds enough
 * mass in a cell for the ratio to mean anything.
 */
export function optimalDiscriminator(p: Float32Array, q: Float32Array, negligible: number): Float32Array {
  return p.map((real, i) => {
    const fake = q[i] as number;
    return real < negligible && fake < negligible ? Number.NaN : real / (real + fake);
  });
}
