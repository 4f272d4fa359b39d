/** Everything that crosses the boundary between the page and its workers. Types only: no functions, no classes. */
import type { Catalog } from '../core/catalog';
import type { TableColumns } from '../core/columns';
import type { PriorPart } from '../core/conditions';
import type { LayerInside } from '../core/inside';
import type { Channel, ChannelLayer, LatentDirections, Painted, Painting } from '../core/latent';
import type { Edge, MoveReport } from '../core/moves';
import type { ParamValues } from '../core/params';
import type { ProblemRecord } from '../core/problem';
import type { Quality } from '../core/quality';
import type { EngineName, RunConfig } from '../core/run';
import type { CurveInfo, CurvePoint, RecordedCurves, SceneInfo, Stage } from '../core/stage';
import type { Timeline } from '../core/timeline';
import type { DatasetInfo } from '../data/types';

export type { Channel, ChannelLayer, LatentDirections } from '../core/latent';
export type { Edge, MoveReport, Seen } from '../core/moves';
export type { CurveInfo, CurvePoint, Stage, Stage1d, Stage2d, StageImages } from '../core/stage';
export type { Timeline } from '../core/timeline';
export type { DatasetInfo } from '../data/types';

/** Which engine runs, on what, and why it was chosen. `reason` is a key of `locales/<language>/engine`. */
export interface EngineReport {
  name: EngineName;
  /** Name of the GPU (or software renderer), for WebGL. */
  renderer: string | null;
  reason:
    | 'forced'
    | 'onlyOne'
    | 'tinyNets'
    | 'noGpu'
    | 'softwareGl'
    | 'measured'
    | 'starting'
    | 'fallback'
    | 'notReplayed';
  /** What keeps this run from being replayed, where that is the reason. */
  problem?: ProblemRecord;
  /** Threads that may share large work; 1 where all is done in one. */
  threads: number;
  /** Steps per second that were measured for the choice, by engine. */
  measured: Partial<Record<EngineName, number>>;
}

export type RunPhase = 'starting' | 'warming' | 'paused' | 'running' | 'failed';

/** What the page learns when a run is ready. */
export interface OpenedRun {
  config: RunConfig;
  data: DatasetInfo;
  curves: readonly CurveInfo[];
  /** What the curves recorded before, where the snapshot holds it. */
  recorded?: RecordedCurves;
  parameters: Record<string, number>;
  /** Size of z; 0 if there is no prior. */
  latentSize: number;
  /** What that consists of, where it is not N(0, I). */
  prior?: readonly PriorPart[];
  /** Hidden channels of the generator that can be left out; empty where the system does not say. */
  channels: readonly ChannelLayer[];
  /** What feeds what: the diagram. */
  flow: readonly Edge[];
  /** The system's own pictures; see `sceneOf`. */
  scenes: readonly SceneInfo[];
  /** Players in the order of the loop. */
  turns: readonly string[];
  engine: EngineReport;
  iteration: number;
}

/** Numbers of the run's state right now; sent with every frame. */
export interface RunStatus {
  phase: RunPhase;
  iteration: number;
  /** Passes over a finite data set; null for procedural data. */
  epoch: number | null;
  stepsPerSecond: number | null;
  /** 0…1 while warming up. */
  progress: number | null;
}

/** A picture of the run, and what was recorded since the last one. */
export interface Frame {
  status: RunStatus;
  curves: readonly CurvePoint[];
  stage: Stage | null;
  /** Null where nothing about it has changed. */
  timeline: Timeline | null;
}

/** Commands that act on the open run. */
export type RunCommand =
  | { type: 'play'; player?: string }
  | { type: 'pause' }
  /** One iteration, or one move of one player. */
  | { type: 'step'; player?: string }
  /** Upper limit of iterations per second; null for none. */
  | { type: 'speed'; stepsPerSecond: number | null }
  /** Playing waits behind that iteration until the horizon moves on; null lifts it. */
  | { type: 'horizon'; iteration: number | null }
  /** Part of the time in which it trains while it plays; 1 for all of it. */
  | { type: 'share'; share: number }
  | { type: 'live'; name: string; value: number }
  /** Which of the stage's `COMPUTED_LAYERS` are shown; the others are not computed. */
  | { type: 'layers'; layers: readonly string[] }
  /** Asks for a picture of this moment. */
  | { type: 'look' }
  /** The page has drawn the last frame: another may be sent. */
  | { type: 'drawn' };

