import { useMemo } from 'react';
import type { Catalog, DatasetEntry, SystemEntry } from '../../core/catalog';
import { declaredShape } from '../../core/config';
import type { DataShape } from '../../core/params';
import type { RunConfig } from '../../core/run';
import type { OpenedRun } from '../../worker/protocol';
import { useApp } from '../store';
import { type CardGroup, fieldsOf, isPending, sameValue } from './forms';

/** The experiment as the forms see it: the draft, what runs, and the catalog's entries for both. */
export interface Experiment {
  catalog: Catalog;
  draft: RunConfig;
  running: RunConfig | null;
  system: SystemEntry;
  dataset: DatasetEntry;
  /** Shape of one sample of the draft's data, and the size of its condition. */
  sample: DataShape;
}

/** Puts the parts of the state together; null until the catalog and a draft are there. */
export function makeExperiment(
  catalog: Catalog | null,
  draft: RunConfig | null,
  run: OpenedRun | null,
): Experiment | null {
  const system = catalog?.systems.find(({ id }) => id === draft?.system);
  const dataset = catalog?.datasets.find(({ id }) => id === draft?.dataset);
  if (!catalog || !draft || !system || !dataset) return null;
  const declared = declaredShape(dataset, draft.datasetParams);
  const sample = run?.config.dataset === dataset.id ? { ...declared, shape: run.data.shape } : declared;
  return { catalog, draft, running: run?.config ?? null, system, dataset, sample };
}

export function useExperiment(): Experiment | null {
  const catalog = useApp((app) => app.catalog);
  const draft = useApp((app) => app.draft);
  const run = useApp((app) => app.run);
  return useMemo(() => makeExperiment(catalog, draft, run), [catalog, draft, run]);
}

/** Whether a card of system parameters holds a change that waits for a restart. */
export function groupPending({ system, draft, running }: Experiment, group: CardGroup): boolean {
  return fieldsOf(system.params, draft.systemParams, group).some(({ name }) =>
    isPending(name, draft.systemParams, running?.systemParams ?? null),
  );
}

/** Whether a field of the configuration itself waits for a restart. */
export function configPending({ draft, running }: Experiment, field: keyof RunConfig): boolean {
  return running !== null && !sameValue(JSON.stringify(draft[field]), JSON.stringify(running[field]));
}
