import { momentAt } from '../../core/timeline';
import { appStore } from '../store';

/** Goes so many moments on, or back. False at either end. */
export function seekBy(moments: number): boolean {
  const { timeline, status, sought, seek } = appStore.getState();
  const next = timeline?.moments[momentAt(timeline.moments, sought ?? status.iteration) + moments];
  if (next !== undefined) void seek(next);
  return next !== undefined;
}
