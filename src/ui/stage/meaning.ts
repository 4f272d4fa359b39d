import type { ScoreMeaning } from '../../core/catalog';
import type { AppState } from '../state';

/** How the scores of the running objective read. */
export function meaningOf({ catalog, run }: Pick<AppState, 'catalog' | 'run'>): ScoreMeaning {
  const id = run?.config.systemParams.objective;
  return catalog?.objectives.find((objective) => objective.id === id)?.score ?? 'logit';
}
