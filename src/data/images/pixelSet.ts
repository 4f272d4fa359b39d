import { sizeOf } from '../../core/shape';
import type { Dataset } from '../types';

interface PixelSpec {
  id: string;
  shape: readonly number[];
  size: number;
  /** [size, ...shape] bytes. */
  pixels: Uint8Array;
  classes?: readonly string[];
  /** [size] class of each picture. */
  labels?: Uint8Array;
}

/** Stored pictures as a data set: bytes in memory, drawn with replacement, 0…255 made to [−1, 1] batch by batch. */
export function pixelSet({ id, shape, size, pixels, classes, labels }: PixelSpec): Dataset {
  const area = sizeOf(shape);
  return {
    info: { id, kind: 'image', shape, shift: [0], scale: [1], range: [[-1, 1]], size, ...(classes && { classes }) },
    stored: pixels,
    sample(stream, count) {
      const x = new Float32Array(count * area);
      const classOf = new Int32Array(count);
      for (let i = 0; i < count; i++) {
        const picked = stream.below(size);
        for (let p = 0; p < area; p++) x[i * area + p] = (pixels[picked * area + p] as number) / 127.5 - 1;
        if (labels) classOf[i] = labels[picked] as number;
      }
      return labels ? { x, labels: classOf } : { x };
    },
  };
}
