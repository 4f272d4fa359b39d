/** Pixels in [-1, 1] as bytes 0–255. */
export function toBytes(pixels: Float32Array): Uint8Array {
  return Uint8Array.from(pixels, (value) => Math.round(Math.min(255, Math.max(0, (value + 1) * 127.5))));
}