/** Requests, each with exactly one reply of the type given in {@link Replies}. */
export type Request =
  | { type: 'catalog' }
  /** Opens a run in place of the one before; with a snapshot, goes on from it. A failure leaves the old run as it was. */
  | {
      type: 'open';
      run: number;
      config: RunConfig;
      snapshot?: Uint8Array;
      reason?: EngineReport['reason'];
      /** Memory for moments to return to, where it is not the usual one. */
      history?: number;
      /** Threads that replay may use, where it is not the number that suits the machine. */
      threads?: number;
    }
  /** Reads the run described by a snapshot file, without opening it. */
  | { type: 'inspect'; snapshot: Uint8Array }
  | { type: 'snapshot' }
  /** Pauses, and makes the next single move of the iteration. No picture follows by itself. */
  | { type: 'move' }
  /** The layers of the network that is that part of the system. */
  | { type: 'inside'; part: string }
  /** Pictures that G makes of latents [n × latentSize], without some of its channels. */
  | { type: 'generate'; latents: Float32Array; off: readonly Channel[] }
  /** What D says of pictures [n, ...shape], 0–255. */
  | { type: 'judge'; pictures: Uint8Array }
  /** What a caption says of the picture: words by number, [length]. */
  | { type: 'read'; words: Float32Array }
  /** The latent whose picture agrees with brush strokes. */
  | { type: 'paint'; painting: Painting }
  /** Pauses, and makes the run what it was at its last kept moment up to that iteration; a frame comes before the reply. */
  | { type: 'seek'; iteration: number }
  /** Pauses, and goes to the end of the other course, which the present one takes the place of. */
  | { type: 'swapCourse' }
  /** Steps per second of the open run, measured for at most that long. */
  | { type: 'measure'; seconds: number }
  /** What WebGL there is. */
  | { type: 'probe' };

export interface Replies {
  catalog: Catalog;
  open: OpenedRun;
  inspect: RunConfig;
  snapshot: Uint8Array;
  move: MoveReport;
  /** Null where that part is no network. */
  inside: LayerInside[] | null;
  /** [n, height, width, channels], 0–255. */
  generate: Uint8Array;
  /** [n] raw scores; null where the system has none. */
  judge: Float32Array | null;
  /** Numbers for the part of the prior that is `given`; null where the system reads nothing. */
  read: Float32Array | null;
  paint: Painted;
  /** The configuration with the live values of that moment. */
  seek: RunConfig;
  swapCourse: RunConfig;
  measure: { stepsPerSecond: number; renderer: string | null };
  probe: { available: boolean; software: boolean; renderer: string | null };
}

export type ToTraining =
  | { kind: 'request'; id: number; request: Request }
  | { kind: 'command'; run: number; command: RunCommand };

export type FromTraining =
  | { kind: 'reply'; id: number; ok: true; value: Replies[keyof Replies] }
  | { kind: 'reply'; id: number; ok: false; problem: ProblemRecord }
  | { kind: 'status'; run: number; status: RunStatus }
  | ({ kind: 'frame'; run: number } & Frame)
  /** The run stopped by itself: a number went bad, or the engine was lost. `snapshot`: the last good state. */
  | { kind: 'stopped'; run: number; problem: ProblemRecord; snapshot: Uint8Array | null };

/** Requests to the data worker, which reads, checks and stores files without touching the running experiment. */
export type DataRequest =
  | { type: 'import'; files: readonly { name: string; bytes: Uint8Array }[] }
  /** Fetches MNIST from this server's `datasets/mnist` if it is there (or from a public mirror, `remote`), and stores it. */
  | { type: 'fetchMnist'; remote: boolean }
  /** Reads the columns of a stored table: that of the key `file`, or where it is empty the one imported last for the set. */
  | { type: 'columns'; dataset: string; file: string }
  /** Which file-backed data sets are stored and ready. */
  | { type: 'stored' }
  /** A sample drawn from values of the set's factors, random ones of the seed where there are none. */
  | { type: 'character'; dataset: string; values: ParamValues | null; seed: number; side: number }
  /** A few samples for a thumbnail. */
  | { type: 'preview'; dataset: string; params: RunConfig['datasetParams']; count: number };

export interface ImportedData {
  dataset: string;
  /** Values for the data set's parameters: the key under which the file is kept, its name. */
  params: RunConfig['datasetParams'];
  count: number;
}

/** A sample that was drawn from values of factors. */
export interface DrawnCharacter {
  values: ParamValues;
  /** The values as numbers. */
  vector: readonly number[];
  /** In words. */
  caption: string;
  side: number;
  /** [side, side, 3] bytes. */
  large: Uint8Array;
  shape: readonly number[];
  /** [...shape] bytes: as networks see it. */
  sample: Uint8Array;
  /** [height, width, 1] bytes. */
  lines: Uint8Array;
}

export interface DataReplies {
  import: ImportedData;
  fetchMnist: ImportedData;
  /** With the key of the table. */
  columns: TableColumns & { file: string };
  stored: readonly string[];
  character: DrawnCharacter;
  preview: { info: DatasetInfo; x: Float32Array };
}

export type ToData = { kind: 'request'; id: number; request: DataRequest } | { kind: 'cancel'; id: number };

export type FromData =
  | { kind: 'reply'; id: number; ok: true; value: DataReplies[keyof DataReplies] }
  | { kind: 'reply'; id: number; ok: false; problem: ProblemRecord }
  /** Progress of a download or a long read: bytes so far and in all (null if the server does not say). */
  | { kind: 'progress'; id: number; done: number; total: number | null };

/** A snapshot file to the measuring worker, which opens the run once more and leaves the running one alone. */
export interface ToMeasuring {
  id: number;
  snapshot: Uint8Array;
  /** Instead of the quality, so many directions at most in which G's pictures change most. */
  directions?: number;
}

export type FromMeasuring =
  | { id: number; ok: true; value: Quality | LatentDirections }
  | { id: number; ok: false; problem: ProblemRecord };
