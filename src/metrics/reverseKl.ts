import { kullbackLeibler, shares } from './divergences';
import { hasModes, type ModeHistogram, modeHistogram } from './modeHistogram';
import type { Metric, MetricInput } from './types';

/** KL(q ‖ p) of the modes' shares among counted samples to the data's own. Infinite where no sample was counted. */
function reverseKl(which: keyof ModeHistogram, input: MetricInput): number {
  const counts = modeHistogram(input)[which];
  if (!counts.some((n) => n > 0)) return Number.POSITIVE_INFINITY;
  return kullbackLeibler(shares(counts), input.info.modes?.shares ?? counts.map(() => 1 / counts.length));
}

/**
 * Reverse KL over modes, every sample counted at its nearest mode (self-conditioned GAN's `2d_mix/evaluation.py`). From
 * N samples of a perfect generator with K modes about (K − 1) / 2N; m modes evenly covered give ln(K / m).
 */
export const reverseKlMetric: Metric = {
  id: 'reverseKl',
  unit: 'nats',
  better: 'lower',
  applies: hasModes,
  compute: (input) => reverseKl('all', input),
};

/** The same over high-quality samples only, as PacGAN's code counts (1712.04086). */
export const reverseKlHighMetric: Metric = {
  id: 'reverseKlHigh',
  unit: 'nats',
  better: 'lower',
  applies: hasModes,
  compute: (input) => reverseKl('high', input),
};
