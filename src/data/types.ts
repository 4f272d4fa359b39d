import type { DataKind } from '../core/catalog';
import type { Conditioned, Declared } from '../core/conditions';
import type { ParamSpecs, ParamValues } from '../core/params';
import type { Stream } from '../core/random';

/**
 * What is known of an opened data set. Samples are in *data units* (cm for screws, [-1, 1] for pixels); networks see
 * *model units*, (x − shift) / scale per coordinate.
 */
export interface DatasetInfo extends Conditioned {
  id: string;
  kind: DataKind;
  /** Shape of one sample: `[1]`, `[2]` or `[height, width, channels]`. */
  shape: readonly number[];
  /** Per coordinate for points; a single value for images. */
  shift: readonly number[];
  scale: readonly number[];
  /** Range per coordinate, in data units, that the stage shows: `[[low, high], …]`. For images `[[-1, 1]]`. */
  range: readonly (readonly [number, number])[];
  /** Unit of the axis, for 1-D data that has one (`cm`). */
  unit?: string;
  /**
   * Centres (data units) and standard deviation of the modes, for mixtures of round Gaussians of equal width; the modes'
   * shares of the data where they differ.
   */
  modes?: { centres: readonly (readonly number[])[]; sigma: number; shares?: readonly number[] };
  /** Where an untrained generator's output should lie, in data units (the mis-set machine near 10 cm). */
  start?: readonly number[];
  /** For sets whose samples come with a caption. */
  captions?: Captions;
  /** Number of samples of a finite set: an epoch. Procedural sets have none. */
  size?: number;
}

/** What is known of the captions that a set's samples come with. */
export interface Captions {
  /** The words that there are; captions hold their places in this list. */
  words: readonly string[];
  /** The most words of a caption. */
  length: number;
  /** Some captions, to be asked for; words by number, −1 behind the last, [length]. */
  examples: readonly { caption: string; words: readonly number[] }[];
}

/** Samples drawn together. */
export interface Batch {
  /** `[n, ...shape]` row by row, data units. */
  x: Float32Array;
  /** Class of each sample, for labelled sets. */
  labels?: Int32Array;
  /** The number that comes with each sample, for sets with a continuous condition; data units. */
  condition?: Float32Array;
  /** Words of each sample's caption [n × length], for sets with captions. */
  readonly words?: Int32Array;
}

/** An opened data set: all randomness comes from the stream given, so the same stream gives the same batch. */
export interface Dataset {
  readonly info: DatasetInfo;
  sample(stream: Stream, count: number): Batch;
  /** True density at x (data units), where it is known in closed form; for the exact optimal discriminator. */
  density?(x: readonly number[]): number;
  /** All pictures of a stored set, [size, ...shape] bytes. */
  readonly stored?: Uint8Array;
}

/** Where file-backed sets find the bytes that a user loaded: the browser's storage, or a folder in Node. */
export interface DataStore {
  /** Contents of the stored file of that key, or null. */
  get(key: string): Promise<Uint8Array | null>;
  put(key: string, bytes: Uint8Array): Promise<void>;
}

/** What the samples of a set are drawn from, where that is a handful of named numbers. */
export interface Character {
  factors: ParamSpecs;
  /** A sample [side × side × 3] in [−1, 1] of such values, at any size. */
  draw(values: ParamValues, side: number): Float32Array;
  /** The same as a line drawing [side × side] in [−1, 1]. */
  lines(values: ParamValues, side: number): Float32Array;
  /** The same in words. */
  caption(values: ParamValues): string;
  /** The values as numbers, in the order of the factors. */
  vector(values: ParamValues): number[];
  /** Values as the set's own samples have them. */
  random(stream: Stream): ParamValues;
}

export interface DatasetDefinition<P extends ParamSpecs = ParamSpecs> extends Declared {
  id: string;
  kind: DataKind;
  params: P;
  source: 'procedural' | 'files';
  shape: readonly number[];
  /** What its samples are drawn from. */
  character?: Character;
  /** Whether a download from a public mirror is offered. */
  download?: boolean;
  /** Opens the set. Throws a `Problem` (`data.missing` with the id) where a file-backed set has not been loaded yet. */
  open(params: ParamValues<P>, store: DataStore): Promise<Dataset> | Dataset;
}
