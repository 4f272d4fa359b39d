import { describe, expect, it } from 'vitest';
import { contour } from '../../src/ui/stage/plane/contours';

const SIDE = 41;
const field = (value: (x: number, y: number) => number) =>
  Float32Array.from({ length: SIDE * SIDE }, (_, i) => value(i % SIDE, Math.floor(i / SIDE)));

describe('contours', () => {
  it('of a cone are one closed circle of the right radius', () => {
    const lines = contour(
      field((x, y) => Math.hypot(x - 20, y - 20)),
      SIDE,
      9.3,
    );
    expect(lines).toHaveLength(1);
    const line = lines[0] as number[];
    for (let i = 0; i < line.length; i += 2) {
      expect(Math.hypot((line[i] as number) - 20, (line[i + 1] as number) - 20)).toBeCloseTo(9.3, 1);
    }
    expect(line.slice(0, 2)).toEqual(line.slice(-2));
    expect(line.length / 2).toBeGreaterThan(60);
  });

  it('of a slope are one open line, and none lies outside its values', () => {
    const slope = field((x, y) => x + 0.25 * y);
    const [line, ...others] = contour(slope, SIDE, 20);
    expect(others).toEqual([]);
    for (let i = 0; i < (line?.length ?? 0); i += 2) {
      expect((line?.[i] as number) + 0.25 * (line?.[i + 1] as number)).toBeCloseTo(20, 4);
    }
    expect(contour(slope, SIDE, -1)).toEqual([]);
  });

  it('stop where the field is unknown', () => {
    const half = field((x, y) => (y < 10 ? Number.NaN : x));
    const ys = contour(half, SIDE, 20.5).flatMap((line) => line.filter((_, i) => i % 2 === 1));
    expect(Math.min(...ys)).toBe(10);
  });
});
