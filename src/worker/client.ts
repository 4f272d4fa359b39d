import type { Catalog } from '../core/catalog';
import type { LayerInside } from '../core/inside';
import type { Channel, Painted, Painting } from '../core/latent';
import type { MoveReport } from '../core/moves';
import type { ProblemRecord } from '../core/problem';
import type { RunConfig } from '../core/run';
import { workerPort } from './port';
import type {
  EngineReport,
  Frame,
  FromTraining,
  OpenedRun,
  Request,
  RunCommand,
  RunStatus,
  ToTraining,
} from './protocol';
import { type Notice, type TrainingPort, TrainingWorker } from './trainingWorker';
import { type TrialResult, timeOnWebgl, WORTHWHILE } from './trial';

/** What a run tells the page. Only the open run speaks: notices of older ones are dropped. */
export interface RunEvents {
  status(status: RunStatus): void;
  frame(frame: Frame): void;
  /** The run stopped by itself; `snapshot` is the worker's last good state, if it had one. */
  stopped(problem: ProblemRecord, snapshot: Uint8Array | null): void;
  /** The engine changed, or more is known of why it was chosen. */
  engine(report: EngineReport): void;
}

/** What happens outside the client; tests put their own in place. */
export interface ClientSetup {
  makePort?: () => TrainingPort;
  /** Calls back once the page has painted what it was just told. */
  afterPaint?: (done: () => void) => void;
  /** How long a run must have played before WebGL is tried: its first seconds say little of its speed. */
  trialAfterMs?: number;
  /** Memory for moments to return to, where it is not the usual one. */
  history?: number;
}

/** The open run, as the client must know it to move it to another worker. */
interface OpenState {
  config: RunConfig;
  engine: EngineReport;
  playing: { player?: string } | null;
  speed: number | null;
  layers: readonly string[];
}

/**
 * One run in one training worker. A failed `open` leaves the run before it untouched; a crashed worker is replaced at
 * the next request. Where the engine is `auto`, WebGL is timed in a second worker, and the run moves there if that is
 * clearly faster.
 */
export class TrainingClient {
  private readonly makePort: () => TrainingPort;
  private readonly afterPaint: (done: () => void) => void;
  private readonly trialAfterMs: number;
  private readonly history: { history?: number };
  private worker: TrainingWorker | null = null;
  private run = 0;
  private lastRun = 0;
  /** The run that is being opened: its warm-up is shown before its reply comes. */
  private opening = 0;
  /** What the run that is being opened said before its reply: told once the page knows that run. */
  private early: Notice[] = [];
  private state: OpenState | null = null;
  private trial: AbortController | null = null;
  private trialDue = false;
  private playedFrom = 0;
  /** Commands that wait while the run moves to another worker; null while it does not. */
  private held: RunCommand[] | null = null;
  /** What the run said of itself while it moved: told once it is known where it goes on. */
  private late: Notice[] = [];
  private queue: Promise<unknown> = Promise.resolve();
  private threads: number | null = null;

  constructor(
    private readonly events: RunEvents,
    setup: ClientSetup = {},
  ) {
    this.makePort = setup.makePort ?? startWorker;
    this.afterPaint = setup.afterPaint ?? paint;
    this.trialAfterMs = setup.trialAfterMs ?? 3000;
    this.history = setup.history === undefined ? {} : { history: setup.history };
  }

  /** What exists: systems, data sets, objectives, presets. */
  catalog(): Promise<Catalog> {
    return this.ready().request({ type: 'catalog' });
  }

  /** The configuration inside a snapshot file; rejects where the bytes are not a snapshot. */
  inspect(snapshot: Uint8Array): Promise<RunConfig> {
    return this.ready().request({ type: 'inspect', snapshot });
  }

  /** The open run as a snapshot file. */
  snapshot(): Promise<Uint8Array> {
    return this.ready().request({ type: 'snapshot' });
  }

  /** The next single move of the open run, which is paused for it. */
  move(): Promise<MoveReport> {
    return this.ready().request({ type: 'move' });
  }

  /** The layers of a network of the open run, by the name of its part; null where that is no network. */
  inside(part: string): Promise<LayerInside[] | null> {
    return this.ready().request({ type: 'inside', part });
  }

  /** Pictures that the open run's G makes of latents [n × latentSize], without some of its channels. */
  generate(latents: Float32Array, off: readonly Channel[] = []): Promise<Uint8Array> {
    return this.ready().request({ type: 'generate', latents, off });
  }

  /** D's raw scores of pictures [n, ...shape] as bytes; null where the system has none. */
  judge(pictures: Uint8Array): Promise<Float32Array | null> {
    return this.ready().request({ type: 'judge', pictures });
  }

