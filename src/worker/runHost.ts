import { setBackend } from '@tensorflow/tfjs-core';
import { parseConfig } from '../core/config';
import type { MoveReport } from '../core/moves';
import { Problem, toProblemRecord } from '../core/problem';
import type { RunConfig } from '../core/run';
import type { CurvePoint } from '../core/stage';
import type { DataStore } from '../data/types';
import type { Threads } from '../engine/replay/threads';
import type { EngineHost, RunningEngine } from '../engine/types';
import { Loop } from '../training/loop';
import { measureSpeed } from '../training/measureSpeed';
import { captureRun, packSnapshot, type RunState, restoreRun, unpackSnapshot } from '../training/snapshot';
import type { Trainer } from '../training/trainer';
import { catalog } from './catalog';
import { Engines, reportOn } from './engines';
import { lookInside } from './inside';
import { answerLatent } from './latents';
import { Moments } from './moments';
import { paint } from './painting';
import type {
  EngineReport,
  FromTraining,
  OpenedRun,
  Replies,
  Request,
  RunCommand,
  RunPhase,
  RunStatus,
} from './protocol';
import { describeRun, openOn, openSession, restoreLive, type Session } from './session';

/** What the host needs of the place it runs in: a worker, or a test. */
export interface HostPlace {
  post(notice: FromTraining): void;
  store: DataStore;
  engines: EngineHost;
  /** So many threads for replay, or as many as suit the machine; absent where it has to do with one. */
  makeThreads?: (count?: number) => Threads | null;
  probeWebgl(): Replies['probe'];
}

/** Pictures are made at most this often and take at most this share of the time. */
const FRAME_EVERY_MS = 60;
const FRAME_SHARE = 0.15;
/** The page hears of the iteration at least so often, however dear pictures are. */
const TELL_EVERY_MS = 500;
/** With computed layers, which the page takes longer to draw. */
const LAYERED_FRAME_EVERY_MS = 80;

interface OpenRun {
  run: number;
  session: Session;
  loop: Loop;
  engine: RunningEngine;
  moments: Moments;
}

/**
 * Hosts one run: opens it, obeys commands, streams curves and pictures, keeps a copy against the loss of the engine.
 * A request that fails leaves the open run as it was.
 */
export class RunHost {
  private open: OpenRun | null = null;
  private phase: RunPhase = 'starting';
  private progress: number | null = null;
  private readonly engines: Engines;
  private pendingPoints: CurvePoint[] = [];
  private layers: ReadonlySet<string> = new Set();
  /** Iterations that the page was last shown a picture of, and told of. */
  private shown = -1;
  private told = -1;
  private toldAt = 0;
  private frameInFlight = false;
  private nextFrameAt = 0;
  private timelineChanged = false;

  constructor(private readonly place: HostPlace) {
    this.engines = new Engines(place.engines, place.makeThreads);
  }

  /** Answers one request; throws (a `Problem` where a person can mend it). */
  async answer(request: Request): Promise<Replies[keyof Replies]> {
    switch (request.type) {
      case 'catalog':
        return catalog;
      case 'open':
        return this.openRun(request);
      case 'inspect':
        return parseConfig(unpackSnapshot(request.snapshot).config, catalog);
      case 'snapshot':
        return packSnapshot(await this.pausedWhile(() => this.capture()));
      case 'move':
        return this.moveOnce();
      case 'generate':
      case 'judge':
      case 'read':
        return this.whileStill((trainer) => answerLatent(trainer, request));
      case 'paint':
        return this.whileStill((trainer) => paint(trainer, request.painting));
      case 'inside':
        return this.whileStill((trainer) => lookInside(trainer, request.part));
      case 'seek':
        return this.seek(request.iteration);
      case 'swapCourse':
        return this.swapCourse();
      case 'measure':
        return this.measure(request.seconds);
      case 'probe':
        return this.place.probeWebgl();
    }
  }

  /** Obeys one command of the open run; commands for an older run are dropped. One that fails stops the run; it never throws. */
  async obey(run: number, command: RunCommand): Promise<void> {
    const open = this.open;
    if (!open || open.run !== run) return;
    // What stopped by itself is brought back by another request: until then it neither trains nor passes for a paused run.
    if (this.phase === 'failed' && ['play', 'pause', 'step'].includes(command.type)) return;
    try {
      await this.follow(open, command);
    } catch (thrown) {
      // The first reason is the one to tell.
      if (this.open === open && this.phase !== 'failed') await this.stopWith(thrown);
    }
  }

