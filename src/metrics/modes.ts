import type { Metric, MetricInput } from './types';

/** Samples nearest to each mode that are closer than 3 σ to it: `high` by mode, and how many in all. */
function assign({ fake, count, dims, info }: MetricInput): { high: number[]; total: number } {
  const { centres, sigma } = info.modes ?? { centres: [], sigma: 0 };
  const high = centres.map(() => 0);
  let total = 0;
  for (let i = 0; i < count; i++) {
    let nearest = -1;
    let best = Number.POSITIVE_INFINITY;
    for (const [mode, centre] of centres.entries()) {
      let squared = 0;
      for (let d = 0; d < dims; d++) squared += ((fake[i * dims + d] as number) - (centre[d] as number)) ** 2;
      if (squared < best) {
        best = squared;
        nearest = mode;
      }
    }
    if (best >= (3 * sigma) ** 2) continue;
    high[nearest] = (high[nearest] as number) + 1;
    total += 1;
  }
  return { high, total };
}

/**
 * Modes captured (Metz et al. 1611.02163; PacGAN 1712.04086): modes that are nearest to at least one high-quality
 * sample. A sample is of high quality if it lies closer than 3 σ to its nearest centre.
 */
export const modesMetric: Metric = {
  id: 'modes',
  unit: '1',
  better: 'higher',
  applies: ({ modes }) => modes !== undefined,
  compute: (input) => assign(input).high.filter((n) => n > 0).length,
};

/** Share of samples of high quality. A perfect generator has 1 − e^(−4.5) = 98.9 % in two dimensions, 99.7 % in one. */
export const qualityMetric: Metric = {
  id: 'highQuality',
  unit: '1',
  better: 'higher',
  applies: ({ modes }) => modes !== undefined,
  compute: (input) => assign(input).total / input.count,
};
