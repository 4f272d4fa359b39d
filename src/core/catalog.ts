import type { ParamSpecs, ParamValues } from './params';
import type { RunConfig } from './run';

/** The three kinds of data that a system may accept; the stage has one view for each. */
export const DATA_KINDS = ['1d', '2d', 'image'] as const;
/** One of {@link DATA_KINDS}. */
export type DataKind = (typeof DATA_KINDS)[number];

/** Where a method was published. */
export interface PaperRef {
  authors: string;
  title: string;
  year: number;
  /** arXiv number or DOI. */
  id: string;
}

/** How an objective's raw score reads: a logit (σ gives a probability), a target value, or an unbounded critic. */
export type ScoreMeaning = 'logit' | 'target' | 'critic';

/** An adversarial objective, as far as forms and charts need it. */
export interface ObjectiveEntry {
  id: string;
  paper: PaperRef;
  score: ScoreMeaning;
  /** Losses at the theoretical equilibrium, where the theory names one: D's whole loss and G's loss, in nats. */
  equilibrium: { discriminator: number; generator: number } | null;
}

/** A generative system, as far as forms and links need it. */
export interface SystemEntry {
  id: string;
  paper: PaperRef | null;
  kinds: readonly DataKind[];
  /** Players in the order of the paper's loop. */
  players: readonly string[];
  params: ParamSpecs;
  /** Parameter values to start from, by data set id: the declared defaults with what that data changes. */
  defaults: Readonly<Record<string, ParamValues>>;
}

/** A data set, as far as menus and forms need it. */
export interface DatasetEntry {
  id: string;
  kind: DataKind;
  params: ParamSpecs;
  /** `procedural` data needs nothing; `files` must be loaded (or dropped) first and then stay in the browser. */
  source: 'procedural' | 'files';
  /** Shape of one sample, where it is known before the data is opened. */
  shape: readonly number[];
  /** Whether MNIST-like download from a public mirror is offered. */
  download: boolean;
}

/** An experiment of the gallery, complete. */
export interface PresetEntry {
  id: string;
  config: RunConfig;
}

/** What exists, as plain data. The worker sends it once; forms, links and menus are made from it. */
export interface Catalog {
  systems: readonly SystemEntry[];
  datasets: readonly DatasetEntry[];
  objectives: readonly ObjectiveEntry[];
  presets: readonly PresetEntry[];
}
