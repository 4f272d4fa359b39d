import { between, median, metricOf, recent } from './evidence';
import type { Illness } from './types';

/** D cannot tell what a fresh classifier can: its gradient leads G nowhere in particular. */
export const discriminatorTooWeak: Illness = {
  id: 'discriminatorTooWeak',
  remedies: ['fasterD', 'moreD'],
  look(evidence) {
    const real = recent(evidence, 'score/real');
    const fake = recent(evidence, 'score/fake');
    const last = evidence.quality.at(-1);
    const auc = metricOf(last, 'auc');
    if (!real || !fake || !auc || !last?.roc || evidence.score !== 'logit') return null;
    const gap = median(real) - median(fake);
    // D puts fewer pairs in order than half of those that can be put in order.
    if (gap > 0.1 || last.roc.area - 0.5 > (auc.value - 0.5) / 2) return null;
    const confidence = between(auc.value, 0.85, 0.99);
    if (confidence === 0) return null;
    return { confidence, facts: [{ key: 'blind', values: { own: last.roc.area, auc: auc.value, gap } }] };
  },
};
