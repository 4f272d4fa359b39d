import { Problem } from '../../core/problem';

const SIDE = 32;
const PLANE = SIDE * SIDE;
const PIXELS = 3 * PLANE;
/** A record of CIFAR-10's binary version: one label byte, then the red, green and blue planes. */
export const CIFAR_RECORD = 1 + PIXELS;
/** All of CIFAR-10, training and test: 60,000 records, about 184 MB. */
export const MAX_CIFAR_BYTES = 60_000 * CIFAR_RECORD;

/** Names of CIFAR-10's classes, by label. */
export const CIFAR_CLASSES = [
  'airplane',
  'automobile',
  'bird',
  'cat',
  'deer',
  'dog',
  'frog',
  'horse',
  'ship',
  'truck',
] as const;

/** Checks a file of CIFAR-10 records and counts them. Throws `cifar.length` or `cifar.label`. */
export function countCifar(bytes: Uint8Array, file: string): number {
  const count = bytes.length / CIFAR_RECORD;
  if (count === 0 || !Number.isInteger(count)) {
    throw new Problem('cifar.length', { file, found: bytes.length, record: CIFAR_RECORD });
  }
  for (let i = 0; i < count; i++) {
    const label = bytes[i * CIFAR_RECORD] as number;
    if (label >= CIFAR_CLASSES.length) throw new Problem('cifar.label', { file, record: i + 1, found: label });
  }
  return count;
}

/** Writes record i, its planes interleaved to RGB pixels in [−1, 1], to `out` [32 × 32 × 3]; returns its label. */
export function readCifar(bytes: Uint8Array, i: number, out: Float32Array): number {
  const start = i * CIFAR_RECORD;
  for (let pixel = 0; pixel < PLANE; pixel++) {
    for (let channel = 0; channel < 3; channel++) {
      out[3 * pixel + channel] = (bytes[start + 1 + channel * PLANE + pixel] as number) / 127.5 - 1;
    }
  }
  return bytes[start] as number;
}
