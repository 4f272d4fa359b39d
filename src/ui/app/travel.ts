import { parseConfig } from '../../core/config';
import type { RunConfig } from '../../core/run';
import { fail, type Lab } from './lab';
import { openRun, snapshotNow, writeLink } from './runs';

/** One journey at a time; of those wished meanwhile only the newest is made. */
export async function travel(lab: Lab, journey: () => Promise<RunConfig>): Promise<void> {
  const { run, status, problem } = lab.store.getState();
  const lost = status.phase === 'failed' && problem?.code !== 'run.notFinite';
  if (!run || lost) return lab.store.setState({ sought: null });
  lab.travel.sought = journey;
  if (lab.travel.under) return;
  lab.travel.under = true;
  if (status.phase === 'running') lab.store.getState().pause();
  const { generation } = lab;
  try {
    while (lab.travel.sought) {
      const next = lab.travel.sought;
      lab.travel.sought = null;
      const config = await next();
      if (generation === lab.generation) arrive(lab, config);
    }
  } catch (thrown) {
    fail(lab, thrown, 'run');
  } finally {
    lab.travel.under = false;
    lab.store.setState({ sought: null });
  }
}

/** The page takes in what the run was then: the live values of that time, and that nothing is wrong with it. */
function arrive(lab: Lab, config: RunConfig): void {
  const { run, draft, problem } = lab.store.getState();
  if (!run) return;
  lab.store.setState({ slow: null, canRecover: false, problem: problem?.where === 'run' ? null : problem });
  const then = Object.entries(config.systemParams).filter(([name, value]) => run.config.systemParams[name] !== value);
  const changed = then.filter(([, value]) => typeof value === 'number');
  if (changed.length === 0) return;
  const withThose = (one: RunConfig): RunConfig => ({
    ...one,
    systemParams: { ...one.systemParams, ...Object.fromEntries(changed) },
  });
  const past = withThose(run.config);
  lab.store.setState({ run: { ...run, config: past }, draft: draft && withThose(draft) });
  writeLink(lab, past);
}

/** Goes on with the draft from where the run stands. The run is set aside as far as it went. */
export async function branch(lab: Lab): Promise<void> {
  const { draft, catalog, curves } = lab.store.getState();
  if (!draft || !catalog) return;
  try {
    const config = parseConfig(draft, catalog);
    const snapshot = await snapshotNow(lab);
    await openRun(lab, config, { where: 'draft', snapshot, curves, keepFormer: true });
  } catch (thrown) {
    fail(lab, thrown, 'draft');
  }
}
