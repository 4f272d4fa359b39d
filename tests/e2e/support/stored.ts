import type { Page } from 'playwright';
import { expect } from 'vitest';
import type { RunConfig } from '../../../src/core/run';
import { pause } from './app';

/** The last run as the browser keeps it. */
export interface Kept {
  config: RunConfig;
  /** Iterations of the recorded points. */
  iterations: number[];
  columns: number[][];
}

/** Such a run, with the iteration at which it was paused. */
export interface Stopped extends Kept {
  stopped: number;
}

async function read(page: Page): Promise<Kept | null> {
  return page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('minimax-runs');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const run = await new Promise<{ config: RunConfig; curves: Omit<Kept, 'config'> } | undefined>(
      (resolve, reject) => {
        const asked = database.transaction('runs').objectStore('runs').get('last');
        asked.onsuccess = () => resolve(asked.result);
        asked.onerror = () => reject(asked.error);
      },
    );
    database.close();
    return run ? { config: run.config, ...run.curves } : null;
  });
}

/** Points are recorded at the first iteration and then at every tenth. */
const RECORDED_EVERY = 10;

/** Pauses, and returns the run as it was kept then: configuration and recorded curves. */
export async function keptRun(page: Page): Promise<Stopped> {
  const stopped = await pause(page);
  let kept: Kept | null = null;
  await expect
    .poll(
      async () => {
        kept = await read(page);
        return kept?.iterations.at(-1);
      },
      { timeout: 10_000, message: `the run at iteration ${stopped} is kept` },
    )
    .toBeGreaterThan(stopped - RECORDED_EVERY);
  return { ...(kept as unknown as Kept), stopped };
}

/** Recorded points up to an iteration, exactly as they were measured: `[iteration, ...values]` each. */
export function pointsUpTo(last: number, { iterations, columns }: Omit<Kept, 'config'>): number[][] {
  const points = pointsBetween(0, last, { iterations, columns });
  expect(points.length).toBe(1 + Math.floor(last / RECORDED_EVERY));
  return points;
}

/** Recorded points of iterations in (after, last]. */
export function pointsBetween(after: number, last: number, { iterations, columns }: Omit<Kept, 'config'>): number[][] {
  return iterations
    .map((iteration, i) => [iteration, ...columns.map((column) => column[i] as number)])
    .filter(([iteration = 0]) => iteration > after && iteration <= last);
}
