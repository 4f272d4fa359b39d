import type { BenchEngine } from './engines/types';

/** Losses are read after about so long, as a program with a chart would. */
const READ_MS = 100;
/** A first step that takes longer than this is the only measurement there will be. */
export const LONG_STEP_SECONDS = 20;

/** What an engine says of itself once it has started and warmed up. */
export interface Facts {
  kernels: number | null;
  bytes: number;
  note: string;
  /** Seconds of the last step of the warm-up. */
  stepSeconds: number;
}

/** What an engine keeps at one moment. */
export interface Kept {
  /** Bytes of numbers: tensors, on the GPU where they are there, or the module's memory. */
  bytes: number | null;
  /** Resident bytes of its process; null where nobody can say. */
  resident: number | null;
  /** Steps since it was warm. */
  steps: number;
}

/** Times an engine in windows; keeps in mind how many steps go between two reads. */
export class Timer {
  private between = 1;
  private steps = 0;

  constructor(private readonly engine: BenchEngine) {}

  /** Steps until compilers and caches have settled, about so many seconds. */
  async warmUp(seconds: number): Promise<Facts> {
    const start = performance.now();
    let last = 0;
    do {
      const from = performance.now();
      await this.engine.run(1);
      last = (performance.now() - from) / 1000;
    } while (performance.now() - start < 300 * seconds);
    if (last < LONG_STEP_SECONDS) await this.window(0.7 * seconds);
    const { kernels, note } = this.engine;
    this.steps = 0;
    return { kernels, note, bytes: this.engine.bytes(), stepSeconds: last };
  }

  /** What it keeps now. */
  kept(resident: number | null): Kept {
    return { bytes: this.engine.bytes(), resident, steps: this.steps };
  }

  /** Steps per second over a window of about so many seconds, at least one step long. */
  async window(seconds: number): Promise<number> {
    const start = performance.now();
    let steps = 0;
    let elapsed = 0;
    do {
      await this.engine.run(this.between);
      steps += this.between;
      elapsed = performance.now() - start;
      this.between = Math.max(1, Math.min(100_000, Math.round((steps / elapsed) * Math.min(READ_MS, 300 * seconds))));
    } while (elapsed < 1000 * seconds);
    this.steps += steps;
    return (1000 * steps) / elapsed;
  }
}
