import { unzipSync } from 'fflate';
import { Problem } from '../../core/problem';
import { megabytes } from './gzip';

/** Side of the pictures that own images become. */
export const OWN_SIDE = 32;
const PICTURE_BYTES = OWN_SIDE * OWN_SIDE * 3;

const MAX_PICTURES = 20_000;
const MAX_FILE_BYTES = 30_000_000;
const MAX_UNPACKED_BYTES = 500_000_000;
/** Decoded, this many pixels take 200 MB. */
const MAX_PIXELS = 50_000_000;

export interface NamedFile {
  name: string;
  bytes: Uint8Array;
}

/**
 * Decodes a JPEG or PNG file, crops its middle square and resizes that to 32 × 32 RGB bytes. Rejects where it cannot.
 * The browser's own decoder does this; tests bring theirs.
 */
export type DecodeImage = (bytes: Uint8Array) => Promise<Uint8Array>;

const startsWith = (bytes: Uint8Array, ...start: number[]): boolean => start.every((byte, i) => bytes[i] === byte);

/** Whether the bytes begin as a JPEG or a PNG. */
export const isImage = (bytes: Uint8Array): boolean => isPng(bytes) || startsWith(bytes, 0xff, 0xd8, 0xff);
const isPng = (bytes: Uint8Array): boolean => startsWith(bytes, 0x89, 0x50, 0x4e, 0x47);

/** Whether the bytes begin as a ZIP archive. */
export const isZip = (bytes: Uint8Array): boolean => startsWith(bytes, 0x50, 0x4b) && (bytes[2] ?? 9) <= 7;

/**
 * The JPEG and PNG files in a ZIP archive, in the order of their names. Throws `images.zip` for a broken archive and
 * `images.tooMany` or `data.tooLarge` before anything large is unpacked.
 */
export function unzipImages({ name, bytes }: NamedFile): NamedFile[] {
  let total = 0;
  let count = 0;
  const wanted = (entry: { name: string; originalSize: number }): boolean => {
    if (!/\.(jpe?g|png)$/i.test(entry.name) || /(^|\/)(\.|__MACOSX)/.test(entry.name)) return false;
    count += 1;
    total += entry.originalSize;
    if (count > MAX_PICTURES) throw new Problem('images.tooMany', { file: name, max: MAX_PICTURES });
    if (entry.originalSize > MAX_FILE_BYTES) tooLarge(entry.name, MAX_FILE_BYTES);
    if (total > MAX_UNPACKED_BYTES) tooLarge(name, MAX_UNPACKED_BYTES);
    return true;
  };
  try {
    return Object.entries(unzipSync(bytes, { filter: wanted }))
      .map(([entry, content]) => ({ name: entry, bytes: content }))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (thrown) {
    if (thrown instanceof Problem) throw thrown;
    throw new Problem('images.zip', { file: name });
  }
}

function tooLarge(file: string, limit: number): never {
  throw new Problem('data.tooLarge', { file, max: megabytes(limit) });
}

/**
 * Decodes all files into one pack of pictures: see {@link readPack}. Throws `images.none`, `images.tooMany`,
 * `images.pixels` or `images.undecodable`, with the file's name. `onProgress`: files done, and `signal` ends it early.
 */
export async function packImages(
  files: readonly NamedFile[],
  decode: DecodeImage,
  onDecoded: (done: number, total: number) => void = () => {},
): Promise<Uint8Array> {
  const [first] = files;
  if (!first) throw new Problem('images.none');
  if (files.length > MAX_PICTURES) throw new Problem('images.tooMany', { file: first.name, max: MAX_PICTURES });
  const pack = new Uint8Array(HEADER.length + files.length * PICTURE_BYTES);
  pack.set(HEADER);
  for (const [i, { name, bytes }] of files.entries()) {
    if (bytes.length > MAX_FILE_BYTES) tooLarge(name, MAX_FILE_BYTES);
    const pixels = pixelsOf(bytes);
    if (pixels === null) throw new Problem('images.undecodable', { file: name });
    if (pixels > MAX_PIXELS) throw new Problem('images.pixels', { file: name, max: megabytes(MAX_PIXELS) });
    const picture = await decode(bytes).catch(() => {
      throw new Problem('images.undecodable', { file: name });
    });
    pack.set(picture, HEADER.length + i * PICTURE_BYTES);
    onDecoded(i + 1, files.length);
  }
  return pack;
}

/** First bytes of a pack: its name and version. The pictures follow, 32 × 32 × 3 bytes each. */
const HEADER = new TextEncoder().encode('minimax-images-1');

/** The pictures of a pack, [n, 32, 32, 3], and their number. Throws `images.pack`. */
export function readPack(pack: Uint8Array, file: string): { pixels: Uint8Array; count: number } {
  const pixels = pack.subarray(HEADER.length);
  const count = pixels.length / PICTURE_BYTES;
  if (HEADER.some((byte, i) => pack[i] !== byte) || count === 0 || !Number.isInteger(count)) {
    throw new Problem('images.pack', { file });
  }
  return { pixels, count };
}

/** Width × height as the file's header states them, so that a bomb is known before it is decoded; null if it does not. */
function pixelsOf(bytes: Uint8Array): number | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (isPng(bytes)) return bytes.length < 24 ? null : view.getUint32(16) * view.getUint32(20);
  if (!isImage(bytes)) return null;
  for (let at = 2; at + 9 < bytes.length; ) {
    const marker = bytes[at + 1] as number;
    if (bytes[at] !== 0xff) return null;
    // A frame header (SOF0…SOF15 without the tables DHT, JPG, DAC) holds the size; other segments are jumped over.
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return view.getUint16(at + 5) * view.getUint16(at + 7);
    }
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return null;
}
