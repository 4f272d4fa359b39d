import { Problem } from '../core/problem';
import { History } from '../training/history';
import { captureRun, firstBadArray, type RunState } from '../training/snapshot';
import type { Trainer } from '../training/trainer';

/** Copies for the case that the engine is lost, at most this often and at most this share of the time. */
const COPY_EVERY_MS = 5000;
const COPY_SHARE = 0.03;

/**
 * What is kept of one run: moments to return to, and its last good state. Curves see a few numbers of some iterations only, so a
 * state is looked through before it is kept: none holds a number that is not finite.
 */
export class Moments {
  readonly history: History;
  lastGood: RunState | null = null;
  private nextCopyAt = performance.now() + COPY_EVERY_MS;
  private nextMomentAt = 0;

  constructor(
    private readonly trainer: Trainer,
    private readonly engine: string,
    budget: number | undefined,
  ) {
    this.history = new History(budget);
  }

  /** Throws `run.notFinite` where a recorded number is not finite, and says which array went bad first. */
  async refuseBad(): Promise<void> {
    const { bad } = this.trainer.recorder;
    if (!bad) return;
    const what = firstBadArray(await captureRun(this.trainer, this.engine)) ?? bad.curve;
    throw new Problem('run.notFinite', { iteration: bad.iteration, what });
  }

  /** Keeps a moment or a copy where one is due; true for a moment. Throws `run.notFinite` where it would hold a bad number. */
  async keepDue(): Promise<boolean> {
    const now = performance.now();
    const moment = now >= this.nextMomentAt && this.history.isDue(this.trainer.iteration);
    if (!moment && now < this.nextCopyAt) return false;
    const what = await this.capture(moment);
    if (what !== null) throw new Problem('run.notFinite', { iteration: this.trainer.iteration, what });
    return moment;
  }

  /** Keeps this moment, at which nothing trains, unless a number went bad. */
  async keep(): Promise<void> {
    if (!this.trainer.recorder.bad) await this.capture(true);
  }

  /** Returns the name of the array that went bad, where nothing was kept for it; null otherwise. */
  private async capture(moment: boolean): Promise<string | null> {
    const start = performance.now();
    const state = await captureRun(this.trainer, this.engine);
    const bad = firstBadArray(state);
    if (bad === null) this.lastGood = state;
    if (bad === null && moment) this.history.keep(state);
    const end = performance.now();
    this.nextCopyAt = end + Math.max(COPY_EVERY_MS, (end - start) / COPY_SHARE);
    if (moment) this.nextMomentAt = end + (end - start) / COPY_SHARE;
    return bad;
  }
}
