/** About `count` round numbers (1, 2 or 5 times a power of ten apart) within [low, high]. */
export function ticks(low: number, high: number, count: number): number[] {
  const rough = (high - low) / count;
  if (!(rough > 0)) return [];
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10);
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

/** Share of the values per unit of x in each of `bins` equal cells of [low, high]; values outside are left out. */
export function histogram(values: Float32Array, low: number, high: number, bins: number): Float32Array {
  const density = new Float32Array(bins);
  const width = (high - low) / bins;
  for (const value of values) {
    const bin = Math.floor((value - low) / width);
    if (bin >= 0 && bin < bins) density[bin] = (density[bin] as number) + 1 / (values.length * width);
  }
  return density;
}

/** A number of an axis as text: thousands short, and the true minus sign. */
export function tickText(value: number): string {
  const short = Math.abs(value) >= 10_000 ? `${Number((value / 1000).toPrecision(6))}k` : String(value);
  return short.replace('-', '−');
}

/** A linear map from data to pixels. */
export const linear = (from: readonly [number, number], to: readonly [number, number]) => {
  const slope = (to[1] - to[0]) / (from[1] - from[0]);
  return (value: number): number => to[0] + (value - from[0]) * slope;
};
