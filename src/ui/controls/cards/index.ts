import {
  IconAdjustments,
  IconBinaryTree2,
  IconChartDots3,
  IconScale,
  IconSparkles,
  IconTopologyStar3,
  IconWand,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { checkNetwork, type LayerSpec } from '../../../core/layers';
import { configPending, type Experiment, groupPending } from '../experiment';
import { choicesOf } from '../fields/describe';
import { fieldsOf } from '../forms';
import { formatCount, formatValue } from '../numbers';
import type { Words } from '../words';
import { DataCard } from './DataCard';
import { endsOf, NetworksCard } from './NetworksCard';
import { ObjectiveCard } from './ObjectiveCard';
import { OptimizersCard } from './OptimizersCard';
import { SystemCard } from './SystemCard';
import { TrainingCard } from './TrainingCard';
import { TricksCard } from './TricksCard';

/** One card of the experiment. Its title lies under `controls.cards.<id>`. */
export interface CardEntry {
  id: string;
  Icon: ComponentType<{ size?: number; 'aria-hidden'?: boolean }>;
  Body: ComponentType<{ experiment: Experiment }>;
  /** What the folded card says in a few words. */
  summary(experiment: Experiment, words: Words, language: string): string;
  /** Whether something in it waits for a restart. */
  pending(experiment: Experiment): boolean;
}

/** The cards from top to bottom. */
export const CARDS: readonly CardEntry[] = [
  {
    id: 'data',
    Icon: IconChartDots3,
    Body: DataCard,
    summary: ({ dataset }, words) => words(`datasets.${dataset.id}.name`, {}, dataset.id),
    pending: (experiment) => configPending(experiment, 'dataset') || configPending(experiment, 'datasetParams'),
  },
  {
    id: 'system',
    Icon: IconSparkles,
    Body: SystemCard,
    summary: ({ system }, words) => words(`systems.${system.id}.name`, {}, system.id),
    pending: (experiment) => configPending(experiment, 'system'),
  },
  {
    id: 'networks',
    Icon: IconTopologyStar3,
    Body: NetworksCard,
    summary: networksSummary,
    pending: (experiment) => groupPending(experiment, 'networks'),
  },
  {
    id: 'objective',
    Icon: IconScale,
    Body: ObjectiveCard,
    summary: (experiment, words) => choicesSummary(experiment, 'objective', words),
    pending: (experiment) => groupPending(experiment, 'objective'),
  },
  {
    id: 'tricks',
    Icon: IconWand,
    Body: TricksCard,
    summary: tricksSummary,
    pending: (experiment) => groupPending(experiment, 'tricks'),
  },
  {
    id: 'optimizers',
    Icon: IconBinaryTree2,
    Body: OptimizersCard,
    summary: (experiment, words) => choicesSummary(experiment, 'optimizers', words),
    pending: (experiment) => groupPending(experiment, 'optimizers'),
  },
  {
    id: 'training',
    Icon: IconAdjustments,
    Body: TrainingCard,
    summary: ({ draft }, words) =>
      words('controls.training.summary', { batch: formatValue(draft.batchSize), seed: formatValue(draft.seed) }),
    pending: (experiment) =>
      groupPending(experiment, 'training') ||
      (['batchSize', 'seed', 'engine'] as const).some((field) => configPending(experiment, field)),
  },
];

/** What the choices of a card say, without those that say "none". */
function choicesSummary({ system, draft }: Experiment, group: 'objective' | 'optimizers', words: Words): string {
  const picked = fieldsOf(system.params, draft.systemParams, group).flatMap(({ name, spec }) => {
    if (spec.kind !== 'choice' || draft.systemParams[name] === 'none') return [];
    const choice = choicesOf(`params.${name}`, spec.options, words).find(
      ({ value }) => value === draft.systemParams[name],
    );
    return choice ? [choice.label] : [];
  });
  return [...new Set(picked)].join(' + ');
}

/** The tricks that differ from what the system declares. */
function tricksSummary({ system, draft }: Experiment, words: Words): string {
  const used = fieldsOf(system.params, draft.systemParams, 'tricks').filter(
    ({ name, spec }) => !spec.when && draft.systemParams[name] !== spec.default,
  );
  return used.map(({ name }) => words(`params.${name}.short`, {}, words(`params.${name}.label`, {}, name))).join(' + ');
}

function networksSummary(experiment: Experiment, words: Words, language: string): string {
  const { system, draft } = experiment;
  const sizes = fieldsOf(system.params, draft.systemParams, 'networks').flatMap(({ name, spec }) => {
    if (spec.kind !== 'layers') return [];
    return [checkNetwork(draft.systemParams[name] as readonly LayerSpec[], endsOf(experiment, spec))];
  });
  if (sizes.length === 0) return ''; // its players are no networks
  if (sizes.some(({ problem }) => problem)) return words('controls.layers.notBuilt');
  const total = sizes.reduce((sum, { parameters }) => sum + parameters, 0);
  return words('controls.layers.weights', { count: total, shown: formatCount(total, language) });
}
