import { isPast } from '../../core/timeline';
import type { Lab } from './lab';
import { snapshotNow } from './runs';

const EVERY_MS = 10_000;
/** Snapshots of big nets are saved less often: half a second of disk for each of these is enough. */
const BYTES_PER_INTERVAL = 8_000_000;

/** Saves the open run for the next visit: regularly while it runs, when it pauses or is stepped, and on demand. */
export class Autosave {
  private saving = false;
  private savedIteration = -1;
  private savedGeneration = -1;
  private nextAt = 0;

  constructor(private readonly lab: Lab) {}

  /** Starts the clock; returns how to stop it. */
  start(): () => void {
    const clock = setInterval(() => void this.tick(), 1000);
    const unsubscribe = this.lab.store.subscribe(({ status }, before) => {
      if (status.phase === 'paused' && before.status.phase === 'running') void this.save();
    });
    return () => {
      clearInterval(clock);
      unsubscribe();
    };
  }

  /** Saves if anything has changed since the last time. A refusal of the browser's storage is no concern of the run. */
  async save(): Promise<void> {
    const { run, status, timeline } = this.lab.store.getState();
    const { generation } = this.lab;
    if (this.saving || !run || status.phase === 'failed' || status.phase === 'warming') return;
    // Whoever looks at an earlier moment has not given up what came after.
    if (isPast(timeline, status.iteration)) return;
    if (status.iteration === this.savedIteration && generation === this.savedGeneration) return;
    this.saving = true;
    try {
      const snapshot = await snapshotNow(this.lab);
      const state = this.lab.store.getState();
      const { iterations, columns } = state.curves;
      const config = state.run?.config ?? run.config;
      const playing = state.status.phase === 'running';
      await this.lab.services.storage.save({ config, snapshot, curves: { iterations, columns }, playing });
      this.savedIteration = status.iteration;
      this.savedGeneration = generation;
      this.nextAt = Date.now() + EVERY_MS * Math.max(1, snapshot.byteLength / BYTES_PER_INTERVAL);
    } catch {
      this.nextAt = Date.now() + EVERY_MS;
    } finally {
      this.saving = false;
    }
  }

  private async tick(): Promise<void> {
    const { phase } = this.lab.store.getState().status;
    // Single steps of a paused run come one by one; `save` does nothing where there was none.
    if (phase === 'paused' || (phase === 'running' && Date.now() >= this.nextAt)) await this.save();
  }
}
