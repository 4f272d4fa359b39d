import { between, looksReal, metricOf } from './evidence';
import type { Evidence, Fact, Illness } from './types';

/** Shares of what real samples have, at which suspicion begins and ends. */
const [BEGINS, SURE] = [0.6, 0.2];

/**
 * Mode collapse: what is made looks real, but only a part of what is real is made. Seen in the modes captured, the digits
 * that occur, or the share of real samples that have generated ones nearby.
 */
export const collapse: Illness = {
  id: 'collapse',
  remedies: ['penalty', 'wassersteinGp', 'slowerG'],
  look({ quality }: Evidence) {
    const last = quality.at(-1);
    const facts: Fact[] = [];
    let confidence = 0;
    const nearModes = metricOf(last, 'highQuality');
    if (last?.modes && nearModes && nearModes.value > 0.1) {
      // A mode counts as served from a fifth of its fair share on: single strays are not a mode.
      const fair = last.modes.real;
      const served = last.modes.fake.filter((share, i) => share > 0.2 * (fair[i] ?? 0)).length;
      const found = between(served / fair.length, BEGINS, SURE);
      if (found > 0) facts.push({ key: 'modes', values: { served, all: fair.length } });
      confidence = Math.max(confidence, found);
    }
    if (last?.classes && looksReal(last)) {
      const served = last.classes.fake.filter((share, i) => share > 0.2 * (last.classes?.real[i] ?? 0)).length;
      const found = between(served / last.classes.real.length, BEGINS, SURE);
      if (found > 0) facts.push({ key: 'classes', values: { served, all: last.classes.real.length } });
      confidence = Math.max(confidence, found);
    }
    const [precision, recall] = [metricOf(last, 'precision'), metricOf(last, 'recall')];
    if (last && !last.modes && precision && recall && looksReal(last)) {
      const found = between(recall.value / recall.floor, BEGINS, SURE);
      if (found > 0) facts.push({ key: 'recall', values: { recall: recall.value, precision: precision.value } });
      confidence = Math.max(confidence, found);
    }
    return confidence > 0 ? { confidence, facts } : null;
  },
};
