import { encodeLink } from '../../core/link';
import { Problem } from '../../core/problem';
import type { RunConfig } from '../../core/run';
import { isPast } from '../../core/timeline';
import type { RunEvents } from '../../worker/client';
import type { OpenedRun, RunStatus } from '../../worker/protocol';
import { computedOf } from '../stage/layers';
import type { AppStore, CurveTable } from '../state';
import { atHome, recordOfCourse } from './courses';
import { appendCurves, curvesUpTo, emptyCurves } from './curves';
import { fail, type KeptRun, type Lab, type Where } from './lab';

/** How a run is opened. */
export interface OpenOptions {
  where: Where;
  snapshot?: Uint8Array;
  /** Curves that were recorded up to the snapshot. */
  curves?: Pick<CurveTable, 'iterations' | 'columns'>;
  /** Whether it plays at once; by default it does unless the run before stood still. */
  play?: boolean;
  /** Edits that go on waiting; by default the draft is what was opened. */
  draft?: RunConfig;
  /** Whether the run before is set aside so that it can be brought back. */
  keepFormer?: boolean;
}

/** Status of a run before anything is known of it. */
export const NO_STATUS: RunStatus = {
  phase: 'starting',
  iteration: 0,
  epoch: null,
  stepsPerSecond: null,
  progress: null,
};

/** Opens a run in place of the one before. On failure that one stays as it is, and the reason is shown. */
export async function openRun(lab: Lab, config: RunConfig, options: OpenOptions): Promise<boolean> {
  const before = lab.store.getState();
  const play = options.play ?? before.status.phase !== 'paused';
  const past = isPast(before.timeline, before.status.iteration);
  const former = options.keepFormer ? await setAside(lab) : lab.former;
  try {
    const opened = await lab.client.open(config, options.snapshot);
    lab.generation += 1;
    lab.good = options.snapshot ?? null;
    lab.wanted = null;
    lab.former = former;
    lab.travel = atHome();
    showOpened(lab, opened, options, before);
    const { speed, layers, play: start } = lab.store.getState();
    const computed = computedOf(opened.data.kind, layers[opened.data.kind]);
    if (computed.length > 0) lab.client.command({ type: 'layers', layers: computed });
    if (speed !== null) lab.client.command({ type: 'speed', stepsPerSecond: speed });
    if (play) start(lab.store.getState().player ?? undefined);
    return true;
  } catch (thrown) {
    if (lab.store.getState().status.phase === 'warming') lab.store.setState({ status: before.status });
    if (past && options.keepFormer) await lab.client.seek(before.status.iteration).catch(() => undefined);
    fail(lab, thrown, options.where);
    if (thrown instanceof Problem && thrown.code === 'data.missing') waitForData(lab, config);
    return false;
  }
}

/** Iterations per second at which one can follow two numbers with the eye: a game of two opens at it. */
const GAME_SPEED = 30;

/** What lacks its data waits for it in the draft. */
function waitForData(lab: Lab, config: RunConfig): void {
  lab.wanted = config;
  lab.store.setState({ draft: config });
}

function showOpened(lab: Lab, opened: OpenedRun, options: OpenOptions, before: AppStore): void {
  const sameStage = before.run?.config.dataset === opened.config.dataset;
  const sameSystem = before.run?.config.system === opened.config.system;
  const recorded = options.curves ?? opened.recorded;
  const curves = recorded ? curvesUpTo(recorded, opened) : emptyCurves(opened);
  const game = opened.data.kind === 'point';
  const speed = game === (before.run?.data.kind === 'point') ? before.speed : game ? GAME_SPEED : null;
  lab.store.setState({
    run: opened,
    speed,
    draft: options.draft ?? opened.config,
    status: { ...NO_STATUS, phase: 'paused', iteration: opened.iteration },
    // The old picture stays until the new one comes, which is at once: nothing jumps.
    stage: sameStage ? before.stage : null,
    // Charts tell by the version what they have drawn, the curves of another run included.
    curves: { ...curves, version: lab.store.getState().curves.version + 1 },
    timeline: null,
    replaying: false,
    quality: { ...before.quality, busy: false, problem: null, points: [] },
    threshold: null,
    player: sameSystem ? before.player : null,
    slow: null,
    problem: null,
    duel: null,
    canRecover: false,
    former: lab.former?.config ?? null,
  });
  writeLink(lab, opened.config);
}

