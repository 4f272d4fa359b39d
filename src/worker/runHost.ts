import { setBackend } from '@tensorflow/tfjs-core';
import { parseConfig } from '../core/config';
import type { MoveReport } from '../core/moves';
import { Problem, toProblemRecord } from '../core/problem';
import type { EngineName, RunConfig } from '../core/run';
import type { CurvePoint, Stage } from '../core/stage';
import type { DataStore } from '../data/types';
import { chooseEngine } from '../engine/choose';
import { startEngine } from '../engine/start';
import type { EngineHost, RunningEngine } from '../engine/types';
import { Loop } from '../training/loop';
import {
  captureRun,
  firstBadArray,
  packSnapshot,
  type RunState,
  restoreRun,
  unpackSnapshot,
} from '../training/snapshot';
import type { Trainer } from '../training/trainer';
import { catalog } from './catalog';
import { channelsOf, findDirections, picturesOf } from './latents';
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
import { isConvolutional, kindOf, openOn, openSession, type Session } from './session';

/** What the host needs of the place it runs in: a worker, or a test. */
export interface HostPlace {
  post(notice: FromTraining): void;
  store: DataStore;
  engines: EngineHost;
  probeWebgl(): Replies['probe'];
}

/** Copies for the case that the engine is lost, at most this often and at most this share of the time. */
const COPY_EVERY_MS = 5000;
const COPY_SHARE = 0.03;
/** Pictures are made at most this often and take at most this share of the time. */
const FRAME_EVERY_MS = 60;
const FRAME_SHARE = 0.15;
/** With computed layers, which the page takes longer to draw. */
const LAYERED_FRAME_EVERY_MS = 75;

interface OpenRun {
  run: number;
  session: Session;
  loop: Loop;
  engine: RunningEngine;
}

/**
 * Hosts one run: opens it, obeys commands, streams curves and pictures, keeps a copy against the loss of the engine.
 * A request that fails leaves the open run as it was.
 */
export class RunHost {
  private open: OpenRun | null = null;
  private phase: RunPhase = 'starting';
  private progress: number | null = null;
  private readonly engines = new Map<EngineName, RunningEngine>();
  private pendingPoints: CurvePoint[] = [];
  private layers: ReadonlySet<string> = new Set();
  private frameInFlight = false;
  private nextFrameAt = 0;
  private nextCopyAt = 0;
  private lastGood: RunState | null = null;

