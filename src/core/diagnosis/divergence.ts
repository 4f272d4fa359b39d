import { between, early, median, recent } from './evidence';
import type { Evidence, Fact, Illness } from './types';

/** How much larger than at the beginning, as powers of ten. A loss of its own accord stays near its first size. */
const [BEGINS, SURE] = [2, 3];

/** Divergence: losses grow without end, or a number has gone bad already. */
export const divergence: Illness = {
  id: 'divergence',
  remedies: ['slowerBoth', 'penalty'],
  look(evidence: Evidence) {
    const facts: Fact[] = evidence.stopped ? [{ key: 'stopped', values: {} }] : [];
    let confidence = evidence.stopped ? 1 : 0;
    for (const player of ['discriminator', 'generator'] as const) {
      const growth = growthOf(evidence, `loss/${player}`);
      const found = between(growth, BEGINS, SURE);
      if (found > 0) facts.push({ key: `${player}Grows`, values: { times: 10 ** growth } });
      confidence = Math.max(confidence, found);
    }
    return confidence > 0 ? { confidence, facts } : null;
  },
};

/** Powers of ten by which a curve's size has grown, counted from one at least. */
function growthOf(evidence: Evidence, id: string): number {
  const [first, last] = [early(evidence, id), recent(evidence, id)];
  if (!first || !last) return 0;
  const size = (values: readonly number[]) => Math.max(1, median(values.map(Math.abs)));
  return Math.log10(size(last) / size(first));
}