  /** What the open run reads in a caption, words by number; null where its system reads nothing. */
  read(words: Float32Array): Promise<Float32Array | null> {
    return this.ready().request({ type: 'read', words });
  }

  /** The latent of the open run's G whose picture agrees with brush strokes. */
  paint(painting: Painting): Promise<Painted> {
    return this.ready().request({ type: 'paint', painting });
  }

  /** The open run, paused, as it was at its last kept moment up to that iteration; its configuration at that time. */
  seek(iteration: number): Promise<RunConfig> {
    return this.travel({ type: 'seek', iteration });
  }

  /** The open run, paused, at the end of the course that it left last. */
  swapCourse(): Promise<RunConfig> {
    return this.travel({ type: 'swapCourse' });
  }

  private async travel(request: Extract<Request, { type: 'seek' | 'swapCourse' }>): Promise<RunConfig> {
    if (this.state?.playing) this.command({ type: 'pause' });
    const config = await this.ready().request(request);
    if (this.state) this.state.config = config;
    return config;
  }

  /** Opens a run (paused) in place of the one before; with a snapshot, goes on from it. One at a time, in order. */
  open(config: RunConfig, snapshot?: Uint8Array): Promise<OpenedRun> {
    this.endTrial();
    const opened = this.queue.then(() => this.openNow(config, snapshot));
    this.queue = opened.catch(() => undefined);
    return opened;
  }

  /** How many threads replay may use in runs that are opened from now on; null for as many as suit the machine. */
  setThreads(count: number | null): void {
    this.threads = count;
  }

  /** Acts on the open run; without one, nothing happens. */
  command(command: RunCommand): void {
    if (!this.state) return;
    if (command.type === 'play') this.playedFrom = performance.now();
    if (command.type === 'play') this.state.playing = command.player === undefined ? {} : { player: command.player };
    if (command.type === 'pause') this.state.playing = null;
    if (command.type === 'speed') this.state.speed = command.stepsPerSecond;
    if (command.type === 'layers') this.state.layers = command.layers;
    if (command.type === 'live') {
      const systemParams = { ...this.state.config.systemParams, [command.name]: command.value };
      this.state.config = { ...this.state.config, systemParams };
    }
    if (this.held) this.held.push(command);
    else this.worker?.command(this.run, command);
  }

  /** Ends the worker; the client is of no use afterwards. */
  close(): void {
    this.endTrial();
    this.worker?.close();
    this.worker = null;
  }

  private ready(): TrainingWorker {
    this.worker ??= this.adopt(new TrainingWorker(this.makePort()));
    return this.worker;
  }

  private adopt(worker: TrainingWorker): TrainingWorker {
    worker.onNotice = (notice) => this.heard(worker, notice);
    worker.onCrash = (message) => {
      this.endTrial();
      this.worker = null;
      const wasOpen = this.state !== null;
      this.state = null;
      if (wasOpen) this.events.stopped({ code: 'worker.crashed', values: { message } }, null);
    };
    return worker;
  }

  private async openNow(config: RunConfig, snapshot: Uint8Array | undefined): Promise<OpenedRun> {
    this.endTrial();
    this.lastRun += 1;
    const run = this.lastRun;
    this.opening = run;
    try {
      const opened = await this.ready().request({
        type: 'open',
        run,
        config,
        ...this.history,
        ...(this.threads !== null && { threads: this.threads }),
        ...(snapshot && { snapshot }),
      });
      this.run = run;
      this.state = { config: opened.config, engine: opened.engine, playing: null, speed: null, layers: [] };
      this.trialDue = config.engine === 'auto' && opened.engine.reason === 'starting';
      return opened;
    } finally {
      this.opening = 0;
      const worker = this.worker;
      // In a task of its own, so that whoever waits for this promise has taken the new run in.
      setTimeout(() => {
        for (const notice of this.early.splice(0)) if (worker) this.heard(worker, notice);
      });
    }
  }

  private heard(worker: TrainingWorker, notice: Notice): void {
    if (worker !== this.worker) return;
    if (this.held) {
      // That it stands still belongs to the move, and is nobody's concern.
      if (notice.kind !== 'status') this.late.push(notice);
      return;
    }
    if (notice.run === this.opening && notice.kind !== 'status') {
      this.early.push(notice);
      return;
    }
    if (notice.run !== this.run && notice.run !== this.opening) return;
    switch (notice.kind) {
      case 'status':
        this.events.status(notice.status);
        break;
      case 'frame':
        this.events.frame(notice);
        this.afterPaint(() => worker.command(notice.run, { type: 'drawn' }));
        break;
      case 'stopped':
        this.endTrial();
        this.events.stopped(notice.problem, notice.snapshot);
        return;
    }
    this.considerTrial(notice.status);
  }

