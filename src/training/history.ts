import type { Timeline } from '../core/timeline';
import type { RunState } from './snapshot';

/** Memory for the moments of a run. */
export const HISTORY_BYTES = 128 * 2 ** 20;
/** More moments than that cannot be told apart on a slider. */
const MOST = 240;

interface Moment {
  state: RunState;
  bytes: number;
}

/** One way that the run took from the beginning on. */
interface Course {
  /** Random, so that it names no course of another history either. */
  id: number;
  moments: Moment[];
}

const iterationOf = ({ state }: Moment): number => state.iteration;

/**
 * What a run was, at moments that spread evenly over its whole length: as it grows, the gaps do, within a budget of
 * memory. Going on from an earlier moment begins another course; the one that is left can be brought back until the next.
 */
export class History {
  private present: Course = { id: Math.random(), moments: [] };
  private left: (Course & { from: number }) | null = null;

  constructor(private readonly budget = HISTORY_BYTES) {}

  /** Whether a run at that iteration is far enough from its last moment for another. */
  isDue(iteration: number): boolean {
    const first = this.present.moments[0];
    const last = this.present.moments.at(-1);
    if (!first || !last) return true;
    const gap = (iterationOf(last) - iterationOf(first)) / Math.min(MOST, Math.floor(this.budget / last.bytes) || 1);
    return iteration - iterationOf(last) >= Math.max(1, gap);
  }

  /** Keeps a moment later than all others of its course, or in place of the last. */
  keep(state: RunState): void {
    const { moments } = this.present;
    const bytes = Object.values(state.arrays).reduce((sum, { byteLength }) => sum + byteLength, 0);
    if ((moments.at(-1)?.state.iteration ?? -1) >= state.iteration) moments.pop();
    moments.push({ state, bytes });
    while (this.bytes > this.budget || moments.length > MOST) {
      if (this.thin()) continue;
      if (!this.left) break;
      this.left = null;
    }
  }

  /** The last moment that is not later than the iteration; the first where all are. */
  at(iteration: number): RunState | null {
    const { moments } = this.present;
    return (moments.findLast((moment) => iterationOf(moment) <= iteration) ?? moments[0])?.state ?? null;
  }

  /** Whether moments lie ahead of that iteration. */
  isPast(iteration: number): boolean {
    return (this.present.moments.at(-1)?.state.iteration ?? iteration) > iteration;
  }

  /** Before a run goes on from that iteration: what lies ahead of it becomes the other course. */
  goOn(iteration: number): void {
    if (!this.isPast(iteration)) return;
    const { id, moments } = this.present;
    this.left = { id, from: iteration, moments: moments.filter((moment) => iterationOf(moment) > iteration) };
    this.present = { id: Math.random(), moments: moments.filter((moment) => iterationOf(moment) <= iteration) };
  }

  /** Brings the other course back in place of the present one; returns its end, null where there is none. */
  swap(): RunState | null {
    if (!this.left) return null;
    const { id, from, moments } = this.left;
    const { moments: all, id: presentId } = this.present;
    const shared = all.filter((moment) => iterationOf(moment) <= from);
    this.left = { id: presentId, from, moments: all.slice(shared.length) };
    this.present = { id, moments: [...shared, ...moments] };
    return this.at(Number.POSITIVE_INFINITY);
  }

  describe(): Timeline {
    const to = this.left?.moments.at(-1)?.state.iteration;
    return {
      moments: this.present.moments.map(iterationOf),
      course: this.present.id,
      other: this.left && to !== undefined ? { from: this.left.from, to } : null,
      bytes: this.bytes,
      budget: this.budget,
    };
  }

  private get bytes(): number {
    const all = [...this.present.moments, ...(this.left?.moments ?? [])];
    return all.reduce((sum, { bytes }) => sum + bytes, 0);
  }

  /** Lets go of the moment whose loss leaves the smallest gap, of the longer course; its first and last stay. */
  private thin(): boolean {
    const longer = Math.max(this.present.moments.length, this.left?.moments.length ?? 0);
    const moments = this.left?.moments.length === longer ? this.left.moments : this.present.moments;
    let smallest = Number.POSITIVE_INFINITY;
    let at = -1;
    for (let i = 1; i + 1 < moments.length; i++) {
      const gap = iterationOf(moments[i + 1] as Moment) - iterationOf(moments[i - 1] as Moment);
      if (gap < smallest) [smallest, at] = [gap, i];
    }
    if (at > 0) moments.splice(at, 1);
    return at > 0;
  }
}
