import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { z } from 'zod';
import { Problem } from '../core/problem';
import { restoreStreams, STREAM_NAMES, type StreamsState, streamsState } from '../core/random';
import type { RunConfig } from '../core/run';
import type { RecordedCurves } from '../core/stage';
import { decodeRough, encodeRough, roughSize } from './rough';
import { variablesOf } from './state';
import type { Trainer } from './trainer';

/** Everything that a run is, in ordinary memory: resuming from it repeats the next losses. */
export interface RunState {
  config: RunConfig;
  /** Engine that the run was on: the same bits are promised on the same engine. */
  engine: string;
  iteration: number;
  drawn: number;
  /** Moves done of an iteration that is under way; left out between iterations. */
  moved?: number | undefined;
  streams: StreamsState;
  /** Every variable by `part/name`, flat. */
  arrays: Record<string, Float32Array>;
  /** Whether variables are missing, which then begin as a new run's do. */
  partial?: boolean | undefined;
  /** Variables of which only the difference to a new run's is here. */
  differences?: readonly string[] | undefined;
  /** What the curves had recorded, column by column. */
  recorded?: RecordedCurves | undefined;
}

/** What a smaller file leaves out. */
export interface Roughness {
  /** Step of the weights that are kept roughly, as a share of their size (see `encodeRough`). */
  coarse: number;
  /** Whether that variable is kept to the bit, as those must be whose numbers are of very different sizes. */
  exact(name: string): boolean;
  /** Whether that variable is kept at all. */
  keeps(name: string): boolean;
  /** Variables that are written as copies of others. */
  same: Readonly<Record<string, string>>;
  /**
   * What variables are in a new run of that seed: of those that are kept roughly the difference is written, which is smaller than
   * the weights themselves and so takes fewer bits.
   */
  initial: Readonly<Record<string, Float32Array>>;
}

/** Variables of no more numbers than that are always kept exactly. */
const SMALL = 1000;

const FORMAT = 'minimax-snapshot';
const VERSION = 1;

const words = z.tuple([z.number(), z.number(), z.number(), z.number()]);
const headerSchema = z.object({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  checksum: z.int(),
  config: z.record(z.string(), z.unknown()),
  engine: z.string(),
  iteration: z.int().min(0),
  drawn: z.int().min(0),
  moved: z.int().min(0).optional(),
  streams: z.record(z.enum(STREAM_NAMES), z.object({ words, spare: z.number().nullable() })),
  arrays: z.array(z.object({ name: z.string(), length: z.int().min(0), rough: z.boolean().optional() })),
  partial: z.boolean().optional(),
  same: z.record(z.string(), z.string()).optional(),
  differences: z.array(z.string()).optional(),
  recorded: z.object({ iterations: z.array(z.number()), columns: z.array(z.array(z.number().nullable())) }).optional(),
});

/** Reads the whole run into ordinary memory. Nothing may train until it resolves. */
export async function captureRun(trainer: Trainer, engine: string): Promise<RunState> {
  const streams = streamsState(trainer.streams);
  const { iteration, drawn, moved, currentConfig: config } = trainer;
  const arrays = await trainer.captureState();
  return {
    config: structuredClone(config),
    engine,
    iteration,
    drawn,
    ...(moved > 0 && { moved }),
    streams,
    arrays,
  };
}

/** Puts a state into a trainer that was made from the same configuration; throws a `Problem` where they do not fit. */
export function restoreRun(trainer: Trainer, state: RunState): void {
  for (const [name, { size }] of variablesOf(trainer.system)) {
    if (state.arrays[name]?.length !== size) throw new Problem('snapshot.mismatch', { name });
  }
  trainer.restoreState(state.arrays);
  restoreStreams(trainer.streams, state.streams);
  trainer.iteration = state.iteration;
  trainer.drawn = state.drawn;
  trainer.moved = state.moved ?? 0;
  trainer.recorder.forget();
}

/** The first variable that holds a number which is not finite, or null. */
export function firstBadArray(state: RunState): string | null {
  for (const [name, array] of Object.entries(state.arrays)) {
    if (!array.every(Number.isFinite)) return name;
  }
  return null;
}

/**
 * A state as the bytes of a ZIP file: `minimax.json` and `weights.bin` (little-endian, in the header's order; float32, or
 * rough). With `rough` the file is small, and the run goes on from it nearly, not exactly, as it was.
 */
