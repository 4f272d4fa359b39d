import { between, early, median, recent } from './evidence';
import type { Illness } from './types';

/** The vanishing gradient: D is so sure that G's gradient fades away, and G learns nothing however long it plays. */
export const vanishing: Illness = {
  id: 'vanishing',
  remedies: ['nonSaturating', 'wassersteinGp', 'slowerD'],
  look(evidence) {
    const now = recent(evidence, 'gradient/generator');
    const ofD = recent(evidence, 'gradient/discriminator');
    const fake = recent(evidence, 'score/fake');
    const before = early(evidence, 'gradient/generator');
    if (!now || !ofD || !fake || evidence.score !== 'logit') return null;
    const gradient = median(now);
    const belief = median(fake);
    const first = Math.max(before ? median(before) : 0, ...now);
    if (belief > 0.05) return null;
    const confidence = between(Math.log10(gradient), -2, -4);
    if (confidence === 0 || gradient > 0.1 * Math.max(first, 0.01)) return null;
    return { confidence, facts: [{ key: 'vanishing', values: { gradient, belief } }] };
  },
};
