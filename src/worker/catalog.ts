import type { Catalog, DatasetEntry, ObjectiveEntry, SystemEntry } from '../core/catalog';
import { parseConfig } from '../core/config';
import { defaultsOf } from '../core/params';
import { DATASETS } from '../data';
import { OBJECTIVES, type Objective } from '../objectives';
import { PRESETS } from '../presets';
import { SYSTEMS } from '../systems';

const datasets: readonly DatasetEntry[] = DATASETS.map((set) => ({
  id: set.id,
  kind: set.kind,
  params: set.params,
  source: set.source,
  shape: set.shape,
  ...(set.classes !== undefined && { classes: set.classes }),
  ...(set.condition && { condition: true }),
  ...(set.captions && { captions: true }),
  download: set.download ?? false,
  ...(set.character && { factors: set.character.factors }),
}));

const systems: readonly SystemEntry[] = SYSTEMS.map((system) => ({
  id: system.id,
  paper: system.paper,
  kinds: system.needs.kinds,
  ...(system.needs.labels && { labels: system.needs.labels }),
  players: system.players,
  params: system.params,
  ...(system.contestOnly && { contestOnly: true }),
  defaults: Object.fromEntries(
    datasets
      .filter(({ kind }) => system.needs.kinds.includes(kind))
      .map((data) => [data.id, { ...defaultsOf(system.params), ...system.defaultsFor?.(data) }]),
  ),
}));

/** An objective without its functions. */
function objectiveEntry(objective: Objective): ObjectiveEntry {
  const { id, paper, score, critic, paired, equilibrium, recipe, labelled, penalties } = objective;
  return {
    id,
    paper,
    score,
    equilibrium,
    ...(critic && { critic }),
    ...(paired && { paired }),
    ...(labelled && { labels: true }),
    ...(penalties && { penalized: true }),
    ...(recipe && { recipe }),
  };
}

const catalogWithoutPresets = {
  systems,
  datasets,
  objectives: OBJECTIVES.map(objectiveEntry),
};

/** What exists, as plain data: made from the registries, so it cannot disagree with them. */
export const catalog: Catalog = {
  ...catalogWithoutPresets,
  presets: PRESETS.map(({ config, trained = null, ...preset }) => ({
    ...preset,
    config: completePreset(config),
    trained,
  })),
};

/** A preset states what it changes; everything else is the system's default for its data. */
function completePreset(config: (typeof PRESETS)[number]['config']) {
  return parseConfig(config, { ...catalogWithoutPresets, presets: [] });
}
