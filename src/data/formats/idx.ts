import { Problem } from '../../core/problem';

/** A file of MNIST's IDX format: pictures of one byte a pixel, or labels of one byte each. */
export type Idx =
  | { role: 'images'; count: number; rows: number; columns: number; data: Uint8Array }
  | { role: 'labels'; count: number; data: Uint8Array };

const LABELS = 0x0801;
const IMAGES = 0x0803;

/** Whether the bytes begin like any IDX file: two zeros, a type, one to four axes. */
export const looksLikeIdx = (bytes: Uint8Array): boolean =>
  bytes[0] === 0 && bytes[1] === 0 && (bytes[2] ?? 0) >= 8 && (bytes[2] ?? 0) <= 14 && (bytes[3] ?? 0) <= 4;

/**
 * Reads an unpacked IDX file (big-endian header: magic number, then the length of each axis). Throws `idx.short`,
 * `idx.magic`, `idx.empty` or `idx.length`.
 */
export function readIdx(bytes: Uint8Array, file: string): Idx {
  if (bytes.length < 8) throw new Problem('idx.short', { file, found: bytes.length });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const magic = view.getUint32(0);
  if (magic !== LABELS && magic !== IMAGES) throw new Problem('idx.magic', { file, found: magic });
  const header = magic === IMAGES ? 16 : 8;
  if (bytes.length < header) throw new Problem('idx.short', { file, found: bytes.length });
  const count = view.getUint32(4);
  const [rows, columns] = magic === IMAGES ? [view.getUint32(8), view.getUint32(12)] : [1, 1];
  if (count === 0 || rows === 0 || columns === 0) throw new Problem('idx.empty', { file });
  const expected = header + count * rows * columns;
  if (bytes.length !== expected) throw new Problem('idx.length', { file, expected, found: bytes.length });
  const data = bytes.subarray(header);
  return magic === IMAGES ? { role: 'images', count, rows, columns, data } : { role: 'labels', count, data };
}
