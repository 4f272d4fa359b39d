import { between, median, recent } from './evidence';
import type { Illness } from './types';

/** D separates nearly all of what it sees: G gets no useful hint of where to go. */
export const discriminatorTooStrong: Illness = {
  id: 'discriminatorTooStrong',
  remedies: ['slowerD', 'penalty', 'wassersteinGp'],
  look(evidence) {
    const real = recent(evidence, 'score/real');
    const fake = recent(evidence, 'score/fake');
    if (!real || !fake || evidence.score !== 'logit') return null;
    const [r, f] = [median(real), median(fake)];
    const confidence = between(r - f, 0.9, 0.98);
    return confidence > 0 ? { confidence, facts: [{ key: 'separated', values: { real: r, fake: f } }] } : null;
  },
};
