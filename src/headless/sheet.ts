import { encode } from 'fast-png';

/**
 * Pictures side by side as a PNG, with one pixel of white between them.
 *
 * @param pixels [n, height, width, channels], 0–255
 * @param columns pictures per row
 */
export function encodeSheet(pixels: Uint8Array, shape: readonly number[], columns: number, scale = 1): Uint8Array {
  const [height, width, channels] = shape as [number, number, number];
  const count = pixels.length / (height * width * channels);
  const rows = Math.ceil(count / columns);
  const pitchX = width * scale + 1;
  const pitchY = height * scale + 1;
  const sheet = new Uint8Array((rows * pitchY + 1) * (columns * pitchX + 1) * channels).fill(255);
  const stride = columns * pitchX + 1;
  for (let i = 0; i < count; i++) {
    const left = (i % columns) * pitchX + 1;
    const top = Math.floor(i / columns) * pitchY + 1;
    for (let y = 0; y < height * scale; y++) {
      for (let x = 0; x < width * scale; x++) {
        const from = ((i * height + Math.floor(y / scale)) * width + Math.floor(x / scale)) * channels;
        const to = ((top + y) * stride + left + x) * channels;
        for (let c = 0; c < channels; c++) sheet[to + c] = pixels[from + c] as number;
      }
    }
  }
  return encode({ width: stride, height: rows * pitchY + 1, data: sheet, channels: channels as 1 | 3, depth: 8 });
}
