import type { Catalog, DataKind } from '../core/catalog';
import type { LayerInside } from '../core/inside';
import type { Painted, Painting } from '../core/latent';
import type { ParamValue, ParamValues } from '../core/params';
import type { ProblemRecord } from '../core/problem';
import type { Quality } from '../core/quality';
import type { EngineChoice, RunConfig } from '../core/run';
import type {
  Channel,
  DataReplies,
  LatentDirections,
  MoveReport,
  OpenedRun,
  RunStatus,
  Stage,
  Timeline,
} from '../worker/protocol';

/** The recorded curves of the open run, column by column; `columns[i]` belongs to `run.curves[i]`. */
export interface CurveTable {
  iterations: number[];
  columns: number[][];
  /** Grows with every change, so that charts know when to redraw (the arrays are appended in place). */
  version: number;
}

/** What a person is doing with a file right now: a download, an import. */
export interface FileTask {
  name: string;
  /** Bytes done and in all; `total` null if unknown. */
  done: number;
  total: number | null;
  cancel(): void;
}

/** How good the run's samples were, as far as it was measured. */
export interface QualityState {
  /** In the order of the iterations. */
  points: readonly Quality[];
  /** Whether a measurement is under way. */
  busy: boolean;
  /** Measures again whenever so many iterations have passed; null: on demand only. */
  every: number | null;
  /** Why the last measurement failed. */
  problem: ProblemRecord | null;
}

/** A move that is shown in micro-steps. */
export interface SlowMotion {
  report: MoveReport;
  /** Which of its micro-steps is shown. */
  step: number;
}

export interface AppState {
  catalog: Catalog | null;
  /** The open run; null until the first one is ready. */
  run: OpenedRun | null;
  /** Edited configuration. Differs from `run.config` while changes wait for a restart. */
  draft: RunConfig | null;
  status: RunStatus;
  stage: Stage | null;
  /** Layers of the stage that are shown, by kind of data. */
  layers: Readonly<Record<DataKind, readonly string[]>>;
  /** The move that is played slowly; null while nothing is. */
  slow: SlowMotion | null;
  curves: CurveTable;
  /** The moments that the run can be taken back to; null until the first is kept. */
  timeline: Timeline | null;
  /** Iteration that the person wants to see, while the run is on its way there. */
  sought: number | null;
  /** Whether the kept moments are being played one after the other. */
  replaying: boolean;
  quality: QualityState;
  /** What the column of measurements shows: curves of the training, or the quality of the samples. */
  measurements: 'curves' | 'quality';
  /** Raw score from which D accepts a sample as real, chosen on its ROC curve or on the stage; null: where D is undecided. */
  threshold: number | null;
  /** What went wrong last, shown beside what it concerns; null once dismissed or mended. */
  problem: (ProblemRecord & { where: 'run' | 'data' | 'link' | 'file' | 'draft' }) | null;
  /** Whether the run stopped by itself and a good snapshot of it is at hand. */
  canRecover: boolean;
  /** Ids of file-backed data sets that are stored and ready. */
  stored: readonly string[];
  fileTask: FileTask | null;
  /** Upper limit of iterations per second; null for none. */
  speed: number | null;
  /** The only player that the transport moves; null for all. */
  player: string | null;
  /** Configuration of the run that another one was opened over, while it can still be brought back. */
  former: RunConfig | null;
  /** Whether experiments of the gallery open trained. */
  trained: boolean;
  /** What the contenders of a duel begin with; null while there is none. */
  duel: readonly RunConfig[] | null;
}

