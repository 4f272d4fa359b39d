import type { Catalog, PresetEntry } from '../../core/catalog';
import { Problem } from '../../core/problem';
import type { RunConfig } from '../../core/run';
import { sameConfig } from './drafts';
import { fail, type Lab } from './lab';
import { openRun } from './runs';

/** The preset that this run is, whatever its seed and engine. */
export function presetOf(catalog: Catalog, config: RunConfig): PresetEntry | undefined {
  return catalog.presets.find((preset) =>
    sameConfig({ ...preset.config, seed: config.seed, engine: config.engine }, config),
  );
}

/** Opens an experiment of the gallery: trained, where that is preferred and there is a snapshot, else from scratch. */
export async function openPreset(lab: Lab, id: string): Promise<void> {
  const { catalog, trained } = lab.store.getState();
  const preset = catalog?.presets.find((entry) => entry.id === id);
  if (!preset) return;
  try {
    const snapshot = trained && preset.trained !== null ? await lab.services.trained(id) : null;
    const rest = { play: !snapshot, keepFormer: true, ...(snapshot && { snapshot }) };
    if (!(await openRun(lab, preset.config, { where: 'run', ...rest }))) return;
    // An experiment comes with the measurements that show what it is about.
    const { measureEvery, showMeasurements } = lab.store.getState();
    measureEvery(preset.measures ?? null);
    showMeasurements(preset.measures ? 'quality' : 'curves');
  } catch (thrown) {
    fail(lab, thrown, 'run');
  }
}

/** The snapshot of a preset, from beside the page. */
export async function fetchTrained(id: string): Promise<Uint8Array> {
  const answer = await fetch(`snapshots/${id}.zip`).catch(() => null);
  if (!answer?.ok) throw new Problem('snapshot.notFetched', { id });
  return new Uint8Array(await answer.arrayBuffer());
}
