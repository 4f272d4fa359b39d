import type { StoreApi } from 'zustand/vanilla';
import { type ProblemRecord, toProblemRecord } from '../../core/problem';
import type { Quality } from '../../core/quality';
import type { RunConfig } from '../../core/run';
import type { RunEvents, TrainingClient } from '../../worker/client';
import type { DataClient } from '../../worker/dataClient';
import type { MeasureClient } from '../../worker/measureClient';
import type { AppState, AppStore, CurveTable } from '../state';
import type { RunStorage } from '../storage';

/** What the store needs of the training client; tests put a fake in its place. */
export type RunClient = Pick<
  TrainingClient,
  | 'catalog'
  | 'inspect'
  | 'snapshot'
  | 'move'
  | 'seek'
  | 'swapCourse'
  | 'inside'
  | 'generate'
  | 'judge'
  | 'read'
  | 'paint'
  | 'open'
  | 'setThreads'
  | 'command'
>;

/** The text after `#` in the page's address. */
export interface Address {
  read(): string;
  /** Replaces it, without a new entry in the history. */
  write(link: string): void;
  /** The whole address with that text. */
  full(link: string): string;
}

/** Everything outside the store. */
export interface Services {
  makeClient(events: RunEvents): RunClient;
  data: Pick<DataClient, 'request'>;
  measuring: Pick<MeasureClient, 'measure' | 'directions'>;
  storage: RunStorage;
  /** The snapshot of a preset. */
  trained(id: string): Promise<Uint8Array>;
  address: Address;
}

/** A run set aside in memory. */
export interface KeptRun {
  config: RunConfig;
  snapshot: Uint8Array;
  curves: CurveTable;
  playing: boolean;
}

/** What was recorded and measured of a run, or of a part of it. */
export interface RunRecord {
  curves: CurveTable;
  points: readonly Quality[];
}

/** Journeys of the open run through its time. */
export interface Travel {
  /** Where the person wants to be next, while the journey before is still under way. */
  sought: (() => Promise<RunConfig>) | null;
  under: boolean;
  /** What is known of courses that the run left, from the iteration on where it left them. */
  left: Map<number, RunRecord>;
  from: number;
}

/** What the actions share besides the visible state. */
export interface Lab {
  store: StoreApi<AppStore>;
  client: RunClient;
  services: Services;
  /** The newest snapshot of the open run that is at hand. */
  good: Uint8Array | null;
  former: KeptRun | null;
  /** A configuration that could not be opened for want of its data. */
  wanted: RunConfig | null;
  /** Grows with every opened run, so that what was asked of an older one can be told apart. */
  generation: number;
  /** Whether a single move is under way. */
  moving: boolean;
  travel: Travel;
}

export type Where = NonNullable<AppState['problem']>['where'];

/** Shows what went wrong beside what it concerns. */
export function fail(lab: Lab, thrown: unknown, where: Where): void {
  const record: ProblemRecord = toProblemRecord(thrown);
  const about: Where = record.code.startsWith('data.') ? 'data' : where;
  lab.store.setState({ problem: { ...record, where: about } });
}
