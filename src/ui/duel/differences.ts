import type { SystemEntry } from '../../core/catalog';
import type { ParamSpec, ParamValue } from '../../core/params';
import type { RunConfig } from '../../core/run';
import { type Field, fieldsOf, sameValue } from '../controls/forms';
import { RUN_PARAMS, runValues } from '../controls/runParams';

/** Seed and engine are the same for all. */
const OWN = { batchSize: RUN_PARAMS['batchSize'] as ParamSpec };

/** The value of a field, be it the system's or the run's own. */
export const fieldValue = (config: RunConfig, name: string): ParamValue | undefined =>
  name in OWN ? runValues(config)[name] : config.systemParams[name];

/** The configuration with another value of a field. */
export function withValue(config: RunConfig, name: string, value: ParamValue): RunConfig {
  if (name in OWN) return { ...config, [name]: value };
  return { ...config, systemParams: { ...config.systemParams, [name]: value } };
}

/** Every field in which contenders of that system may differ. */
export function variableFields({ params }: SystemEntry, config: RunConfig): Field[] {
  const own = Object.entries(OWN).map(([name, spec]) => ({ name, spec }));
  return [...fieldsOf(params, config.systemParams), ...own];
}

/** Names of the fields in which not all of the configurations agree. */
export function differing(system: SystemEntry, configs: readonly RunConfig[]): string[] {
  const [first] = configs;
  if (!first) return [];
  const names = new Set(configs.flatMap((config) => variableFields(system, config).map(({ name }) => name)));
  return [...names].filter((name) => configs.some((one) => !sameValue(fieldValue(one, name), fieldValue(first, name))));
}

/** Something to compare a run with: the other of the two classical losses, or half the batch where there is no choice of loss. */
export function opponentOf(system: SystemEntry, config: RunConfig): RunConfig {
  const objective = system.params['objective'];
  if (objective?.kind !== 'choice') return { ...config, batchSize: Math.max(2, config.batchSize >> 1) };
  const classical = ['minimax', 'non-saturating'].filter((id) => objective.options.includes(id));
  const other = [...classical, ...objective.options].find((id) => id !== config.systemParams['objective']);
  return other ? withValue(config, 'objective', other) : config;
}
