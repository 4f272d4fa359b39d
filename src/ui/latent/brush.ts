import { sizeOf } from '../../core/shape';

/** Brush strokes on a picture: its numbers, and which of them were painted. */
export interface Strokes {
  /** [height, width, channels], 0–255. */
  bytes: Uint8Array;
  /** As long: 1 where it was painted. */
  where: Uint8Array;
}

/** A pixel, from the left and from the top. */
export type Cell = readonly [x: number, y: number];

/** Nothing painted on a picture of that shape. */
export function unpainted(shape: readonly number[]): Strokes {
  const size = sizeOf(shape);
  return { bytes: new Uint8Array(size), where: new Uint8Array(size) };
}

/** The strokes with a square of `side` pixels around each cell in one colour, as far as it lies on the picture; grey pictures take its red. */
export function dabbed(
  { bytes, where }: Strokes,
  shape: readonly number[],
  cells: readonly Cell[],
  { side, colour }: { side: number; colour: readonly number[] },
): Strokes {
  const [height = 1, width = 1, channels = 1] = shape;
  const next = { bytes: bytes.slice(), where: where.slice() };
  const before = Math.floor((side - 1) / 2);
  for (const [cx, cy] of cells) {
    for (let y = Math.max(0, cy - before); y < Math.min(height, cy - before + side); y++) {
      for (let x = Math.max(0, cx - before); x < Math.min(width, cx - before + side); x++) {
        const at = (y * width + x) * channels;
        for (let c = 0; c < channels; c++) next.bytes[at + c] = colour[c] as number;
        next.where.fill(1, at, at + channels);
      }
    }
  }
  return next;
}

/** All cells on the way from one to the other, both counted. */
export function cellsBetween([x0, y0]: Cell, [x1, y1]: Cell): Cell[] {
  const steps = Math.max(1, Math.abs(x1 - x0), Math.abs(y1 - y0));
  return Array.from({ length: steps + 1 }, (_, i) => {
    const share = i / steps;
    return [Math.round(x0 + share * (x1 - x0)), Math.round(y0 + share * (y1 - y0))] as const;
  });
}

/** The picture with the strokes over it. */
export const paintedOver = (picture: Uint8Array, { bytes, where }: Strokes): Uint8Array =>
  picture.map((value, i) => (where[i] ? (bytes[i] as number) : value));
