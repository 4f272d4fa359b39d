import type { Catalog } from './catalog';
import { findDataset, findSystem, parseConfig, systemDefaults } from './config';
import { defaultsOf, isActive, type ParamSpecs, type ParamValue, type ParamValues } from './params';
import { Problem } from './problem';
import type { RunConfig } from './run';

const OWN = ['system', 'data', 'batch', 'seed', 'engine'];
const DATA_PREFIX = 'data.';

/**
 * A run as the text after `#` in the address: `system`, `data`, `batch`, `seed`, `engine`, then each parameter that
 * differs from its default under its own name (those of the data set as `data.name`). Short links stay readable.
 */
export function encodeLink(config: RunConfig, catalog: Catalog): string {
  const system = findSystem(catalog, config.system);
  const dataset = findDataset(catalog, config.dataset);
  const link = new URLSearchParams({ system: config.system, data: config.dataset });
  link.set('batch', String(config.batchSize));
  link.set('seed', String(config.seed));
  if (config.engine !== 'auto') link.set('engine', config.engine);
  addDifferences(link, '', system.params, config.systemParams, systemDefaults(system, dataset));
  addDifferences(link, DATA_PREFIX, dataset.params, config.datasetParams, defaultsOf(dataset.params));
  return link.toString();
}

function addDifferences(
  link: URLSearchParams,
  prefix: string,
  specs: ParamSpecs,
  values: ParamValues,
  defaults: ParamValues,
): void {
  for (const [name, spec] of Object.entries(specs)) {
    const value = values[name] as ParamValue;
    const text = toText(value);
    if (text === toText(defaults[name] as ParamValue) || !isActive(spec, values)) continue;
    link.set(prefix + name, text);
  }
}

const toText = (value: ParamValue): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** The run that a link describes, complete and checked; throws a `Problem` for a broken or foreign one. */
export function decodeLink(text: string, catalog: Catalog): RunConfig {
  const link = new URLSearchParams(text.replace(/^#/, ''));
  const system = findSystem(catalog, link.get('system'));
  const dataset = findDataset(catalog, link.get('data'));
  const systemParams: Record<string, unknown> = {};
  const datasetParams: Record<string, unknown> = {};
  for (const [key, value] of link) {
    if (OWN.includes(key)) continue;
    const [specs, target, name] = key.startsWith(DATA_PREFIX)
      ? [dataset.params, datasetParams, key.slice(DATA_PREFIX.length)]
      : [system.params, systemParams, key];
    const spec = Object.hasOwn(specs, name) ? specs[name] : undefined;
    if (!spec) throw new Problem('param.unknown', { name: name.slice(0, 60) });
    target[name] = spec.kind === 'choice' || spec.kind === 'text' ? value : fromJson(name, value);
  }
  return parseConfig(
    {
      system: system.id,
      dataset: dataset.id,
      systemParams,
      datasetParams,
      ...(link.has('batch') && { batchSize: fromJson('batch', link.get('batch')) }),
      ...(link.has('seed') && { seed: fromJson('seed', link.get('seed')) }),
      ...(link.has('engine') && { engine: link.get('engine') }),
    },
    catalog,
  );
}

function fromJson(name: string, text: string | null): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    throw new Problem('link.value', { name, found: String(text).slice(0, 60) });
  }
}
