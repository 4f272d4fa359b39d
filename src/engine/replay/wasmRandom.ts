import type { Stream } from '../../core/random';

/** What the kernels' module exports for random numbers: state and numbers stand in its memory, at these addresses. */
export interface RandomExports {
  fillNormal(state: number, out: number, count: number): void;
  fillUniform(state: number, out: number, count: number): void;
}

/** Bytes of a stream's state in the module's memory. */
export const STREAM_BYTES = 32;

/**
 * Draws a stream's next numbers inside the WebAssembly module: the same bits as `Stream` draws, several times as fast. The
 * state is copied in and out, so the stream goes on wherever it is used next.
 */
export class WasmRandom {
  private readonly state: DataView;

  /** `address`: {@link STREAM_BYTES} of the memory that are free for this, at a multiple of 8. */
  constructor(
    private readonly exports: RandomExports,
    memory: WebAssembly.Memory,
    private readonly address: number,
  ) {
    this.state = new DataView(memory.buffer, address, STREAM_BYTES);
  }

  /** Fills a view of the module's memory with N(0, 1). */
  fillNormal(stream: Stream, out: Float32Array): void {
    this.load(stream);
    this.exports.fillNormal(this.address, out.byteOffset, out.length);
    this.save(stream);
  }

  /** Fills a view of the module's memory with U[0, 1). */
  fillUniform(stream: Stream, out: Float32Array): void {
    this.load(stream);
    this.exports.fillUniform(this.address, out.byteOffset, out.length);
    this.save(stream);
  }

  private load(stream: Stream): void {
    const { words, spare } = stream.state();
    for (const [i, word] of words.entries()) this.state.setInt32(4 * i, word, true);
    this.state.setInt32(16, spare === null ? 0 : 1, true);
    this.state.setFloat64(24, spare ?? 0, true);
  }

  private save(stream: Stream): void {
    const word = (i: number): number => this.state.getInt32(4 * i, true);
    const spare = word(4) === 0 ? null : this.state.getFloat64(24, true);
    stream.restore({ words: [word(0), word(1), word(2), word(3)], spare });
  }
}
