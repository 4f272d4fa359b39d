import type { SceneShown, Stage } from '../../src/core/stage';

const COLUMNS = 12;
/** Side of the picture of points, in pixels. */
const SIDE = 96;
/** A little darker than the gaps between the pictures. */
const PAPER = 243;
const INK = { real: [170, 170, 170], fake: [200, 60, 30] } as const;

/** Pictures as bytes [n × height × width × channels], in rows of `columns`. */
export interface Sheet {
  pixels: Uint8Array;
  shape: readonly number[];
  columns: number;
}

const wellInside = (i: number): boolean => i >= 0 && i < SIDE;

/** An empty drawing of `SIDE` × `SIDE`, and what sets a pixel of it. */
function drawing() {
  const pixels = new Uint8Array(SIDE * SIDE * 3).fill(PAPER);
  const dot = (x: number, y: number, ink: readonly number[]) => {
    if (wellInside(x) && wellInside(y)) pixels.set(ink, 3 * ((SIDE - 1 - y) * SIDE + x));
  };
  return { pixels, dot };
}

const place = (value: number, [low, high]: readonly [number, number]): number =>
  Math.floor((SIDE * (value - low)) / (high - low));

/** Points of the plane, the real ones in grey and the generated ones in red above them. */
function points(real: Float32Array, fake: Float32Array, range: readonly (readonly [number, number])[]): Uint8Array {
  const { pixels, dot } = drawing();
  const [across, up] = range as [readonly [number, number], readonly [number, number]];
  for (const [samples, ink] of [[real, INK.real] as const, [fake, INK.fake] as const]) {
    for (let i = 0; i < samples.length; i += 2) {
      dot(place(samples[i] as number, across), place(samples[i + 1] as number, up), ink);
    }
  }
  return pixels;
}

/** Histograms of numbers, the real ones in grey and the generated ones' outline in red, as high as the highest column. */
function histograms(
  real: Float32Array,
  fake: Float32Array,
  [range]: readonly (readonly [number, number])[],
): Uint8Array {
  const { pixels, dot } = drawing();
  const count = (samples: Float32Array) => {
    const columns = new Int32Array(SIDE);
    for (const value of samples) {
      const x = place(value, range as readonly [number, number]);
      if (wellInside(x)) columns[x] = (columns[x] as number) + 1;
    }
    return columns;
  };
  const [inReal, inFake] = [count(real), count(fake)];
  const most = Math.max(...inReal, ...inFake);
  const height = (n: number | undefined) => Math.round(((SIDE - 4) * (n as number)) / most);
  for (let x = 0; x < SIDE; x++) {
    for (let y = 0; y < height(inReal[x]); y++) dot(x, y, INK.real);
    for (let y = 0; y < height(inFake[x]); y++) if (y > height(inFake[x]) - 4) dot(x, y, INK.fake);
  }
  return pixels;
}

/** What a system translates, where it makes nothing from latents: the second row of its scene. */
export const translated = ({ values, rows }: SceneShown): SceneShown['values'] => {
  const size = values.length / rows.length;
  return rows.length > 1 ? values.slice(size, 2 * size) : values;
};

/** One row of a film: what the run generates from the same latents, or translates from the same samples, at this moment. */
export function frameOf(
  stage: Stage,
  {
    latentSize,
    shape,
    range,
  }: { latentSize: number; shape: readonly number[]; range: readonly (readonly [number, number])[] },
): Sheet {
  const plane = { shape: [SIDE, SIDE, 3], columns: 1 };
  if (stage.kind === 'point')
    return {
      ...plane,
      pixels: points(stage.path, new Float32Array([stage.theta, stage.psi]), [
        [-stage.reach, stage.reach],
        [-stage.reach, stage.reach],
      ]),
    };
  if (stage.kind === '1d') return { ...plane, pixels: histograms(stage.real, stage.fake, range) };
  const made = latentSize === 0 && stage.scene ? translated(stage.scene) : stage.fake;
  if (stage.kind === '2d') return { ...plane, pixels: points(stage.real, made as Float32Array, range) };
  const area = shape.reduce((a, b) => a * b, 1);
  const columns = Math.min(COLUMNS, made.length / area);
  return { pixels: (made as Uint8Array).slice(0, columns * area), shape, columns };
}

/** A film's frames as one sheet: pictures of each moment in a row of their own, drawings side by side. */
export function filmOf(frames: readonly Sheet[]): Sheet {
  const [{ shape, columns }] = frames as [Sheet];
  const pixels = new Uint8Array(frames.reduce((sum, frame) => sum + frame.pixels.length, 0));
  let at = 0;
  for (const frame of frames) {
    pixels.set(frame.pixels, at);
    at += frame.pixels.length;
  }
  return { pixels, shape, columns: columns === 1 ? frames.length : columns };
}
