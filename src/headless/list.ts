import { METRICS } from '../metrics';
import { catalog } from '../worker/catalog';

/** Systems, data sets, objectives, metrics and presets, as `--list` prints them. */
export function describeCatalog() {
  return {
    systems: catalog.systems.map(({ id, paper, kinds, params }) => ({ id, paper, kinds, params })),
    datasets: catalog.datasets,
    objectives: catalog.objectives,
    metrics: METRICS.map(({ id, unit, better }) => ({ id, unit, better })),
    presets: catalog.presets,
  };
}
