import { Problem } from '../../core/problem';

/** Whether the bytes begin as gzip. */
export const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/**
 * The content of a gzipped file; bytes that are not gzipped come back as they are. Unpacking stops at `limit` bytes, so
 * a small file cannot fill the memory. Throws `data.gzip` for a cut or damaged file, `data.tooLarge` beyond the limit.
 */
export async function unpackGzip(bytes: Uint8Array, file: string, limit: number): Promise<Uint8Array> {
  if (!isGzip(bytes)) {
    if (bytes.length > limit) throw new Problem('data.tooLarge', { file, max: megabytes(limit) });
    return bytes;
  }
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = unpacking(bytes).getReader();
  for (;;) {
    const { value, done } = await reader.read().catch(() => {
      throw new Problem('data.gzip', { file });
    });
    if (done) return joined(chunks, length);
    chunks.push(value);
    length += value.length;
    if (length > limit) {
      await reader.cancel().catch(() => {});
      throw new Problem('data.tooLarge', { file, max: megabytes(limit) });
    }
  }
}

/** Bytes as whole megabytes, for a sentence. */
export const megabytes = (bytes: number): number => Math.round(bytes / 1e6);

function unpacking(bytes: Uint8Array): ReadableStream<Uint8Array> {
  const packed = new Blob([bytes as BlobPart]).stream() as ReadableStream<Uint8Array<ArrayBuffer>>;
  return packed.pipeThrough(new DecompressionStream('gzip'));
}

/** All chunks as one array. */
export function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  if (chunks.length === 1) return chunks[0] as Uint8Array;
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
