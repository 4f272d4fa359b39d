import type { Catalog, DatasetEntry, SystemEntry } from '../../core/catalog';
import { lacksLabels } from '../../core/conditions';
import { findDataset, findSystem, systemDefaults } from '../../core/config';
import { defaultsOf, type ParamValues } from '../../core/params';
import type { RunConfig } from '../../core/run';

/** Whether two configurations describe the same run. */
export function sameConfig(a: RunConfig, b: RunConfig): boolean {
  return JSON.stringify(ordered(a)) === JSON.stringify(ordered(b));
}

/** Whether only the engine differs, so that the run can go on from where it is. */
export function onlyEngineDiffers(a: RunConfig, b: RunConfig): boolean {
  return a.engine !== b.engine && sameConfig({ ...a, engine: b.engine }, b);
}

/** The draft with another data set: parameters that the person changed stay where they still fit. */
export function withDataset(draft: RunConfig, id: string, catalog: Catalog, params: ParamValues = {}): RunConfig {
  const dataset = findDataset(catalog, id);
  if (id === draft.dataset) return { ...draft, datasetParams: { ...draft.datasetParams, ...params } };
  const old = findSystem(catalog, draft.system);
  const fitting = accepts(old, dataset) ? old : systemFor(dataset, catalog);
  const next = startOf(fitting, dataset, catalog);
  return {
    ...draft,
    ...next,
    systemParams: { ...next.systemParams, ...changedByPerson(draft, fitting, dataset, catalog) },
    datasetParams: { ...next.datasetParams, ...params },
  };
}

/** The draft with another system, on the same data where it accepts that kind, else on the first data that it does. */
export function withSystem(draft: RunConfig, id: string, catalog: Catalog): RunConfig {
  if (id === draft.system) return draft;
  const system = findSystem(catalog, id);
  const current = findDataset(catalog, draft.dataset);
  const fits = accepts(system, current);
  const dataset = fits ? current : datasetFor(system, catalog);
  const next = startOf(system, dataset, catalog);
  return { ...draft, ...next, datasetParams: fits ? draft.datasetParams : next.datasetParams };
}

type Start = Pick<RunConfig, 'system' | 'dataset' | 'systemParams' | 'datasetParams' | 'batchSize'>;

/** Where a pair of system and data starts: its preset where there is one, else the declared defaults. */
function startOf(system: SystemEntry, dataset: DatasetEntry, catalog: Catalog): Start {
  const preset = catalog.presets.find(
    ({ config }) => config.system === system.id && config.dataset === dataset.id,
  )?.config;
  return {
    system: system.id,
    dataset: dataset.id,
    systemParams: { ...(preset?.systemParams ?? systemDefaults(system, dataset)) },
    datasetParams: { ...(preset?.datasetParams ?? defaultsOf(dataset.params)) },
    batchSize: preset?.batchSize ?? 64,
  };
}

/** Values of the draft that differ from their pair's start; networks only where the kind of data stays. */
function changedByPerson(draft: RunConfig, system: SystemEntry, dataset: DatasetEntry, catalog: Catalog): ParamValues {
  if (draft.system !== system.id) return {};
  const before = findDataset(catalog, draft.dataset);
  const start = startOf(system, before, catalog).systemParams;
  const entries = Object.entries(draft.systemParams).filter(([name, value]) => {
    if (system.params[name]?.kind === 'layers' && before.kind !== dataset.kind) return false;
    return JSON.stringify(value) !== JSON.stringify(start[name]);
  });
  return Object.fromEntries(entries);
}

/** Whether a system can be trained on a data set. */
const accepts = (system: SystemEntry, dataset: DatasetEntry): boolean =>
  system.kinds.includes(dataset.kind) && !lacksLabels(system.labels, dataset);

function systemFor(dataset: DatasetEntry, catalog: Catalog): SystemEntry {
  return catalog.systems.find((system) => accepts(system, dataset)) ?? (catalog.systems[0] as SystemEntry);
}

function datasetFor(system: SystemEntry, catalog: Catalog): DatasetEntry {
  const preset = catalog.presets.find(({ config }) => config.system === system.id);
  if (preset) return findDataset(catalog, preset.config.dataset);
  const fitting = catalog.datasets.filter((dataset) => accepts(system, dataset));
  return fitting.find(({ source }) => source === 'procedural') ?? (fitting[0] as DatasetEntry);
}

/** A record with its keys in alphabetical order, all the way down, so that equal configurations print the same. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, inner]) => [name, ordered(inner)]));
}
