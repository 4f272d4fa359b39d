import { CLASSES, JUDGED } from '../../core/judged';
import { kullbackLeibler, shares } from '../divergences';
import type { Metric } from '../types';
import { classOf, isDigits, judgedOf } from './judged';

/** [10] shares of the digits, as the classifier reads them. */
export function classHistogram(judged: Float32Array): number[] {
  const counts = new Array<number>(CLASSES).fill(0);
  for (let i = 0; i < judged.length / JUDGED; i++) {
    const digit = classOf(judged, i);
    counts[digit] = (counts[digit] as number) + 1;
  }
  return shares(counts);
}

/**
 * Reverse KL of the classes: of the generated pictures' shares to those of the real ones. From N samples of each about
 * 9 / N; one digit alone gives about ln 10.
 */
export const classKlMetric: Metric = {
  id: 'classKl',
  unit: 'nats',
  better: 'lower',
  applies: isDigits,
  compute: (input) => {
    const { real, fake } = judgedOf(input);
    return kullbackLeibler(classHistogram(fake), classHistogram(real));
  },
};
