import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { z } from 'zod';
import { Problem } from '../core/problem';
import { restoreStreams, STREAM_NAMES, type StreamsState, streamsState } from '../core/random';
import type { RunConfig } from '../core/run';
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
}

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
  arrays: z.array(z.object({ name: z.string(), length: z.int().min(0) })),
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
}

/** The first variable that holds a number which is not finite, or null. */
export function firstBadArray(state: RunState): string | null {
  for (const [name, array] of Object.entries(state.arrays)) {
    if (!array.every(Number.isFinite)) return name;
  }
  return null;
}

/** A state as the bytes of a ZIP file: `minimax.json` and `weights.bin` (float32, little-endian, in the header's order). */
export function packSnapshot(state: RunState): Uint8Array {
  const arrays = Object.entries(state.arrays);
  const header = {
    format: FORMAT,
    version: VERSION,
    config: state.config,
    engine: state.engine,
    iteration: state.iteration,
    drawn: state.drawn,
    ...(state.moved && { moved: state.moved }),
    streams: state.streams,
    arrays: arrays.map(([name, { length }]) => ({ name, length })),
  };
  const bytes = new Uint8Array(arrays.reduce((sum, [, array]) => sum + array.byteLength, 0));
  let offset = 0;
  for (const [, array] of arrays) {
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), offset);
    offset += array.byteLength;
  }
  // Weights do not compress; storing them keeps the regular copies cheap.
  const json = strToU8(JSON.stringify({ ...header, checksum: checksum(header, bytes) }, null, 1));
  return zipSync({ 'minimax.json': json, 'weights.bin': [bytes, { level: 0 }] });
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
  const expected = header.arrays.reduce((sum, { length }) => sum + 4 * length, 0);
  if (bytes.byteLength !== expected) {
    throw new Problem('snapshot.length', { found: bytes.byteLength, expected });
  }
  const { checksum: stated, ...rest } = parseJson(json) as typeof header;
  if (checksum(rest, bytes) !== stated) throw new Problem('snapshot.damaged');
  const values = new Float32Array(bytes.slice().buffer);
  let offset = 0;
  const arrays: Record<string, Float32Array> = {};
  for (const { name, length } of header.arrays) {
    arrays[name] = values.slice(offset, offset + length);
    offset += length;
  }
  return { ...header, arrays };
}

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