  private async follow(open: OpenRun, command: RunCommand): Promise<void> {
    const { loop, session } = open;
    switch (command.type) {
      case 'play':
        loop.player = command.player;
        this.goOn(open);
        loop.start();
        return this.setPhase('running');
      case 'pause':
        await loop.stop();
        this.setPhase('paused');
        return this.sendFrame(true);
      case 'step':
        await loop.stop();
        this.setPhase('paused');
        this.goOn(open);
        await loop.step(command.player);
        return this.sendFrame(true);
      case 'speed':
        loop.limit = command.stepsPerSecond;
        return;
      case 'horizon':
        loop.horizon = command.iteration;
        return;
      case 'share':
        loop.share = command.share;
        return;
      case 'live':
        session.trainer.setLive(command.name, command.value);
        return;
      case 'layers':
        this.layers = new Set(command.layers);
        if (!loop.running) await this.sendFrame(true);
        return;
      case 'look':
        return this.sendFrame(true);
      case 'drawn':
        this.frameInFlight = false;
        return;
    }
  }

  private async openRun(request: Extract<Request, { type: 'open' }>): Promise<OpenedRun> {
    const former = this.open;
    const wasRunning = former?.loop.running ?? false;
    await former?.loop.stop();
    const { phase } = this;
    try {
      return await this.replaceRun(request, former);
    } catch (thrown) {
      // The former run goes on as if nothing had been asked.
      if (former) {
        await setBackend(former.engine.backend);
        if (wasRunning && phase !== 'failed') former.loop.start();
        this.setPhase(phase);
      }
      throw thrown;
    }
  }

  private async replaceRun(
    { run, config, snapshot, reason, history: budget, threads }: Extract<Request, { type: 'open' }>,
    former: OpenRun | null,
  ): Promise<OpenedRun> {
    const state = snapshot ? (unpackSnapshot(snapshot) as RunState) : undefined;
    const checked = parseConfig(config, catalog);
    this.warm(run, 0.1);
    this.engines.setThreads(threads);
    const { engine: meant, report: meantReport } = await this.engines.engineFor(checked, reason);
    this.warm(run, 0.4);
    const { session, engine, notReplayed } = await openOn(
      meant,
      () => this.engines.eager(),
      (makeExecutor) => openSession(checked, this.place.store, state, makeExecutor),
    );
    const report: EngineReport = notReplayed
      ? { ...reportOn(engine, 'notReplayed'), problem: toProblemRecord(notReplayed) }
      : meantReport;
    this.warm(run, 0.7);
    const loop = new Loop(
      session.trainer,
      (points) => this.afterSlice(points),
      (thrown) => void this.stopWith(thrown),
    );
    const moments = new Moments(session.trainer, engine.name, budget);
    former?.session.dispose();
    this.open = { run, session, loop, engine, moments };
    this.pendingPoints = [];
    this.frameInFlight = false;
    this.nextFrameAt = 0;
    this.shown = -1;
    this.told = -1;
    engine.onLost(() => void this.stopWith(new Problem('engine.lost', { engine: engine.name })));
    this.phase = 'paused';
    this.progress = null;
    await this.keepMoment(this.open);
    void this.sendFrame(true);
    return { ...describeRun(session, report), ...(state?.recorded && { recorded: state.recorded }) };
  }

  private async afterSlice(points: readonly CurvePoint[]): Promise<void> {
    const open = this.open;
    if (!open) return;
    for (const point of points) this.pendingPoints.push(point);
    await open.moments.refuseBad();
    const now = performance.now();
    if (await open.moments.keepDue()) this.timelineChanged = true;
    const { iteration } = open.session.trainer;
    if (iteration === this.shown) return;
    const due = open.loop.waiting || (open.loop.running && now >= this.toldAt + TELL_EVERY_MS);
    if (due && iteration !== this.told) this.setPhase('running');
    await this.sendFrame(false);
  }

  private async sendFrame(always: boolean): Promise<void> {
    const open = this.open;
    const now = performance.now();
    if (!open || (!always && (this.frameInFlight || now < this.nextFrameAt))) return;
    this.frameInFlight = true;
    const stage = await open.session.preview.compute(this.layers);
    if (this.open !== open) return;
    const ended = performance.now();
    const every = this.layers.size > 0 ? LAYERED_FRAME_EVERY_MS : FRAME_EVERY_MS;
    this.nextFrameAt = ended + Math.max(every, (ended - now) / FRAME_SHARE);
    this.shown = open.session.trainer.iteration;
    this.toldAt = ended;
    const curves = this.pendingPoints;
    this.pendingPoints = [];
    const timeline = this.timelineChanged ? open.moments.history.describe() : null;
    this.timelineChanged = false;
    this.place.post({ kind: 'frame', run: open.run, status: this.status(open), curves, stage, timeline });
  }

