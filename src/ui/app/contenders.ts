import { parseConfig } from '../../core/config';
import type { RunConfig } from '../../core/run';
import { opponentOf } from '../duel/differences';
import type { AppState } from '../state';
import { sameConfig } from './drafts';

/** Whom a duel begins with: the run against its draft, or against something worth comparing; null before there is a run. */
export function contendersOf({ run, draft, catalog }: AppState): RunConfig[] | null {
  if (!run || !catalog) return null;
  const { config } = run;
  const comparable = draft && draft.system === config.system && draft.dataset === config.dataset;
  if (comparable && !sameConfig(draft, config)) {
    try {
      // What is not to be compared stays as it runs.
      const { seed, engine, datasetParams } = config;
      return [config, parseConfig({ ...draft, seed, engine, datasetParams }, catalog)];
    } catch {
      // A draft that does not work is no opponent.
    }
  }
  const system = catalog.systems.find(({ id }) => id === config.system);
  return system ? [config, opponentOf(system, config)] : null;
}
