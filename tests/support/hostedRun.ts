import { expect } from 'vitest';
import { parseConfig } from '../../src/core/config';
import type { RunConfig } from '../../src/core/run';
import { nodeEngines } from '../../src/headless/nodeEngines';
import { catalog } from '../../src/worker/catalog';
import type { Frame, FromTraining, RunCommand, RunStatus, Timeline } from '../../src/worker/protocol';
import { RunHost } from '../../src/worker/runHost';
import { emptyStore } from './stores';

/** A run in the worker's own host, without a worker: what the page would see of it. */
export interface HostedRun {
  /** Recorded values by iteration, as text that shows every bit. */
  points: Map<number, string>;
  config(): RunConfig;
  status(): RunStatus;
  timeline(): Timeline;
  /** How the run stopped by itself, every time that it did. */
  stopped: Extract<FromTraining, { kind: 'stopped' }>[];
  command(command: RunCommand): Promise<void>;
  /** Plays until that iteration is behind it, and pauses. */
  play(beyond: number): Promise<void>;
  seek(iteration: number): Promise<RunConfig>;
  swap(): Promise<RunConfig>;
}

/** Opens a run (paused); `changes` are completed with the defaults. */
export async function hostedRun(changes: object): Promise<HostedRun> {
  const config = parseConfig(changes, catalog);
  const points = new Map<number, string>();
  const stopped: HostedRun['stopped'] = [];
  let last: Frame | null = null;
  let timeline: Timeline | null = null;
  const post = (notice: FromTraining): void => {
    if (notice.kind === 'stopped') stopped.push(notice);
    if (notice.kind !== 'frame') return;
    last = notice;
    timeline = notice.timeline ?? timeline;
    for (const { iteration, values } of notice.curves) points.set(iteration, values.join(' '));
    void host.obey(1, { type: 'drawn' });
  };
  const probeWebgl = () => ({ available: false, software: false, renderer: null });
  const host = new RunHost({ post, store: emptyStore, engines: nodeEngines, probeWebgl });
  const command = (one: RunCommand) => host.obey(1, one);
  let opened = await host.answer({ type: 'open', run: 1, config });
  expect(opened).toMatchObject({ engine: { name: config.engine } });
  const travel = async (request: { type: 'seek'; iteration: number } | { type: 'swapCourse' }) => {
    opened = { ...opened, config: (await host.answer(request)) as RunConfig } as typeof opened;
    return (opened as { config: RunConfig }).config;
  };
  const status = () => (last as unknown as Frame).status;
  return {
    points,
    config: () => (opened as { config: RunConfig }).config,
    status,
    timeline: () => timeline as unknown as Timeline,
    stopped,
    command,
    play: async (beyond) => {
      const { length } = stopped;
      await command({ type: 'play' });
      while ((last?.status.iteration ?? 0) < beyond) {
        if (stopped.length > length) throw new Error(stopped.at(-1)?.problem.code);
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      await command({ type: 'pause' });
    },
    seek: (iteration) => travel({ type: 'seek', iteration }),
    swap: () => travel({ type: 'swapCourse' }),
  };
}
