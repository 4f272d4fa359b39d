import type { Catalog } from '../../core/catalog';
import { parseConfig } from '../../core/config';
import { decodeLink } from '../../core/link';
import type { RunConfig } from '../../core/run';
import type { StoredRun } from '../storage';
import { sameConfig } from './drafts';
import { fail, type Lab } from './lab';
import { openRun } from './runs';

const FIRST_PRESET = 'screws';

/**
 * Opens what the page should show first, and plays it with no click: the link in the address, else the last run, else
 * the first preset. A link that cannot be opened is explained, and the next in line opens all the same.
 */
export async function startLab(lab: Lab): Promise<void> {
  const stored = lab.services.storage.load().catch(() => null);
  let catalog: Catalog;
  try {
    catalog = await lab.client.catalog();
  } catch (thrown) {
    fail(lab, thrown, 'run');
    lab.store.setState(({ status }) => ({ status: { ...status, phase: 'failed' } }));
    return;
  }
  lab.store.setState({ catalog });
  const last = readStored(await stored, catalog);
  const linked = readLink(lab, catalog);
  if (linked) {
    const resumes = last !== null && sameConfig(last.config, linked);
    if (resumes ? await resume(lab, last) : await openRun(lab, linked, { where: 'link', play: true })) return;
  }
  const { problem, draft } = lab.store.getState();
  const { wanted } = lab;
  if (!((last && (await resume(lab, last))) || (await openFirst(lab, catalog)))) return;
  lab.wanted = wanted;
  if (problem) lab.store.setState({ problem, ...(draft && { draft }) });
}

/** The run of an address that a person pasted into the open page. */
export async function openLink(lab: Lab): Promise<void> {
  const { catalog, run } = lab.store.getState();
  const linked = catalog && readLink(lab, catalog);
  if (!linked || (run && sameConfig(run.config, linked))) return;
  await openRun(lab, linked, { where: 'link', play: true, keepFormer: true });
}

function readLink(lab: Lab, catalog: Catalog): RunConfig | null {
  const text = lab.services.address.read();
  if (!text) return null;
  try {
    return decodeLink(text, catalog);
  } catch (thrown) {
    fail(lab, thrown, 'link');
    return null;
  }
}

/** A stored run is as old as its browser's last visit: what no longer fits the catalog is dropped. */
function readStored(stored: StoredRun | null, catalog: Catalog): StoredRun | null {
  try {
    return stored && { ...stored, config: parseConfig(stored.config, catalog) };
  } catch {
    return null;
  }
}

async function resume(lab: Lab, { config, snapshot, curves, playing }: StoredRun): Promise<boolean> {
  const resumed = await openRun(lab, config, { where: 'run', snapshot, curves, play: playing });
  return resumed || openRun(lab, config, { where: 'run', play: true });
}

function openFirst(lab: Lab, catalog: Catalog): Promise<boolean> {
  const preset = catalog.presets.find(({ id }) => id === FIRST_PRESET) ?? catalog.presets[0];
  return preset ? openRun(lab, preset.config, { where: 'run', play: true }) : Promise.resolve(false);
}
