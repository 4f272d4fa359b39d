import { between, metricOf } from './evidence';
import type { Illness } from './types';

/** Looks in a row that must all be good. */
const LOOKS = 2;

/** The good end: a fresh classifier can hardly tell, look after look. */
export const convergence: Illness = {
  id: 'convergence',
  remedies: [],
  look({ quality }) {
    const looks = quality.slice(-LOOKS).map((one) => metricOf(one, 'auc'));
    if (looks.length < LOOKS || looks.some((auc) => auc === null)) return null;
    const worst = Math.max(...looks.map((auc) => auc?.value ?? 1));
    const confidence = between(worst, 0.68, 0.55);
    return confidence > 0 ? { confidence, facts: [{ key: 'cannotTell', values: { auc: worst, looks: LOOKS } }] } : null;
  },
};
