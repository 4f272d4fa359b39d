import type { RunConfig } from '../core/run';
import type { OpenedRun } from './protocol';
import { type TrainingPort, TrainingWorker } from './trainingWorker';

/** How much faster WebGL must be: moving a run costs a second and its shaders' compilation. */
export const WORTHWHILE = 1.3;
const MEASURE_SECONDS = 3;
/** Shaders may compile for a long time; a person who trains meanwhile loses nothing by our giving up. */
const PATIENCE_MS = 40_000;

export interface TrialResult {
  worker: TrainingWorker;
  opened: OpenedRun;
  stepsPerSecond: number;
  renderer: string | null;
}

/** Why WebGL was not timed. */
export interface NoTrial {
  reason: 'noGpu' | 'softwareGl';
  renderer: string | null;
}

/**
 * Opens the same configuration on WebGL in a second worker and times it, if this machine has a GPU: WebGL that is computed
 * in software is slower than any other engine. Rejects where WebGL cannot run it (or cannot in time); the second worker is
 * then ended. On success it belongs to the caller.
 */
export async function timeOnWebgl(
  makePort: () => TrainingPort,
  config: RunConfig,
  signal: AbortSignal,
): Promise<TrialResult | NoTrial> {
  const worker = new TrainingWorker(makePort());
  const stop = () => worker.close();
  const patience = setTimeout(stop, PATIENCE_MS);
  signal.addEventListener('abort', stop);
  try {
    const { available, software, renderer } = await worker.request({ type: 'probe' });
    if (!available || software) {
      worker.close();
      return { reason: available ? 'softwareGl' : 'noGpu', renderer };
    }
    const opened = await worker.request({ type: 'open', run: 1, config: { ...config, engine: 'webgl' } });
    const measured = await worker.request({ type: 'measure', seconds: MEASURE_SECONDS });
    return { worker, opened, ...measured };
  } catch (thrown) {
    worker.close();
    throw thrown;
  } finally {
    clearTimeout(patience);
    signal.removeEventListener('abort', stop);
  }
}