/** Everything a control can do. Failures never throw: they land in `problem`, and the running experiment stays. */
export interface AppActions {
  /** Plays all players, or only one; `toggle` and the bar keep to `player`. */
  play(player?: string): void;
  pause(): void;
  toggle(): void;
  step(player?: string): void;
  /** Goes one micro-step further through the algorithm; the run pauses for it. */
  microStep(): Promise<void>;
  /** Restricts play and step to one player; null lifts it. */
  restrict(player: string | null): void;
  /** Starts again with the same configuration and seed. */
  reset(): Promise<void>;
  newSeed(): Promise<void>;
  setSpeed(stepsPerSecond: number | null): void;
  /** Shows these layers of the stage for that kind of data, and no others. */
  showLayers(kind: DataKind, layers: readonly string[]): void;
  /** Changes fields of the draft. A live parameter of the running configuration takes effect at once. */
  edit(change: Partial<RunConfig>): void;
  editParam(name: string, value: ParamValue): void;
  editDataParam(name: string, value: ParamValue): void;
  /** Picks another data set (or system), with the defaults that fit it, into the draft. */
  pickDataset(id: string, params?: RunConfig['datasetParams']): void;
  pickSystem(id: string): void;
  /** Moves the run to that engine, where it goes on; other edits go on waiting. */
  chooseEngine(engine: EngineChoice): Promise<void>;
  /** Lets replay share large work among so many threads; the run goes on where it is. */
  chooseThreads(count: number): Promise<void>;
  /** Restarts with the draft, same seed. */
  apply(): Promise<void>;
  discard(): void;
  /** Goes on with the draft from where the run stands; the run before is kept, as far as it went. */
  branch(): Promise<void>;
  /** Takes the run, paused, back (or forward again) to its last kept moment up to that iteration. */
  seek(iteration: number): Promise<void>;
  /** Plays the kept moments, from the first where the run stands at its end, or stops doing so. */
  replay(on: boolean): void;
  /** Brings back the course that was left when the run last went on from an earlier moment. */
  swapCourse(): Promise<void>;
  openConfig(config: RunConfig): Promise<void>;
  /** Opens an experiment of the gallery, trained where `trained` says so and it has a snapshot. */
  openPreset(id: string): Promise<void>;
  /** Whether experiments open trained; the one that is open changes over at once. */
  preferTrained(trained: boolean): Promise<void>;
  /** The address of the running configuration. */
  shareLink(): string;
  /** The snapshot of the run as a ZIP file's bytes. */
  snapshot(): Promise<Uint8Array | null>;
  /** Opens a file that Minimax wrote (snapshot or configuration), or imports data files (IDX, CIFAR, CSV, images, ZIP). */
  openFiles(files: readonly File[]): Promise<void>;
  fetchMnist(remote: boolean): Promise<void>;
  /** The columns of a stored table, by its key or (empty) the last one of that data set. */
  columns(dataset: string, file: string): Promise<DataReplies['columns'] | null>;
  /** A sample of the set drawn from values of its factors, random ones of the seed where there are none. */
  drawCharacter(dataset: string, values: ParamValues | null, seed: number): Promise<DataReplies['character'] | null>;
  preview(dataset: string, params: RunConfig['datasetParams'], count: number): Promise<DataReplies['preview'] | null>;
  /** Measures the run as it stands; what comes of it lands in `quality`. */
  measure(): Promise<void>;
  measureEvery(iterations: number | null): void;
  showMeasurements(view: AppState['measurements']): void;
  /** The layers of a network of the run as they are now; null where that part of the system is none. */
  lookInside(part: string): Promise<readonly LayerInside[] | null>;
  /** Pictures that the open run's G makes of latents, without some of its channels; null where that failed. */
  generatePictures(latents: Float32Array, off: readonly Channel[]): Promise<Uint8Array | null>;
  /** D's raw scores of pictures as bytes; null where there are none to be had. */
  judgePictures(pictures: Uint8Array): Promise<Float32Array | null>;
  /** What the open run reads in a caption, words by number; null where it reads none. */
  readCaption(words: Float32Array): Promise<Float32Array | null>;
  /** Directions in which these pictures change most. */
  findDirections(count: number): Promise<LatentDirections | null>;
  /** The latent whose picture agrees with brush strokes. */
  paint(painting: Painting): Promise<Painted | null>;
  setThreshold(score: number | null): void;
  recover(): Promise<void>;
  /** Brings back the run that another one was opened over, where it stood. */
  goBack(): Promise<void>;
  /** Pauses the run and opens a duel: of the run against the draft, or against something worth comparing. */
  openDuel(): void;
  closeDuel(): void;
  /** Goes on with a run that was made elsewhere; the open one is kept. */
  adopt(config: RunConfig, snapshot: Uint8Array, curves: CurveTable): Promise<void>;
  dismissProblem(): void;
}

export type AppStore = AppState & AppActions;
