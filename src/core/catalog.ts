import type { Declared, Needed } from './conditions';
import type { ParamSpecs, ParamValues } from './params';
import type { RunConfig } from './run';

/** The kinds of data that a system may accept; the stage has one view for each. */
export const DATA_KINDS = ['1d', '2d', 'image', 'point'] as const;
/** One of {@link DATA_KINDS}. */
export type DataKind = (typeof DATA_KINDS)[number];

/** Where a method was published. */
export interface PaperRef {
  authors: string;
  title: string;
  year: number;
  /** arXiv number or DOI; where it has neither, how it is called, and `address` says where it is. */
  id: string;
  address?: string;
}

/**
 * How an objective's raw score reads: a logit (σ gives a probability), a target value between 0 and 1, one between −1 and 1,
 * or an unbounded critic.
 */
export type ScoreMeaning = 'logit' | 'target' | 'signed' | 'critic';

/** Losses at the theoretical equilibrium, in nats: D's whole loss and G's; null where the theory leaves one open. */
export interface Equilibrium {
  discriminator: number;
  generator: number | null;
}

/** An adversarial objective, as far as forms and charts need it. */
export interface ObjectiveEntry {
  id: string;
  paper: PaperRef;
  score: ScoreMeaning;
  /** Whether D scores samples itself, or by how well it reconstructs them; `score` where it is not said. */
  critic?: 'score' | 'autoencoder';
  /** Whether G's loss sees real samples too. */
  paired?: boolean;
  /** Whether D's loss compares scores with labels, which may then be softened. */
  labels?: boolean;
  /** Whether a penalty on D's gradient is part of it. */
  penalized?: boolean;
  /** Where the theory names one; it may depend on a choice of the objective's own. */
  equilibrium: Equilibrium | { by: string; of: Readonly<Record<string, Equilibrium>> } | null;
  /** Parameters of its paper's algorithm, where that states them. */
  recipe?: ParamValues;
}

/** A generative system, as far as forms and links need it. */
export interface SystemEntry {
  id: string;
  paper: PaperRef | null;
  kinds: readonly DataKind[];
  /** What it needs of each sample beside the sample: a class, a class or a number, or nothing. */
  labels?: Needed;
  /** Players in the order of the paper's loop. */
  players: readonly string[];
  params: ParamSpecs;
  /** Whether both players' losses are those of the objective that is chosen and nothing else; see {@link theoryOf}. */
  contestOnly?: true;
  /** Parameter values to start from, by data set id: the declared defaults with what that data changes. */
  defaults: Readonly<Record<string, ParamValues>>;
}

/** A data set, as far as menus and forms need it. */
export interface DatasetEntry extends Declared {
  id: string;
  kind: DataKind;
  params: ParamSpecs;
  /** `procedural` data needs nothing; `files` must be loaded (or dropped) first and then stay in the browser. */
  source: 'procedural' | 'files';
  /** Shape of one sample, where it is known before the data is opened. */
  shape: readonly number[];
  /** What its samples are drawn from, where that is a handful of named values that one may set. */
  factors?: ParamSpecs;
  /** Whether MNIST-like download from a public mirror is offered. */
  download: boolean;
}

/** An experiment of the gallery, complete. */
export interface PresetEntry {
  id: string;
  /** Iterations between measurements of the samples, where these show what it is about. */
  measures?: number;
  config: RunConfig;
  /** Iterations of its snapshot, `snapshots/<id>.zip` beside the page; null where there is none. */
  trained: number | null;
}

/** What exists, as plain data. The worker sends it once; forms, links and menus are made from it. */
export interface Catalog {
  systems: readonly SystemEntry[];
  datasets: readonly DatasetEntry[];
  objectives: readonly ObjectiveEntry[];
  presets: readonly PresetEntry[];
}

/** Penalties that ask D for a slope, which the flat D of the equilibrium does not have. */
const SLOPED: readonly unknown[] = ['gradient-penalty', 'dragan'];

/**
 * The losses at the equilibrium of an objective for these parameters; null where there is none, or where a penalty or softened
 * labels move it.
 */
export function equilibriumOf({ equilibrium }: ObjectiveEntry, params: ParamValues): Equilibrium | null {
  if (!equilibrium || SLOPED.includes(params['penalty']) || params['softLabels']) return null;
  const own = 'by' in equilibrium ? equilibrium.of[params[equilibrium.by] as string] : equilibrium;
  return own ? { ...own, ...(params['featureMatching'] === true && { generator: null }) } : null;
}

/** What the theory says of a game: the losses at its equilibrium, where it names them, and how D's score reads. */
export interface Theory {
  equilibrium: Equilibrium | null;
  score: ScoreMeaning;
}

/** The theory of a run; null where no objective is played. Losses that are more than the objective's rest elsewhere. */
export function theoryOf({ systems, objectives }: Catalog, { system, systemParams }: RunConfig): Theory | null {
  const objective = objectives.find(({ id }) => id === systemParams['objective']);
  if (!objective) return null;
  const alone = systems.find(({ id }) => id === system)?.contestOnly;
  return { equilibrium: alone ? equilibriumOf(objective, systemParams) : null, score: objective.score };
}