/** Keeps the address in step with what runs. */
export function writeLink(lab: Lab, config: RunConfig): void {
  const { catalog } = lab.store.getState();
  if (catalog) lab.services.address.write(encodeLink(config, catalog));
}

/** The open run, as far as it went, for bringing it back; null where it cannot be had. */
export async function setAside(lab: Lab): Promise<KeptRun | null> {
  const { run, status, curves, timeline } = lab.store.getState();
  if (!run) return lab.former;
  if (status.phase !== 'failed' && isPast(timeline, status.iteration)) return setPresentAside(lab, run.config, curves);
  if (status.iteration === 0) return lab.former;
  const snapshot = status.phase === 'failed' ? lab.good : await lab.client.snapshot().catch(() => lab.good);
  return snapshot && { config: run.config, snapshot, curves, playing: status.phase === 'running' };
}

/** Whoever looks at an earlier moment has not given up what came after: the run returns to its present for that. */
async function setPresentAside(lab: Lab, config: RunConfig, curves: CurveTable): Promise<KeptRun | null> {
  lab.store.setState({ replaying: false });
  lab.travel.sought = null;
  try {
    // Asked in one breath, so that no other journey comes between.
    const asked = [lab.client.seek(Number.POSITIVE_INFINITY), lab.client.snapshot()] as const;
    const [{ systemParams }, snapshot] = await Promise.all(asked);
    return { config: { ...config, systemParams }, snapshot, curves, playing: false };
  } catch {
    return lab.good && { config, snapshot: lab.good, curves, playing: false };
  }
}

/** Brings back the run that was set aside; the present one takes its place. */
export async function goBack(lab: Lab): Promise<void> {
  const { former } = lab;
  if (!former) return;
  const { config, snapshot, curves, playing } = former;
  lab.former = null;
  const options: OpenOptions = { where: 'run', snapshot, curves, play: playing, keepFormer: true };
  if (!(await openRun(lab, config, options))) lab.former = former;
}

/** Goes on from the last good snapshot of a run that stopped by itself. */
export async function recover(lab: Lab): Promise<void> {
  const { run, curves, problem } = lab.store.getState();
  if (!run || !lab.good) return;
  // Where a number went bad the same steps would lead there again: the person changes something first.
  const play = problem?.code !== 'run.notFinite';
  await openRun(lab, run.config, { where: 'run', snapshot: lab.good, curves, play });
}

/** What the open run says, taken into the state. */
export function runEvents(lab: () => Lab): RunEvents {
  return {
    status: (status) => lab().store.setState({ status }),
    frame: ({ status, curves, stage, timeline }) =>
      lab().store.setState((state) => {
        const known = { curves: state.curves, points: state.quality.points };
        const record = recordOfCourse(lab().travel, known, state.timeline, timeline);
        return {
          status,
          stage: stage ?? state.stage,
          curves: appendCurves(record.curves, curves),
          ...(record.points !== known.points && { quality: { ...state.quality, points: record.points } }),
          timeline: timeline ?? state.timeline,
        };
      }),
    stopped: (problem, snapshot) => {
      lab().good = snapshot ?? lab().good;
      lab().store.setState((state) => ({
        status: { ...state.status, phase: 'failed', stepsPerSecond: null },
        problem: { ...problem, where: 'run' },
        canRecover: lab().good !== null,
      }));
    },
    engine: (engine) => lab().store.setState(({ run }) => (run ? { run: { ...run, engine } } : {})),
  };
}

/** A snapshot of the open run, unless another run was opened meanwhile; throws a `Problem`. */
export async function snapshotNow(lab: Lab): Promise<Uint8Array> {
  const { generation } = lab;
  const snapshot = await lab.client.snapshot();
  if (generation !== lab.generation) throw new Problem('worker.closed');
  lab.good = snapshot;
  return snapshot;
}

/** Asks something of the open run; null where that failed, or where another run was opened meanwhile. */
export async function askRun<T>(lab: Lab, ask: (client: Lab['client']) => Promise<T>): Promise<T | null> {
  const { generation } = lab;
  try {
    const reply = await ask(lab.client);
    return generation === lab.generation ? reply : null;
  } catch (thrown) {
    if (generation === lab.generation) fail(lab, thrown, 'run');
    return null;
  }
}
