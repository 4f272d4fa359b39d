import { describe, expect, it } from 'vitest';
import { decodeDrawing, encodeDrawing, MAX_DRAWING_LENGTH, MAX_DRAWN_POINTS } from '../../src/core/drawing';
import { SHAPE_NAMES, shapeStrokes } from '../../src/ui/data/shapes';
import { begun, drawnOn, pointsOn, sheetOf, textOf, undone } from '../../src/ui/data/sheet';
import { extended, lengthOf, pointsOf } from '../../src/ui/data/strokes';

const line = (y: number, to = 0.8) => ({
  path: [
    [-0.8, y],
    [to, y],
  ] as const,
  radius: 0.05,
});

describe('points over strokes', () => {
  it('lie within the brush, spread evenly along it', () => {
    const points = pointsOf([line(0.3)], 1000);
    expect(points.length).toBeGreaterThan(200);
    expect(points.every(([, y]) => Math.abs(y - 0.3) <= 0.05)).toBe(true);
    const left = points.filter(([x]) => x < 0).length;
    expect(left / points.length).toBeCloseTo(0.5, 1);
    const above = points.filter(([, y]) => y > 0.3).length;
    expect(above / points.length).toBeCloseTo(0.5, 1);
  });

  it('give equal ink equal shares, also when there is too much of it', () => {
    const points = pointsOf([line(0.5), line(-0.5, 0)], 150);
    expect(points.length).toBeLessThanOrEqual(150);
    expect(points.length).toBeGreaterThan(140);
    const long = points.filter(([, y]) => y > 0).length;
    expect(long / (points.length - long)).toBeGreaterThan(1.7);
    expect(long / (points.length - long)).toBeLessThan(2.2);
  });

  it('make a dot a disc, stay in the square, and come from nothing as nothing', () => {
    const dot = pointsOf([{ path: [[1, 1]], radius: 0.2 }], 100);
    expect(dot.length).toBeGreaterThanOrEqual(40);
    expect(dot.every(([x, y]) => x <= 1 && y <= 1 && x >= 0.8 && y >= 0.8)).toBe(true);
    expect(pointsOf([], 100)).toEqual([]);
    expect(pointsOf([{ path: [], radius: 1 }], 100)).toEqual([]);
  });

  it('leave out places that nobody could tell from the last', () => {
    const path = extended(
      [[0, 0]],
      [
        [0.001, 0],
        [0.1, 0],
        [3, 0],
      ],
    );
    expect(path).toEqual([
      [0, 0],
      [0.1, 0],
      [1, 0],
    ]);
    expect(lengthOf(path)).toBeCloseTo(1);
  });
});

describe('the drawing sheet', () => {
  it('shows the heart until the first stroke, which replaces it', () => {
    const fresh = sheetOf('');
    expect([fresh.placeholder, textOf(fresh)]).toEqual([true, '']);
    const sheet = drawnOn(begun(fresh, [-0.5, -0.5], 0.05), [[0.5, -0.5]]);
    expect(pointsOn(sheet).every(([, y]) => y < -0.4)).toBe(true);
    expect(decodeDrawing(textOf(sheet)).length).toBe(pointsOn(sheet).length);
    expect(textOf(undone(sheet))).toBe('');
  });

  it('keeps a drawing from a link and adds strokes to it', () => {
    const text = encodeDrawing([
      [0.9, 0.9],
      [-0.9, 0.9],
    ]);
    const sheet = begun(sheetOf(text), [0, -0.9], 0.02);
    const ys = pointsOn(sheet).map(([, y]) => y);
    expect(ys.filter((y) => y > 0.8)).toHaveLength(2);
    expect(ys.filter((y) => y < -0.8).length).toBeGreaterThan(10);
  });

  it('is empty for text that is no drawing', () => {
    expect(sheetOf('!')).toEqual({ base: [], placeholder: false, strokes: [] });
  });

  it('never outgrows what a link may hold', () => {
    const full = encodeDrawing(Array.from({ length: MAX_DRAWN_POINTS }, (_, i) => [Math.sin(i), Math.cos(i)] as const));
    const sheet = drawnOn(begun(sheetOf(full), [-1, -1], 0.5), [[1, 1]]);
    expect(textOf(sheet).length).toBeLessThanOrEqual(MAX_DRAWING_LENGTH);
  });
});

describe('the ready-made shapes', () => {
  it.each(SHAPE_NAMES)('%s fits into the square and fills a good part of it', (name) => {
    const points = pointsOf(shapeStrokes(name, 0.06), MAX_DRAWN_POINTS);
    const xs = points.map(([x]) => x);
    const ys = points.map(([, y]) => y);
    expect(Math.max(...xs.map(Math.abs), ...ys.map(Math.abs))).toBeLessThan(0.95);
    expect(Math.max(...ys) - Math.min(...ys)).toBeGreaterThan(1);
  });

  it('has two bars that do not touch', () => {
    const gap = pointsOf(shapeStrokes('bars', 0.13), 1000).filter(([x]) => Math.abs(x) < 0.3);
    expect(gap).toEqual([]);
  });
});
