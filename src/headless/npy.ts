/** A uint8 array as the bytes of a NumPy `.npy` file, format version 1.0, C order. */
export function encodeNpy(data: Uint8Array, shape: readonly number[]): Uint8Array {
  const dict = `{'descr': '|u1', 'fortran_order': False, 'shape': (${shape.join(', ')}${shape.length === 1 ? ',' : ''}), }`;
  const magic = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0];
  // The header is padded with spaces so that the data begins at a multiple of 64 bytes.
  const length = Math.ceil((magic.length + 2 + dict.length + 1) / 64) * 64 - magic.length - 2;
  const header = `${dict.padEnd(length - 1)}\n`;
  const out = new Uint8Array(magic.length + 2 + length + data.length);
  out.set([...magic, length & 255, length >> 8]);
  out.set(new TextEncoder().encode(header), magic.length + 2);
  out.set(data, magic.length + 2 + length);
  return out;
}
