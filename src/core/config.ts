import type { Catalog, DatasetEntry, SystemEntry } from './catalog';
import { combinationProblem } from './combinations';
import { type Declared, declaredConditionSize, lacksLabels } from './conditions';
import { checkNetwork, type LayerSpec, type Shape } from './layers';
import { type DataShape, defaultsOf, networkEnds, type ParamValues, parseParam, parseParams } from './params';
import { Problem } from './problem';
import { BATCH_LIMITS, ENGINES, type EngineChoice, type RunConfig, SEED_LIMITS } from './run';

const FIELDS = ['system', 'systemParams', 'dataset', 'datasetParams', 'batchSize', 'seed', 'engine'];

/** The system of that id; throws `config.unknownSystem`. */
export function findSystem(catalog: Catalog, id: unknown): SystemEntry {
  const entry = catalog.systems.find((system) => system.id === id);
  if (!entry) throw new Problem('config.unknownSystem', { id: label(id), known: ids(catalog.systems) });
  return entry;
}

/** The data set of that id; throws `config.unknownDataset`. */
export function findDataset(catalog: Catalog, id: unknown): DatasetEntry {
  const entry = catalog.datasets.find((dataset) => dataset.id === id);
  if (!entry) throw new Problem('config.unknownDataset', { id: label(id), known: ids(catalog.datasets) });
  return entry;
}

/** A system's starting values for a data set. */
export function systemDefaults(system: SystemEntry, dataset: DatasetEntry): ParamValues {
  return system.defaults[dataset.id] ?? defaultsOf(system.params);
}

/**
 * Turns anything (a parsed file, a decoded link) into a complete, valid configuration, or throws a `Problem` that says
 * what is wrong. Missing fields take the defaults of the system for that data set.
 */
export function parseConfig(raw: unknown, catalog: Catalog): RunConfig {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) throw new Problem('config.notRecord');
  const given = raw as Record<string, unknown>;
  for (const name of Object.keys(given)) {
    if (!FIELDS.includes(name)) throw new Problem('config.unknownField', { name: name.slice(0, 60) });
  }
  const system = findSystem(catalog, given['system']);
  const dataset = findDataset(catalog, given['dataset']);
  if (!system.kinds.includes(dataset.kind)) {
    throw new Problem('config.kindMismatch', {
      system: system.id,
      dataset: dataset.id,
      kinds: system.kinds.join(', '),
    });
  }
  if (lacksLabels(system.labels, dataset)) {
    throw new Problem('config.needsLabels', { system: system.id, dataset: dataset.id });
  }
  const config: RunConfig = {
    system: system.id,
    systemParams: parseParams(system.params, given['systemParams'], systemDefaults(system, dataset)),
    dataset: dataset.id,
    datasetParams: parseParams(dataset.params, given['datasetParams']),
    batchSize: parseInteger('batchSize', given['batchSize'], 64, BATCH_LIMITS),
    seed: parseInteger('seed', given['seed'], 1, SEED_LIMITS),
    engine: parseEngine(given['engine']),
  };
  const problem =
    networkProblem(config, system, declaredShape(dataset, config.datasetParams)) ?? configCombination(config, catalog);
  if (problem) throw problem;
  return config;
}

/** Why the configuration's choices do not go together; null if they do. */
export function configCombination({ systemParams, dataset, batchSize }: RunConfig, catalog: Catalog): Problem | null {
  const objective = catalog.objectives.find(({ id }) => id === systemParams['objective']);
  const labelled = findDataset(catalog, dataset).classes !== undefined;
  return combinationProblem({ params: systemParams, batchSize, objective, labelled });
}

/** Shape and size of condition that a data set declares before it is opened. */
export function declaredShape(entry: Declared & { shape: Shape }, params: ParamValues): DataShape {
  return { shape: entry.shape, conditions: declaredConditionSize(entry, params) };
}

/** The first network of the configuration that cannot be built, as a `Problem`; null if all can. */
export function networkProblem(config: RunConfig, system: SystemEntry, data: DataShape): Problem | null {
  for (const [name, spec] of Object.entries(system.params)) {
    if (spec.kind !== 'layers') continue;
    const layers = config.systemParams[name] as readonly LayerSpec[];
    const { problem } = checkNetwork(layers, networkEnds(spec, config.systemParams, data));
    if (problem) return new Problem(problem.code, { ...problem.values, network: name });
  }
  return null;
}

function parseInteger(name: string, raw: unknown, missing: number, limits: { min: number; max: number }): number {
  if (raw === undefined) return missing;
  return parseParam(name, { kind: 'int', default: missing, ...limits }, raw) as number;
}

function parseEngine(raw: unknown): EngineChoice {
  if (raw === undefined) return 'auto';
  return parseParam('engine', { kind: 'choice', default: 'auto', options: ENGINES }, raw) as EngineChoice;
}

const ids = (list: readonly { id: string }[]): string => list.map((entry) => entry.id).join(', ');
const label = (id: unknown): string => String(id ?? '—').slice(0, 60);
