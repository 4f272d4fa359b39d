import { log } from './maths';

/** The whole state of a stream: four 32-bit words, and the spare normal deviate if there is one. */
export interface StreamState {
  words: [number, number, number, number];
  spare: number | null;
}

/**
 * A stream of pseudo-random numbers: Chris Doty-Humphrey's sfc32 (period above 2^64, passes PractRand), the same bits on
 * every machine. Its state can be saved and restored, so a resumed run draws what the original would have drawn.
 */
export class Stream {
  private a: number;
  private b: number;
  private c: number;
  private counter: number;
  private spare: number | null = null;

  constructor(seed: number, name = '') {
    let hash = 0x811c9dc5;
    for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
    this.a = hash | 0;
    this.b = seed | 0;
    this.c = Math.floor(seed / 2 ** 32) | 0;
    this.counter = 1;
    for (let i = 0; i < 20; i++) this.uint32();
  }

  /** An integer in [0, 2³²). */
  uint32(): number {
    const t = (((this.a + this.b) | 0) + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (((this.c << 21) | (this.c >>> 11)) + t) | 0;
    return t >>> 0;
  }

  /** U[0, 1) with 24 bits, exact in float32. */
  uniform(): number {
    return (this.uint32() >>> 8) * 2 ** -24;
  }

  /** A whole number in [0, n). */
  below(n: number): number {
    return Math.floor((this.uint32() / 2 ** 32) * n);
  }

  /** N(0, 1), by Marsaglia's polar method. */
  normal(): number {
    if (this.spare !== null) {
      const spare = this.spare;
      this.spare = null;
      return spare;
    }
    for (;;) {
      const u = this.uint32() * 2 ** -31 - 1;
      const v = this.uint32() * 2 ** -31 - 1;
      const s = u * u + v * v;
      if (s >= 1 || s < 1e-300) continue;
      const scale = Math.sqrt((-2 * log(s)) / s);
      this.spare = v * scale;
      return u * scale;
    }
  }

  fillUniform(out: Float32Array): Float32Array {
    for (let i = 0; i < out.length; i++) out[i] = this.uniform();
    return out;
  }

  fillNormal(out: Float32Array): Float32Array {
    for (let i = 0; i < out.length; i++) out[i] = this.normal();
    return out;
  }

  state(): StreamState {
    return { words: [this.a, this.b, this.c, this.counter], spare: this.spare };
  }

  restore(state: StreamState): void {
    [this.a, this.b, this.c, this.counter] = state.words;
    this.spare = state.spare;
  }
}

/** One stream per purpose, so that looking (preview, metrics) never changes what the run draws. */
export const STREAM_NAMES = ['init', 'data', 'noise', 'dropout', 'preview', 'metrics'] as const;
/** One of {@link STREAM_NAMES}. */
export type StreamName = (typeof STREAM_NAMES)[number];
/** All streams of a run. */
export type Streams = Record<StreamName, Stream>;
/** States of all streams of a run. */
export type StreamsState = Record<StreamName, StreamState>;

/** The streams of a run, from its seed. */
export function makeStreams(seed: number): Streams {
  return Object.fromEntries(STREAM_NAMES.map((name) => [name, new Stream(seed, name)])) as Streams;
}

/** Saves all streams. */
export function streamsState(streams: Streams): StreamsState {
  return Object.fromEntries(STREAM_NAMES.map((name) => [name, streams[name].state()])) as StreamsState;
}

/** Puts saved states back. */
export function restoreStreams(streams: Streams, state: StreamsState): void {
  for (const name of STREAM_NAMES) streams[name].restore(state[name]);
}
