import { toProblemRecord } from '../../core/problem';
import type { Quality } from '../../core/quality';
import { isPast, type Timeline } from '../../core/timeline';
import type { QualityState } from '../state';
import type { Lab } from './lab';
import { snapshotNow } from './runs';

/** Nothing measured yet; how often to measure is kept. */
export const unmeasured = (every: number | null = null): QualityState => ({
  points: [],
  busy: false,
  every,
  problem: null,
});

/** Measures the open run as it stands. One measurement at a time; one of a run that is gone is dropped. */
export async function measureNow(lab: Lab): Promise<void> {
  const { run, quality, status } = lab.store.getState();
  if (!run || quality.busy || status.phase === 'failed') return;
  const { generation } = lab;
  const tell = (change: Partial<QualityState>): void => {
    if (generation === lab.generation) lab.store.setState((state) => ({ quality: { ...state.quality, ...change } }));
  };
  tell({ busy: true });
  try {
    const snapshot = await snapshotNow(lab);
    const asked = lab.store.getState().timeline;
    const point = await lab.services.measuring.measure(snapshot);
    const { quality: now, timeline } = lab.store.getState();
    // The run may have taken another course meanwhile, on which it was never like that.
    const gone = asked !== null && timeline?.course !== asked.course;
    tell({ busy: false, problem: null, points: gone ? now.points : withPoint(now.points, point, timeline) });
  } catch (thrown) {
    tell({ busy: false, problem: toProblemRecord(thrown) });
  }
}

/** Measures whenever the run has gone on far enough since the last time; returns how to stop. */
export function watchQuality(lab: Lab): () => void {
  return lab.store.subscribe(({ quality, status }) => {
    if (quality.every === null || quality.busy || quality.problem || status.phase !== 'running') return;
    // A run that was taken back has points ahead of it, until the first picture of its new course comes.
    const last = quality.points.findLast(({ iteration }) => iteration <= status.iteration)?.iteration;
    if (last === undefined || status.iteration >= last + quality.every) void measureNow(lab);
  });
}

/** The points with the new one in its place; those behind it stay where the run only looks back. */
function withPoint(points: readonly Quality[], point: Quality, timeline: Timeline | null): readonly Quality[] {
  const earlier = points.filter(({ iteration }) => iteration < point.iteration);
  const later = points.filter(({ iteration }) => iteration > point.iteration);
  return [...earlier, point, ...(isPast(timeline, point.iteration) ? later : [])];
}
