import type { Browser, Page } from 'playwright';

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  /** Microseconds. */
  dur?: number;
  /** Of which the thread really ran: the rest it waited for a core. */
  tdur?: number;
  args?: { name?: string };
}

/** Durations of one task, in ms: from its beginning to its end, and on a core. */
export interface Task {
  wall: number;
  cpu: number;
}

/**
 * Durations of every task that the page's main thread ran while `work` went on: from the browser's own trace,
 * since the Long Tasks API tells of the long ones only.
 */
export async function mainThreadTasks(browser: Browser, page: Page, work: () => Promise<void>): Promise<Task[]> {
  await browser.startTracing(page, { categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline'] });
  await work();
  const trace = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  const threads = new Map<string, Task[]>();
  for (const { name, ph, pid, tid, args } of trace.traceEvents) {
    if (ph === 'M' && name === 'thread_name' && args?.name === 'CrRendererMain') threads.set(`${pid}/${tid}`, []);
  }
  for (const { name, pid, tid, dur, tdur = dur } of trace.traceEvents) {
    if (name === 'RunTask' && dur !== undefined) {
      threads.get(`${pid}/${tid}`)?.push({ wall: dur / 1000, cpu: (tdur ?? dur) / 1000 });
    }
  }
  // The page's own process is the busy one; a spare renderer may stand by.
  const busiest = [...threads.values()].sort((a, b) => b.length - a.length)[0];
  if (!busiest || busiest.length === 0)
    throw new Error('The trace names no task of the page: this browser writes it differently.');
  return busiest;
}
