import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Catalog } from '../../core/catalog';
import { parseConfig } from '../../core/config';
import { type ProblemRecord, toProblemRecord } from '../../core/problem';
import type { Quality } from '../../core/quality';
import type { RunConfig } from '../../core/run';
import type { ClientSetup, RunEvents, TrainingClient } from '../../worker/client';
import type { OpenedRun, RunCommand, Stage } from '../../worker/protocol';
import { appendCurves } from '../app/curves';
import type { CurveTable } from '../state';
import { Pace } from './pace';

/** One run of a duel, in a worker of its own. */
export interface Contender {
  /** The same as long as it takes part. */
  id: number;
  config: RunConfig;
  run: OpenedRun | null;
  iteration: number;
  stage: Stage | null;
  curves: CurveTable;
  quality: Quality | null;
  problem: ProblemRecord | null;
}

export interface DuelState {
  contenders: readonly Contender[];
  playing: boolean;
  measuring: boolean;
  /** How often the runs began anew: what belongs to an earlier time is dropped. */
  round: number;
}

/** What a duel needs of the page. */
export interface DuelSetup {
  catalog: Catalog;
  makeClient(events: RunEvents, setup: ClientSetup): Pick<TrainingClient, 'open' | 'command' | 'snapshot' | 'close'>;
  measure(snapshot: Uint8Array): Promise<Quality>;
  /** Layers of the stage that the workers compute. */
  layers: readonly string[];
  /** Cores of the machine; one is left to the page. */
  cores: number;
}

export const MOST_CONTENDERS = 4;
const LOOK_EVERY_MS = 100;
/** Each picture is asked for no sooner after the last, by number of contenders: the page draws them all. */
const FRAME_GAP_MS = 30;
const NO_CURVES: CurveTable = { iterations: [], columns: [], version: 0 };

type Client = ReturnType<DuelSetup['makeClient']>;

/** Two to four runs with the same seed and data, each in its own worker, that play and stand together. */
export class Duel {
  readonly store: StoreApi<DuelState>;
  private readonly clients = new Map<number, Client>();
  private pace = new Pace();
  private clock: ReturnType<typeof setInterval> | undefined;
  private lastId = 0;
  /** Whether the runs are to play once they are open; several changes may open them anew one after the other. */
  private resume = false;
  private layers: readonly string[];

  constructor(
    private readonly setup: DuelSetup,
    configs: readonly RunConfig[],
  ) {
    this.layers = setup.layers;
    this.store = createStore<DuelState>(() => ({ contenders: [], playing: false, measuring: false, round: 0 }));
    for (const config of configs) this.enlist(config);
    void this.restart();
  }

  play(): void {
    this.store.setState({ playing: true });
    this.pace.rest();
    this.look();
    this.clock ??= setInterval(() => this.look(), LOOK_EVERY_MS);
  }

  /** The runs come to rest together, at the horizon that they were given last. */
  pause(): void {
    clearInterval(this.clock);
    this.clock = undefined;
    this.resume = false;
    this.store.setState({ playing: false });
  }

  toggle(): void {
    if (this.store.getState().playing) this.pause();
    else this.play();
  }

  /** One iteration of each. */
  step(): void {
    this.pause();
    this.pace.horizon += 1;
    this.commandAll({ type: 'horizon', iteration: this.pace.horizon });
  }

  /** All begin anew, with their present settings. */
  async restart(): Promise<void> {
    const { playing, round } = this.store.getState();
    const resume = playing || this.resume;
    this.pause();
    this.resume = resume;
    this.pace = new Pace();
    this.store.setState({ round: round + 1 });
    await Promise.all(this.store.getState().contenders.map(({ id }) => this.open(id)));
    if (this.resume && this.store.getState().round === round + 1) this.play();
  }

  async newSeed(): Promise<void> {
    const seed = Math.floor(Math.random() * 2 ** 31);
    this.store.setState(({ contenders }) => ({
      contenders: contenders.map((one) => ({ ...one, config: { ...one.config, seed } })),
    }));
    await this.restart();
  }

  /** Another contender, as the last one is set. */
  async add(): Promise<void> {
    const { contenders } = this.store.getState();
    const last = contenders.at(-1);
    if (!last || contenders.length >= MOST_CONTENDERS) return;
    this.enlist(last.config);
    await this.restart();
  }

  remove(id: number): void {
    this.clients.get(id)?.close();
    this.clients.delete(id);
    this.store.setState(({ contenders }) => ({ contenders: contenders.filter((one) => one.id !== id) }));
    this.commandAll({ type: 'share', share: this.share() });
  }