export function packSnapshot(state: RunState, rough?: Roughness): Uint8Array {
  const arrays = Object.entries(state.arrays)
    .filter(([name]) => !rough || (rough.keeps(name) && !(name in rough.same)))
    .map(([name, array]) => {
      const coarse = rough && array.length > SMALL && !rough.exact(name) ? rough.coarse : null;
      const exact = () => new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
      const start = rough?.initial[name] ?? new Float32Array(array.length);
      const bytes = coarse === null ? exact() : encodeRough(added(array, start, -1), coarse);
      return { name, length: array.length, coarse, bytes };
    });
  const header = {
    format: FORMAT,
    version: VERSION,
    config: state.config,
    engine: state.engine,
    iteration: state.iteration,
    drawn: state.drawn,
    ...(state.moved && { moved: state.moved }),
    streams: state.streams,
    arrays: arrays.map(({ name, length, coarse }) => ({ name, length, ...(coarse !== null && { rough: true }) })),
    ...(rough && { partial: true, same: rough.same, differences: differencesOf(arrays, rough) }),
    ...(state.recorded && { recorded: state.recorded }),
  };
  const bytes = new Uint8Array(arrays.reduce((sum, array) => sum + array.bytes.byteLength, 0));
  let offset = 0;
  for (const array of arrays) {
    bytes.set(array.bytes, offset);
    offset += array.bytes.byteLength;
  }
  // Exact weights do not compress; storing them keeps the regular copies cheap.
  const json = strToU8(JSON.stringify({ ...header, checksum: checksum(header, bytes) }, null, 1));
  return zipSync({ 'minimax.json': json, 'weights.bin': [bytes, { level: rough ? 9 : 0 }] });
}

/**
 * Reads a snapshot file. Its `config` is not yet checked against the catalog (`parseConfig` does that). Throws a
 * `Problem` for anything that is not an intact snapshot.
 */
export function unpackSnapshot(file: Uint8Array): Omit<RunState, 'config'> & { config: unknown } {
  const files = unzip(file);
  const json = files['minimax.json'];
  const bytes = files['weights.bin'];
  if (!json || !bytes) throw new Problem('snapshot.notSnapshot');
  const parsed = headerSchema.safeParse(parseJson(json));
  if (!parsed.success) throw new Problem('snapshot.header', { at: parsed.error.issues[0]?.path.join('.') ?? '' });
  const header = parsed.data;
  const sizeOf = ({ length, rough }: (typeof header.arrays)[number]) => (rough ? roughSize(length) : 4 * length);
  const expected = header.arrays.reduce((sum, array) => sum + sizeOf(array), 0);
  if (bytes.byteLength !== expected) {
    throw new Problem('snapshot.length', { found: bytes.byteLength, expected });
  }
  const { checksum: stated, ...rest } = parseJson(json) as typeof header;
  if (checksum(rest, bytes) !== stated) throw new Problem('snapshot.damaged');
  let offset = 0;
  const arrays: Record<string, Float32Array> = {};
  for (const array of header.arrays) {
    const own = bytes.slice(offset, offset + sizeOf(array));
    arrays[array.name] = array.rough ? decodeRough(own, array.length) : new Float32Array(own.buffer);
    offset += own.length;
  }
  for (const [name, original] of Object.entries(header.same ?? {})) {
    if (arrays[original]) arrays[name] = arrays[original].slice();
  }
  const { same: _, recorded, ...state } = header;
  return { ...state, arrays, ...(recorded && { recorded: withGaps(recorded) }) };
}

/** What is kept roughly, and its copies. */
function differencesOf(arrays: readonly { name: string; coarse: number | null }[], { same }: Roughness): string[] {
  const own = arrays.filter(({ coarse }) => coarse !== null).map(({ name }) => name);
  return [...own, ...Object.keys(same).filter((name) => own.includes(same[name] as string))];
}

const added = (a: Float32Array, b: Float32Array, factor: number): Float32Array =>
  a.map((value, i) => value + factor * (b[i] as number));

/** A state with all that it lacks: variables, and what the differences are to, as they are in a new run. */
export function completed({ differences, ...state }: RunState, initial: RunState['arrays']): RunState {
  const whole = (differences ?? []).flatMap((name): [string, Float32Array][] => {
    const [difference, start] = [state.arrays[name], initial[name]];
    // Where they do not fit, restoring says so.
    return difference && start?.length === difference.length ? [[name, added(difference, start, 1)]] : [];
  });
  return { ...state, arrays: { ...initial, ...state.arrays, ...Object.fromEntries(whole) } };
}

/** JSON has no NaN: what was not measured is null in it. */
const withGaps = ({ iterations, columns }: { iterations: number[]; columns: (number | null)[][] }): RecordedCurves => ({
  iterations,
  columns: columns.map((column) => column.map((value) => value ?? Number.NaN)),
});

/** FNV-1a over the header's text and the weights: a damaged file is refused, not half believed. */
function checksum(header: object, bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (const part of [strToU8(JSON.stringify(header)), bytes]) {
    for (let i = 0; i < part.length; i++) hash = Math.imul(hash ^ (part[i] as number), 0x01000193);
  }
  return hash;
}

function unzip(file: Uint8Array): Record<string, Uint8Array> {
  try {
    return unzipSync(file, { filter: ({ name, originalSize }) => name.length < 40 && originalSize < 1 << 28 });
  } catch {
    throw new Problem('snapshot.notSnapshot');
  }
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(strFromU8(bytes));
  } catch {
    throw new Problem('snapshot.notSnapshot');
  }
}
