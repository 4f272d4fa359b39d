import { Problem } from '../core/problem';
import { mean, standardDeviation } from '../core/statistics';
import type { Dataset } from './types';

/** The stage shows the values between these quantiles, with a margin: one absurd row must not squeeze all others. */
const QUANTILES = [0.005, 0.995] as const;
const MARGIN = 0.2;

/**
 * The rows of a table as a data set, drawn with replacement. Each column is standardised by itself: columns have units
 * of their own. Throws `csv.constant` where a column holds one value only.
 */
export function tableSet(
  id: string,
  columns: readonly Float64Array[],
  names: readonly string[],
  file: string,
): Dataset {
  const dims = columns.length;
  const scale = columns.map(standardDeviation);
  const flat = scale.findIndex((spread, i) => !(spread > Math.abs(mean(columns[i] as Float64Array)) * 1e-7));
  if (flat >= 0) throw new Problem('csv.constant', { file, column: names[flat] || String(flat + 1) });
  const size = (columns[0] as Float64Array).length;
  return {
    info: {
      id,
      kind: dims === 1 ? '1d' : '2d',
      shape: [dims],
      shift: columns.map(mean),
      scale,
      range: columns.map(rangeOf),
      size,
    },
    sample(stream, count) {
      const x = new Float32Array(count * dims);
      for (let i = 0; i < count; i++) {
        const row = stream.below(size);
        for (const [d, column] of columns.entries()) x[i * dims + d] = column[row] as number;
      }
      return { x };
    },
  };
}

function rangeOf(values: Float64Array): [number, number] {
  const sorted = values.slice().sort();
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] as number;
  const [inner, outer] = [QUANTILES.map(at), [at(0), at(1)]] as [[number, number], [number, number]];
  const [low, high] = inner[1] > inner[0] ? inner : outer;
  return [low - MARGIN * (high - low), high + MARGIN * (high - low)];
}
