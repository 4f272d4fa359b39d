/** Weights that share one scale. */
const BLOCK = 256;
const LARGEST = 127;

const padded = (length: number): number => 4 * Math.ceil(length / 4);
const blocksOf = (length: number): number => Math.ceil(length / BLOCK);

/** Bytes that a rough copy of so many weights takes before it is compressed. */
export const roughSize = (length: number): number => 4 * blocksOf(length) + padded(length);

/**
 * Weights as whole multiples of a step, one byte each, after the steps of the blocks. The step is `coarse` times the root mean
 * square of its block, or more where the greatest would not fit a byte: the coarser, the better it compresses.
 */
export function encodeRough(values: Float32Array, coarse: number): Uint8Array {
  const steps = new Float32Array(blocksOf(values.length));
  const multiples = new Int8Array(padded(values.length));
  for (let b = 0; b < steps.length; b++) {
    const block = values.subarray(b * BLOCK, (b + 1) * BLOCK);
    const rms = Math.sqrt(block.reduce((sum, value) => sum + value * value, 0) / block.length);
    const greatest = block.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    const step = Math.max(coarse * rms, greatest / LARGEST);
    steps[b] = step;
    for (const [i, value] of block.entries()) multiples[b * BLOCK + i] = step === 0 ? 0 : Math.round(value / step);
  }
  const bytes = new Uint8Array(roughSize(values.length));
  bytes.set(new Uint8Array(steps.buffer));
  bytes.set(new Uint8Array(multiples.buffer), steps.byteLength);
  return bytes;
}

/** The weights that {@link encodeRough} wrote, as near as it kept them. */
export function decodeRough(bytes: Uint8Array, length: number): Float32Array {
  const own = bytes.slice();
  const steps = new Float32Array(own.buffer, 0, blocksOf(length));
  const multiples = new Int8Array(own.buffer, steps.byteLength, length);
  return Float32Array.from(multiples, (multiple, i) => multiple * (steps[Math.floor(i / BLOCK)] as number));
}