  private opened(): OpenRun {
    if (!this.open) throw new Problem('run.none');
    return this.open;
  }

  private capture(): Promise<RunState> {
    const { session, engine } = this.opened();
    return captureRun(session.trainer, engine.name);
  }

  private async keepMoment({ moments }: OpenRun): Promise<void> {
    await moments.keep();
    this.timelineChanged = true;
  }

  /** Before training goes on: from an earlier moment it takes another course. */
  private goOn({ moments, session }: OpenRun): void {
    moments.history.goOn(session.trainer.iteration);
    this.timelineChanged = true;
  }

  private async seek(iteration: number): Promise<RunConfig> {
    const open = this.opened();
    const { trainer } = open.session;
    await open.loop.stop();
    if (!open.moments.history.isPast(trainer.iteration)) await this.keepMoment(open);
    return this.returnTo(open, open.moments.history.at(iteration));
  }

  private async swapCourse(): Promise<RunConfig> {
    const open = this.opened();
    await open.loop.stop();
    if (!open.moments.history.isPast(open.session.trainer.iteration)) await this.keepMoment(open);
    return this.returnTo(open, open.moments.history.swap());
  }

  /** Makes the run what it was, live values included, and shows that moment. */
  private async returnTo(open: OpenRun, state: RunState | null): Promise<RunConfig> {
    const { trainer } = open.session;
    if (state) {
      restoreRun(trainer, state);
      restoreLive(trainer, state.config);
      open.moments.lastGood = state;
    }
    this.phase = 'paused';
    this.timelineChanged = true;
    await this.sendFrame(true);
    return structuredClone(trainer.currentConfig);
  }

  /** Does something while nothing trains, then goes on. */
  private pausedWhile<T>(work: () => Promise<T>): Promise<T> {
    return this.open ? this.open.loop.between(work) : work();
  }

  /** Asks something of the open run, which goes on afterwards. */
  private whileStill<T>(ask: (trainer: Trainer) => Promise<T>): Promise<T> {
    const { trainer } = this.opened().session;
    return this.pausedWhile(() => ask(trainer));
  }

  private async measure(seconds: number): Promise<Replies['measure']> {
    const { session, engine } = this.opened();
    return this.pausedWhile(async () => ({
      stepsPerSecond: await measureSpeed(session.trainer, engine.name, seconds),
      renderer: engine.renderer,
    }));
  }

  private async moveOnce(): Promise<MoveReport> {
    const open = this.opened();
    await open.loop.stop();
    this.setPhase('paused');
    this.goOn(open);
    const { trainer } = open.session;
    const report = await trainer.moveOnce();
    // One point of the curves holds all players' moves of an iteration.
    if (trainer.moved === 0) for (const point of await trainer.recorder.flush()) this.pendingPoints.push(point);
    await open.moments.refuseBad();
    return report;
  }

  private async stopWith(thrown: unknown): Promise<void> {
    const open = this.open;
    if (!open) return;
    this.phase = 'failed';
    void open.loop.stop();
    const { lastGood } = open.moments;
    const snapshot = lastGood ? packSnapshot(lastGood) : null;
    this.place.post({ kind: 'status', run: open.run, status: this.status(open) });
    this.place.post({ kind: 'stopped', run: open.run, problem: toProblemRecord(thrown), snapshot });
  }

  private warm(run: number, progress: number): void {
    this.phase = 'warming';
    this.progress = progress;
    const status: RunStatus = { phase: 'warming', iteration: 0, epoch: null, stepsPerSecond: null, progress };
    this.place.post({ kind: 'status', run, status });
  }

  private setPhase(phase: RunPhase): void {
    const open = this.open;
    if (!open) return;
    this.phase = phase;
    this.progress = null;
    this.told = open.session.trainer.iteration;
    this.toldAt = performance.now();
    this.place.post({ kind: 'status', run: open.run, status: this.status(open) });
  }

  private status(open: OpenRun): RunStatus {
    const { trainer } = open.session;
    return {
      phase: this.phase,
      iteration: trainer.iteration,
      epoch: trainer.epoch,
      stepsPerSecond: open.loop.stepsPerSecond,
      progress: this.progress,
    };
  }
}
