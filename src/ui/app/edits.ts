import { findSystem, parseConfig } from '../../core/config';
import { type ParamValue, parseParam } from '../../core/params';
import type { EngineChoice, RunConfig } from '../../core/run';
import { onlyEngineDiffers, withDataset, withSystem } from './drafts';
import { fail, type Lab } from './lab';
import { openRun, snapshotNow, writeLink } from './runs';

/** Changes the draft; a failure (an unknown id, a value outside its limits) is shown and changes nothing. */
export function changeDraft(lab: Lab, change: (draft: RunConfig) => RunConfig): void {
  const { draft, problem } = lab.store.getState();
  if (!draft) return;
  try {
    lab.store.setState({ draft: change(draft), problem: problem?.where === 'draft' ? null : problem });
  } catch (thrown) {
    fail(lab, thrown, 'draft');
  }
}

/** Sets one parameter of the draft's system; a live one of the running system takes effect at once. */
export function editParam(lab: Lab, name: string, raw: ParamValue): void {
  changeDraft(lab, (draft) => {
    const { catalog, run } = lab.store.getState();
    if (!catalog) return draft;
    const spec = findSystem(catalog, draft.system).params[name];
    if (!spec) return draft;
    const value = parseParam(name, spec, raw);
    const live = spec.live && run?.config.system === draft.system && typeof value === 'number';
    if (live) changeLive(lab, name, value);
    return { ...draft, systemParams: { ...draft.systemParams, [name]: value } };
  });
}

function changeLive(lab: Lab, name: string, value: number): void {
  const { run } = lab.store.getState();
  if (!run || run.config.systemParams[name] === value) return;
  const config: RunConfig = { ...run.config, systemParams: { ...run.config.systemParams, [name]: value } };
  lab.client.command({ type: 'live', name, value });
  lab.store.setState({ run: { ...run, config } });
  writeLink(lab, config);
}

/** Sets one parameter of the draft's data set. */
export function editDataParam(lab: Lab, name: string, value: ParamValue): void {
  changeDraft(lab, (draft) => ({ ...draft, datasetParams: { ...draft.datasetParams, [name]: value } }));
}

export function pickDataset(lab: Lab, id: string, params?: RunConfig['datasetParams']): void {
  const { catalog } = lab.store.getState();
  if (catalog) changeDraft(lab, (draft) => withDataset(draft, id, catalog, params));
}

export function pickSystem(lab: Lab, id: string): void {
  const { catalog } = lab.store.getState();
  if (catalog) changeDraft(lab, (draft) => withSystem(draft, id, catalog));
}

/** Restarts with the draft. Where only the engine changes there is nothing to restart: the run moves over. */
export async function applyDraft(lab: Lab): Promise<void> {
  const { draft, run, catalog, curves } = lab.store.getState();
  if (!draft || !catalog) return;
  try {
    const config = parseConfig(draft, catalog);
    const moves = run !== null && onlyEngineDiffers(config, run.config);
    const snapshot = moves ? await snapshotNow(lab).catch(() => null) : null;
    await openRun(lab, config, { where: 'draft', ...(snapshot && { snapshot, curves }) });
  } catch (thrown) {
    fail(lab, thrown, 'draft');
  }
}

/** Moves the run to another engine, from where it is. Edits that wait go on waiting. */
export async function chooseEngine(lab: Lab, engine: EngineChoice): Promise<void> {
  if (engine !== lab.store.getState().run?.config.engine) await moveTo(lab, engine);
}

/** Lets replay use so many threads, in this run from where it is, and in those to come. */
export async function chooseThreads(lab: Lab, count: number): Promise<void> {
  const { run } = lab.store.getState();
  if (!run || count === run.engine.threads) return;
  lab.client.setThreads(count);
  await moveTo(lab, run.config.engine);
}

async function moveTo(lab: Lab, engine: EngineChoice): Promise<void> {
  const { run, draft, curves, status, problem } = lab.store.getState();
  if (!run) return;
  const last = status.phase === 'failed' ? null : await snapshotNow(lab).catch(() => null);
  const snapshot = last ?? lab.good;
  await openRun(
    lab,
    { ...run.config, engine },
    {
      where: 'draft',
      draft: { ...(draft ?? run.config), engine },
      ...(snapshot && { snapshot, curves }),
      // Where a number went bad, the same steps lead there on any engine.
      ...(problem?.code === 'run.notFinite' && { play: false }),
    },
  );
}
