import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type DrawnPoint,
  decodeDrawing,
  defaultDrawing,
  encodeDrawing,
  MAX_DRAWING_LENGTH,
  MAX_DRAWN_POINTS,
} from '../../src/core/drawing';
import { Problem } from '../../src/core/problem';
import { Stream } from '../../src/core/random';
import { openDataset } from '../../src/data';
import { problemOf } from '../support/problemOf';
import { emptyStore } from '../support/stores';

const coordinate = fc.double({ min: -1, max: 1, noNaN: true });
const points = fc.array(fc.tuple(coordinate, coordinate), { maxLength: 300 });

describe('the text of a drawing', () => {
  it('keeps every point to within half a step of 256', () => {
    fc.assert(
      fc.property(points, (drawn) => {
        const read = decodeDrawing(encodeDrawing(drawn));
        expect(read.length).toBe(drawn.length);
        for (const [i, point] of read.entries()) {
          for (const axis of [0, 1] as const) {
            expect(Math.abs(point[axis] - (drawn[i]?.[axis] ?? 0))).toBeLessThanOrEqual(1 / 255 + 1e-12);
          }
        }
      }),
    );
  });

  it('is stable: read and written again it is the same', () => {
    const text = encodeDrawing(defaultDrawing());
    expect(encodeDrawing(decodeDrawing(text))).toBe(text);
    expect(text).toMatch(/^[\w-]+$/);
  });

  it('thins what is too long for a link', () => {
    const long = Array.from({ length: 5000 }, (_, i): DrawnPoint => [i / 2500 - 1, 0]);
    const text = encodeDrawing(long);
    expect(text.length).toBeLessThanOrEqual(MAX_DRAWING_LENGTH);
    const read = decodeDrawing(text);
    expect(read.length).toBe(MAX_DRAWN_POINTS);
    expect(read.at(-1)?.[0]).toBeGreaterThan(0.99);
  });

  it('is a problem where it was not written here', async () => {
    for (const text of ['?', 'A', 'AA', 'A='.repeat(4), 'A'.repeat(MAX_DRAWING_LENGTH + 4), 'ä'.repeat(4)]) {
      expect((await problemOf(() => decodeDrawing(text))).code).toBe('drawing.text');
    }
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (text) => {
        try {
          for (const point of decodeDrawing(text)) expect(point.every((value) => Math.abs(value) <= 1)).toBe(true);
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(Problem);
        }
      }),
    );
  });
});

describe('the data set of a drawing', () => {
  it('draws its points, blurred', async () => {
    const strokes = encodeDrawing([[0.5, -0.5]]);
    const { sample, info } = await openDataset('drawing', { strokes }, emptyStore);
    const { x } = sample(new Stream(1, 'data'), 1000);
    expect(info.range).toEqual([
      [-1, 1],
      [-1, 1],
    ]);
    for (let i = 0; i < 1000; i++) {
      expect(Math.hypot((x[2 * i] as number) - 0.5, (x[2 * i + 1] as number) + 0.5)).toBeLessThan(0.12);
    }
  });

  it('shows a figure where nothing was drawn', async () => {
    const { sample } = await openDataset('drawing', { strokes: '' }, emptyStore);
    const { x } = sample(new Stream(1, 'data'), 1000);
    expect(Math.min(...x)).toBeLessThan(-0.6);
    expect(Math.max(...x)).toBeGreaterThan(0.6);
  });
});
