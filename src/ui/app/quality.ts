import { toProblemRecord } from '../../core/problem';
import type { Quality } from '../../core/quality';
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
    const point = await lab.services.measuring.measure(await snapshotNow(lab));
    tell({ busy: false, problem: null, points: withPoint(lab.store.getState().quality.points, point) });
  } catch (thrown) {
    tell({ busy: false, problem: toProblemRecord(thrown) });
  }
}

/** Measures whenever the run has gone on far enough since the last time; returns how to stop. */
export function watchQuality(lab: Lab): () => void {
  return lab.store.subscribe(({ quality, status }) => {
    if (quality.every === null || quality.busy || quality.problem || status.phase !== 'running') return;
    const last = quality.points.at(-1)?.iteration;
    if (last === undefined || status.iteration >= last + quality.every) void measureNow(lab);
  });
}

/** The points up to that iteration with the new one behind them. */
function withPoint(points: readonly Quality[], point: Quality): readonly Quality[] {
  return [...points.filter(({ iteration }) => iteration < point.iteration), point];
}