  /** Begins the trial once the first engine's own speed is known: all players, no limit, so that the two compare. */
  private considerTrial(status: RunStatus): void {
    const state = this.state;
    if (!this.trialDue || !state || !status.stepsPerSecond || status.phase !== 'running') return;
    if (!state.playing || state.playing.player !== undefined || state.speed !== null) return;
    if (performance.now() - this.playedFrom < this.trialAfterMs) return;
    this.trialDue = false;
    void this.tryWebgl(state, status.stepsPerSecond);
  }

  private async tryWebgl(state: OpenState, own: number): Promise<void> {
    const trial = new AbortController();
    this.trial = trial;
    const measured = { [state.engine.name]: own };
    try {
      const result = await timeOnWebgl(this.makePort, state.config, trial.signal);
      if ('reason' in result) {
        if (!trial.signal.aborted) this.report(state, { ...state.engine, ...result, measured });
        return;
      }
      if (trial.signal.aborted) return result.worker.close();
      const report = { ...state.engine, measured: { ...measured, webgl: result.stepsPerSecond } };
      const faster = result.stepsPerSecond > own * WORTHWHILE && result.opened.engine.name === 'webgl';
      if (faster && (await this.moveTo(result, state, report, trial.signal))) return;
      result.worker.close();
      if (!trial.signal.aborted) this.report(state, { ...report, reason: 'measured' });
    } catch {
      // The run goes on where it is; that WebGL cannot run it is all there is to say.
      if (!trial.signal.aborted) this.report(state, { ...state.engine, measured, reason: 'noGpu' });
    } finally {
      if (this.trial === trial) this.trial = null;
    }
  }

  /** Carries the run over by snapshot. False where that failed: the run then goes on in its old worker. */
  private async moveTo(
    trial: TrialResult,
    state: OpenState,
    report: EngineReport,
    signal: AbortSignal,
  ): Promise<boolean> {
    const first = this.ready();
    const { playing, speed, layers } = state;
    const { run } = this;
    this.held = [];
    this.late = [];
    first.command(this.run, { type: 'pause' });
    try {
      const snapshot = await first.request({ type: 'snapshot' });
      const config: RunConfig = { ...state.config, engine: 'webgl' };
      const opened = await trial.worker.request({ type: 'open', run: this.run, config, snapshot, reason: 'measured' });
      if (signal.aborted) return false;
      this.worker = this.adopt(trial.worker);
      first.close();
      this.report(state, { ...opened.engine, measured: report.measured, reason: 'measured' });
      return true;
    } catch {
      return false;
    } finally {
      const held = this.held;
      this.held = null;
      this.tellLate(first, run);
      if (!signal.aborted) {
        if (speed !== null) this.worker?.command(this.run, { type: 'speed', stepsPerSecond: speed });
        if (layers.length > 0) this.worker?.command(this.run, { type: 'layers', layers });
        if (playing) this.worker?.command(this.run, { type: 'play', ...playing });
        for (const command of held) this.worker?.command(this.run, command);
      }
    }
  }

  /**
   * What the worker said while that run was to move. Its pictures are told even where the run has left it, for they bring curves; where
   * the run stays, the worker waits for their receipt, and may have stopped.
   */
  private tellLate(worker: TrainingWorker, run: number): void {
    const phase = this.state?.playing ? 'running' : 'paused';
    for (const notice of this.late.splice(0)) {
      const moved = notice.kind === 'frame' && notice.run === run;
      const told = moved ? { ...notice, status: { ...notice.status, phase } as const } : notice;
      if (worker === this.worker) this.heard(worker, told);
      else if (this.worker && told.kind === 'frame' && run === this.run) this.events.frame({ ...told, timeline: null });
    }
  }

  private report(state: OpenState, engine: EngineReport): void {
    state.engine = engine;
    this.events.engine(engine);
  }

  private endTrial(): void {
    this.trialDue = false;
    this.trial?.abort();
    this.trial = null;
  }
}

function startWorker(): TrainingPort {
  const worker = new Worker(new URL('./training.worker.ts', import.meta.url), { type: 'module', name: 'training' });
  return workerPort<ToTraining, FromTraining>(worker);
}

/** After the next paint; hidden pages paint nothing, so there a second must do. */
function paint(done: () => void): void {
  let called = false;
  const once = () => {
    if (!called) done();
    called = true;
  };
  requestAnimationFrame(() => setTimeout(once));
  setTimeout(once, 1000);
}
