import { type Part, type Path, type Point, Raster, ring, stroke } from './raster';

/** Red, green and blue, 0 to 1. */
export type Rgb = readonly [number, number, number];

/** Where a fill stops: nothing is painted outside `inside`, nor within `outside`. */
export interface Limits {
  inside?: Path | undefined;
  outside?: Path | undefined;
  opacity?: number;
  /** What a line drawing makes of it: nothing of a matter of light, solid ink of a dark spot; else its outline. */
  as?: 'light' | 'spot';
}

/** Who paints a face: in colours, or as a line drawing. */
export interface Painter {
  /** Fills a closed path; with two colours, from the first above to the second below. */
  fill(path: Path, colour: Rgb | readonly [Rgb, Rgb], limits?: Limits): void;
  /** A line of that width around a closed path. */
  ring(path: Path, width: number, colour: Rgb): void;
  /** A line of a soft pen; `ends` is its width there as a share of that at its middle. */
  line(points: Path, width: number, colour: Rgb, limits?: Limits & { ends?: number }): void;
  /** A soft spot of light or blush that fades to its edge. */
  glow(centre: Point, rx: number, ry: number, colour: Rgb, limits?: Limits): void;
}

/** Coverage masks over a picture, which both painters need. */
class Masks {
  readonly raster: Raster;
  readonly own: Float32Array;
  private readonly limit: Float32Array;

  constructor(
    readonly side: number,
    down: number,
  ) {
    this.raster = new Raster(side, down);
    this.own = new Float32Array(side * side);
    this.limit = new Float32Array(side * side);
  }

  /** Coverage by a path within limits, in `own`, and the part of the picture that it touches. */
  cover(path: Path, { inside, outside }: Limits = {}): Part {
    const part = this.raster.cover(path, this.own);
    if (inside) this.limitBy(inside, part, (share) => share);
    if (outside) this.limitBy(outside, part, (share) => 1 - share);
    return part;
  }

  private limitBy(path: Path, part: Part, factor: (share: number) => number): void {
    this.raster.cover(path, this.limit, part);
    for (let row = part.top; row < part.bottom; row++) {
      for (let at = row * this.side + part.left; at < row * this.side + part.right; at++) {
        this.own[at] = (this.own[at] as number) * factor(this.limit[at] as number);
      }
    }
  }
}

/** Paints in colours on a ground. `pixels` [side × side × 3], 0 to 1. */
export class ColourPainter implements Painter {
  readonly pixels: Float32Array;
  private readonly masks: Masks;

  constructor(
    readonly side: number,
    down: number,
    ground: Rgb,
  ) {
    this.masks = new Masks(side, down);
    this.pixels = new Float32Array(side * side * 3);
    for (let i = 0; i < this.pixels.length; i++) this.pixels[i] = ground[i % 3] as number;
  }

  fill(path: Path, colour: Rgb | readonly [Rgb, Rgb], limits: Limits = {}): void {
    const { top, bottom, left, right } = this.masks.cover(path, limits);
    const [above, below] = typeof colour[0] === 'number' ? [colour as Rgb, colour as Rgb] : (colour as [Rgb, Rgb]);
    for (let row = top; row < bottom; row++) {
      const t = bottom - top > 1 ? (row - top) / (bottom - top - 1) : 0;
      const mixed = mix(above, below, t);
      for (let column = left; column < right; column++) {
        const share = this.masks.own[row * this.side + column] as number;
        if (share > 0) this.blend(row * this.side + column, mixed, share * (limits.opacity ?? 1));
      }
    }
  }

  ring(path: Path, width: number, colour: Rgb): void {
    this.fill(ring(path, width), colour);
  }

  line(points: Path, width: number, colour: Rgb, limits: Limits & { ends?: number } = {}): void {
    this.fill(stroke(points, width, limits.ends), colour, limits);
  }

  glow([x, y]: Point, rx: number, ry: number, colour: Rgb, { inside, opacity = 1 }: Limits = {}): void {
    const { side } = this;
    const { raster, own } = this.masks;
    const [middle, centre] = [raster.column(x), raster.row(y)];
    const [wide, tall] = [raster.column(x + rx) - middle, raster.row(y + ry) - centre];
    const part = {
      top: Math.max(0, Math.floor(centre - tall)),
      bottom: Math.min(side, Math.ceil(centre + tall)),
      left: Math.max(0, Math.floor(middle - wide)),
      right: Math.min(side, Math.ceil(middle + wide)),
    };
    if (inside) raster.cover(inside, own, part);
    for (let row = part.top; row < part.bottom; row++) {
      for (let column = part.left; column < part.right; column++) {
        const u = (column + 0.5 - middle) / wide;
        const v = (row + 0.5 - centre) / tall;
        const fade = 1 - u * u - v * v;
        if (fade <= 0) continue;
        const at = row * side + column;
        this.blend(at, colour, fade * fade * opacity * (inside ? (own[at] as number) : 1));
      }
    }
  }

  private blend(at: number, colour: Rgb, share: number): void {
    for (let channel = 0; channel < 3; channel++) {
      const i = 3 * at + channel;
      this.pixels[i] = (this.pixels[i] as number) + ((colour[channel] as number) - (this.pixels[i] as number)) * share;
    }
  }
}

/** Draws the same forms as black lines on white paper. `pixels` [side × side], 0 (ink) to 1 (paper). */
export class LinePainter implements Painter {
  readonly pixels: Float32Array;
  private readonly masks: Masks;
  private readonly pen: number;

  constructor(
    readonly side: number,
    down: number,
  ) {
    this.masks = new Masks(side, down);
    this.pixels = new Float32Array(side * side).fill(1);
    this.pen = Math.max(1.6 / side, 0.04);
  }

  fill(path: Path, _colour: unknown, limits: Limits = {}): void {
    if (limits.as === 'light') return;
    this.put(path, limits.as === 'spot' ? 0 : 1, limits);
    if (limits.as === 'spot') return;
    this.put(ring(path, this.pen), 0, limits);
    if (limits.outside) this.put(ring(limits.outside, this.pen), 0, { inside: path });
    if (limits.inside) this.put(ring(limits.inside, this.pen), 0, { inside: path });
  }

  ring(path: Path): void {
    this.put(ring(path, this.pen), 0, {});
  }

  line(points: Path, width: number, _colour: Rgb, limits: Limits & { ends?: number } = {}): void {
    if (limits.as !== 'light') this.put(stroke(points, Math.max(width * 0.7, this.pen)), 0, limits);
  }

  glow(): void {}

  private put(path: Path, tone: number, limits: Limits): void {
    const { top, bottom, left, right } = this.masks.cover(path, limits);
    for (let i = 0; i < (bottom - top) * (right - left); i++) {
      const at = (top + Math.floor(i / (right - left))) * this.side + left + (i % (right - left));
      this.pixels[at] =
        (this.pixels[at] as number) + (tone - (this.pixels[at] as number)) * (this.masks.own[at] as number);
    }
  }
}

/** Between two colours: the first at t = 0, the second at 1. */
export const mix = (a: Rgb, b: Rgb, t: number): Rgb => [
  a[0] + (b[0] - a[0]) * t,
  a[1] + (b[1] - a[1]) * t,
  a[2] + (b[2] - a[2]) * t,
];