  constructor(private readonly place: HostPlace) {}

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
        return this.whileStill((trainer) => picturesOf(trainer, request.latents, request.off));
      case 'directions':
        return this.whileStill((trainer) => findDirections(trainer, request.count));
      case 'measure':
        return this.measure(request.seconds);
      case 'probe':
        return this.place.probeWebgl();
    }
  }

  /** Obeys one command of the open run; commands for an older run are dropped. */
  async obey(run: number, command: RunCommand): Promise<void> {
    const open = this.open;
    if (!open || open.run !== run) return;
    const { loop, session } = open;
    switch (command.type) {
      case 'play':
        loop.player = command.player;
        loop.start();
        return this.setPhase('running');
      case 'pause':
        await loop.stop();
        this.setPhase('paused');
        return this.sendFrame(true);
      case 'step':
        await loop.stop();
        this.setPhase('paused');
        await loop.step(command.player);
        return this.sendFrame(true);
      case 'speed':
        loop.limit = command.stepsPerSecond;
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
    try {
      return await this.replaceRun(request, former);
    } catch (thrown) {
      // The former run goes on as if nothing had been asked.
      if (former) {
        await setBackend(former.engine.backend);
        if (wasRunning) former.loop.start();
        this.setPhase(wasRunning ? 'running' : 'paused');
      }
      throw thrown;
    }
  }

  private async replaceRun(
    { run, config, snapshot, reason }: Extract<Request, { type: 'open' }>,
    former: OpenRun | null,
  ): Promise<OpenedRun> {
    const state = snapshot ? (unpackSnapshot(snapshot) as RunState) : undefined;
    const checked = parseConfig(config, catalog);
    this.warm(run, 0.1);
    const { engine: meant, report: meantReport } = await this.engineFor(checked, reason);
    this.warm(run, 0.4);
    const { session, engine, notReplayed } = await openOn(
      meant,
      () => this.eager(),
      (makeExecutor) => openSession(checked, this.place.store, state, makeExecutor),
    );
    const report: EngineReport = notReplayed
      ? { ...meantReport, name: engine.name, reason: 'notReplayed', problem: toProblemRecord(notReplayed) }
      : meantReport;
    this.warm(run, 0.7);
    const loop = new Loop(
      session.trainer,
      (points) => this.afterSlice(points),
      (thrown) => void this.stopWith(thrown),
    );
    former?.session.dispose();
    this.open = { run, session, loop, engine };
    this.pendingPoints = [];
    this.frameInFlight = false;
    this.lastGood = null;
    this.nextCopyAt = performance.now() + COPY_EVERY_MS;
    this.nextFrameAt = 0;
    engine.onLost(() => void this.stopWith(new Problem('engine.lost', { engine: engine.name })));
    this.phase = 'paused';
    this.progress = null;
    void this.sendFrame(true);
    return {
      config: session.trainer.currentConfig,
      data: session.trainer.dataset.info,
      curves: session.trainer.recorder.curves,
      parameters: session.trainer.system.parameters,
      latentSize: session.trainer.system.latentSize,
      channels: channelsOf(session.trainer.system),
      flow: session.trainer.system.flow,
      turns: session.trainer.system.turns.map(({ player }) => player),
      engine: report,
      iteration: session.trainer.iteration,
    };
  }

  /** Starts the engine that the configuration asks for, or that fits it best. */
  private async engineFor(
    config: RunConfig,
    reason: EngineReport['reason'] | undefined,
  ): Promise<{ engine: RunningEngine; report: EngineReport }> {
    const choice = chooseEngine({
      choice: config.engine,
      kind: kindOf(config),
      convolutional: isConvolutional(config),
    });
    let name: EngineName = choice.name;
    let why: EngineReport['reason'] = reason ?? (choice.tryWebgl ? 'starting' : choice.reason);
    let engine: RunningEngine;
    try {
      engine = await this.start(name);
    } catch (thrown) {
      if (config.engine !== 'auto' || name === 'cpu') throw thrown;
      name = 'cpu';
      why = 'fallback';
      engine = await this.start(name);
    }
    return { engine, report: { name, renderer: engine.renderer, reason: why, measured: {} } };
  }

  /** The fastest engine that runs any operation. */
  private eager(): Promise<RunningEngine> {
    return this.start('wasm').catch(() => this.start('cpu'));
  }

  private async start(name: EngineName): Promise<RunningEngine> {
    const running = this.engines.get(name);
    if (running) {
      await setBackend(running.backend);
      return running;
    }
    const engine = await startEngine(name, this.place.engines);
    this.engines.set(name, engine);
    return engine;
  }

  private async afterSlice(points: readonly CurvePoint[]): Promise<void> {
    const open = this.open;
    if (!open) return;
    for (const point of points) this.pendingPoints.push(point);
    await refuseBad(open);
    const now = performance.now();
    if (now >= this.nextCopyAt) {
      this.lastGood = await this.capture();
      const cost = performance.now() - now;
      this.nextCopyAt = performance.now() + Math.max(COPY_EVERY_MS, cost / COPY_SHARE);
    }
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
    const curves = this.pendingPoints;
    this.pendingPoints = [];
    this.place.post({ kind: 'frame', run: open.run, status: this.status(open), curves, stage });
  }

  private capture(): Promise<RunState> {
    if (!this.open) throw new Problem('run.none');
    return captureRun(this.open.session.trainer, this.open.engine.name);
  }

  /** Does something while nothing trains, then goes on. */
  private async pausedWhile<T>(work: () => Promise<T>): Promise<T> {
    const loop = this.open?.loop;
    const wasRunning = loop?.running ?? false;
    await loop?.stop();
    try {
      return await work();
    } finally {
      if (wasRunning) loop?.start();
    }
  }

  /** Asks something of the open run, which goes on afterwards. */
  private whileStill<T>(ask: (trainer: Trainer) => Promise<T>): Promise<T> {
    const open = this.open;
    if (!open) throw new Problem('run.none');
    return this.pausedWhile(() => ask(open.session.trainer));
  }

  private async measure(seconds: number): Promise<Replies['measure']> {
    const open = this.open;
    if (!open) throw new Problem('run.none');
    return this.pausedWhile(async () => {
      const { trainer } = open.session;
      const before = await this.capture();
      trainer.iterate(); // the first one compiles shaders
      await trainer.recorder.flush();
      const start = performance.now();
      let count = 0;
      while (count === 0 || performance.now() - start < seconds * 1000) {
        trainer.iterate();
        count += 1;
        if (count % 10 === 0 || trainer.dataset.info.kind === 'image') await trainer.recorder.flush();
      }
      await captureRun(trainer, open.engine.name); // waits for queued work
      const elapsed = (performance.now() - start) / 1000;
      restoreRun(trainer, before);
      return { stepsPerSecond: count / elapsed, renderer: open.engine.renderer };
    });
  }

  private async moveOnce(): Promise<MoveReport> {
    const open = this.open;
    if (!open) throw new Problem('run.none');
    await open.loop.stop();
    this.setPhase('paused');
    const { trainer } = open.session;
    const report = await trainer.moveOnce();
    // One point of the curves holds all players' moves of an iteration.
    if (trainer.moved === 0) for (const point of await trainer.recorder.flush()) this.pendingPoints.push(point);
    await refuseBad(open);
    return report;
  }

  private async stopWith(thrown: unknown): Promise<void> {
    const open = this.open;
    if (!open) return;
    this.phase = 'failed';
    void open.loop.stop();
    const snapshot = this.lastGood ? packSnapshot(this.lastGood) : null;
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

/** Throws where a recorded number of the run is not finite, and says which array went bad first. */
async function refuseBad({ session: { trainer }, engine }: OpenRun): Promise<void> {
  if (!trainer.recorder.bad) return;
  const { iteration, curve } = trainer.recorder.bad;
  const what = firstBadArray(await captureRun(trainer, engine.name)) ?? curve;
  throw new Problem('run.notFinite', { iteration, what });
}

/** Buffers of a frame that may be handed over instead of copied; the real samples are kept for the next frame. */
export function transferable(stage: Stage | null): ArrayBuffer[] {
  if (!stage) return [];
  if (stage.kind === 'image') return [stage.fake, stage.fakeScore].map(({ buffer }) => buffer as ArrayBuffer);
  if (stage.kind === 'point') return [stage.path, stage.field].map(({ buffer }) => buffer as ArrayBuffer);
  const { fake, score } = stage;
  if (stage.kind === '1d') return [fake, score].map(({ buffer }) => buffer as ArrayBuffer);
  const { optimal, manifold, lossGradient, beliefGradient, verdicts } = stage;
  const made = [
    fake,
    score,
    optimal?.values,
    manifold?.places,
    lossGradient,
    beliefGradient,
    verdicts?.real,
    verdicts?.fake,
  ];
  return made.flatMap((array) => (array ? [array.buffer as ArrayBuffer] : []));
}
