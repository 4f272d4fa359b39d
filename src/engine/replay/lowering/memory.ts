import type { Buffer } from './buffers';

/** Bytes of a buffer, whole vectors. */
export const bytesOf = ({ size }: Pick<Buffer, 'size'>): number => Math.ceil(size / 4) * 16;

/**
 * Gives every scratch buffer an address below which none that lives at the same time lies: first fit in the order of
 * birth. Buffers inside others are left alone. Returns the bytes that all of them take.
 */
export function layOut(buffers: readonly Buffer[], base: number): number {
  /** By address. */
  const placed: Buffer[] = [];
  let end = base;
  const born = buffers
    .filter(({ kind, within, last }) => kind === 'scratch' && !within && last >= 0)
    .sort((a, b) => a.first - b.first || b.size - a.size);
  for (const buffer of born) {
    const bytes = bytesOf(buffer);
    let address = base;
    for (const other of placed) {
      if (other.last < buffer.first || buffer.last < other.first) continue;
      if (other.address - address >= bytes) break;
      address = Math.max(address, other.address + bytesOf(other));
    }
    buffer.address = address;
    const after = placed.findIndex((other) => other.address > address);
    placed.splice(after < 0 ? placed.length : after, 0, buffer);
    end = Math.max(end, address + bytes);
  }
  return end - base;
}
