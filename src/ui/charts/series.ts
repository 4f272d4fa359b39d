/** Points of a line, x ascending. */
export interface Series {
  x: number[];
  y: number[];
}

/** The measured points of a column; iterations at which nothing was measured (NaN) are left out. */
export function measured(iterations: readonly number[], column: readonly number[]): Series {
  const x: number[] = [];
  const y: number[] = [];
  for (let i = 0; i < column.length; i++) {
    if (!Number.isFinite(column[i])) continue;
    x.push(iterations[i] as number);
    y.push(column[i] as number);
  }
  return { x, y };
}

/**
 * At most about `limit` points of a line, keeping the least and the greatest value of every stretch, so that no spike is
 * lost. A shorter line comes back as it is.
 */
export function downsample(series: Series, limit: number): Series {
  const { x, y } = series;
  if (x.length <= limit) return series;
  const stretches = Math.floor(limit / 2);
  const out: Series = { x: [], y: [] };
  for (let s = 0; s < stretches; s++) {
    const from = Math.floor((s * x.length) / stretches);
    const to = Math.floor(((s + 1) * x.length) / stretches);
    let low = from;
    let high = from;
    for (let i = from; i < to; i++) {
      if ((y[i] as number) < (y[low] as number)) low = i;
      if ((y[i] as number) > (y[high] as number)) high = i;
    }
    for (const i of low === high ? [low] : [Math.min(low, high), Math.max(low, high)]) {
      out.x.push(x[i] as number);
      out.y.push(y[i] as number);
    }
  }
  return out;
}

/**
 * Exponential moving average with weight `keep` on the past, 0 ≤ keep < 1, corrected for its start, so that the first
 * values are averages of what there is and not pulled towards zero.
 */
export function smooth({ x, y }: Series, keep: number): Series {
  if (keep <= 0) return { x, y };
  let sum = 0;
  let weight = 0;
  return {
    x,
    y: y.map((value) => {
      sum = keep * sum + (1 - keep) * value;
      weight = keep * weight + (1 - keep);
      return sum / weight;
    }),
  };
}

/**
 * The same average of the logarithms, for positive values that lie powers of ten apart: a single great one would hide all that
 * is small. Zeros are left out.
 */
export function smoothLogarithms({ x, y }: Series, keep: number): Series {
  const positive = y.flatMap((value, i) => (value > 0 ? i : []));
  const logarithms = positive.map((i) => Math.log(y[i] as number));
  const { y: averages } = smooth({ x: [], y: logarithms }, keep);
  return { x: positive.map((i) => x[i] as number), y: averages.map(Math.exp) };
}

/**
 * How far to move each of the places so that neighbours are `least` apart, the middle of each crowd staying where it is.
 * Places in any order; only the first two of a crowd of more are sure to be that far apart.
 */
export function separated(places: readonly number[], least: number): number[] {
  const shifts = places.map(() => 0);
  const order = places.map((_, i) => i).sort((a, b) => (places[a] as number) - (places[b] as number));
  for (const [rank, upper] of order.entries()) {
    const lower = order[rank - 1];
    if (lower === undefined) continue;
    const gap =
      (places[upper] as number) + (shifts[upper] as number) - (places[lower] as number) - (shifts[lower] as number);
    if (gap >= least) continue;
    shifts[lower] = (shifts[lower] as number) - (least - gap) / 2;
    shifts[upper] = (shifts[upper] as number) + (least - gap) / 2;
  }
  return shifts;
}

/** All curves as a CSV text, first column `iteration`; empty where nothing was measured. */
export function toCsv(
  ids: readonly string[],
  iterations: readonly number[],
  columns: readonly (readonly number[])[],
): string {
  const rows = iterations.map((iteration, i) =>
    [iteration, ...columns.map((column) => (Number.isFinite(column[i]) ? column[i] : ''))].join(','),
  );
  return `${[['iteration', ...ids].join(','), ...rows].join('\n')}\n`;
}