  /** Changes the settings of one; all begin anew, for the comparison to be fair. */
  async change(id: number, config: RunConfig): Promise<void> {
    this.update(id, { config });
    await this.restart();
  }

  showLayers(layers: readonly string[]): void {
    this.layers = layers;
    this.commandAll({ type: 'layers', layers });
  }

  private async snapshot(id: number): Promise<Uint8Array> {
    return (this.clients.get(id) as Client).snapshot();
  }

  /** One as it stands, for opening it elsewhere; null where it cannot be had, and its card says why. */
  async handOver(id: number): Promise<{ config: RunConfig; snapshot: Uint8Array; curves: CurveTable } | null> {
    try {
      const snapshot = await this.snapshot(id);
      const one = this.contender(id);
      return one ? { config: one.config, snapshot, curves: one.curves } : null;
    } catch (thrown) {
      this.update(id, { problem: toProblemRecord(thrown) });
      return null;
    }
  }

  /** Measures each run as it stands, one after the other. */
  async measure(): Promise<void> {
    const { contenders, round } = this.store.getState();
    this.pause();
    this.store.setState({ measuring: true });
    for (const { id } of contenders) {
      try {
        const quality = await this.setup.measure(await this.snapshot(id));
        if (this.store.getState().round === round) this.update(id, { quality });
      } catch (thrown) {
        this.update(id, { problem: toProblemRecord(thrown) });
      }
    }
    this.store.setState({ measuring: false });
  }

  close(): void {
    this.pause();
    for (const client of this.clients.values()) client.close();
    this.clients.clear();
  }

  private look(): void {
    const going = this.store.getState().contenders.filter(({ run, problem }) => run && !problem);
    if (going.length === 0) return;
    const { horizon } = this.pace;
    const next = this.pace.look(
      going.map(({ iteration }) => iteration),
      performance.now() / 1000,
    );
    if (next !== horizon) this.commandAll({ type: 'horizon', iteration: next });
  }

  private enlist(config: RunConfig): void {
    this.lastId += 1;
    const id = this.lastId;
    const empty = { run: null, iteration: 0, stage: null, curves: NO_CURVES, quality: null, problem: null };
    const events: RunEvents = {
      status: ({ iteration }) => this.update(id, { iteration }),
      frame: ({ status, curves, stage }) => {
        const before = this.contender(id);
        if (!before) return;
        this.update(id, {
          iteration: status.iteration,
          stage: stage ?? before.stage,
          curves: appendCurves(before.curves, curves),
        });
      },
      stopped: (problem) => this.update(id, { problem }),
      engine: (engine) => {
        const run = this.contender(id)?.run;
        if (run) this.update(id, { run: { ...run, engine } });
      },
    };
    const afterPaint = (done: () => void) => setTimeout(done, FRAME_GAP_MS * this.clients.size);
    // No trial of WebGL, which one run would take from the others; no moments to return to.
    const client = this.setup.makeClient(events, { afterPaint, trialAfterMs: Number.POSITIVE_INFINITY, history: 0 });
    this.clients.set(id, client);
    this.store.setState(({ contenders }) => ({ contenders: [...contenders, { id, config, ...empty }] }));
  }

  private async open(id: number): Promise<void> {
    const { round } = this.store.getState();
    const client = this.clients.get(id);
    const before = this.contender(id);
    if (!client || !before) return;
    try {
      const run = await client.open(parseConfig(before.config, this.setup.catalog));
      if (this.store.getState().round !== round) return;
      const curves = { iterations: [], columns: run.curves.map(() => []), version: before.curves.version + 1 };
      this.update(id, { run, config: run.config, iteration: 0, curves, quality: null, problem: null });
      client.command({ type: 'layers', layers: this.layers });
      client.command({ type: 'horizon', iteration: this.pace.horizon });
      client.command({ type: 'share', share: this.share() });
      client.command({ type: 'play' });
    } catch (thrown) {
      if (this.store.getState().round === round) this.update(id, { problem: toProblemRecord(thrown), run: null });
    }
  }

  /** What each may take of the time, so that the page stays free however few cores there are. */
  private share(): number {
    return Math.min(1, Math.max(1, this.setup.cores - 1) / this.clients.size);
  }

  private contender(id: number): Contender | undefined {
    return this.store.getState().contenders.find((one) => one.id === id);
  }

  private update(id: number, change: Partial<Contender>): void {
    this.store.setState(({ contenders }) => ({
      contenders: contenders.map((one) => (one.id === id ? { ...one, ...change } : one)),
    }));
  }

  private commandAll(command: RunCommand): void {
    for (const client of this.clients.values()) client.command(command);
  }
}
